import { sql } from 'kysely';
import { ANONYMOUS } from '#modules/access/index.ts';
import { parseSearchQuery, type SearchAnswer, type SearchQuery, search } from '#modules/search/index.ts';
import type { Db } from '#platform/db/index.ts';

export interface Timed {
  q: string;
  hits: number;
  /** Milliseconds of the full answer: 24 results, total, all facets. */
  answer: number;
  /** Milliseconds of `count(*)` with the same predicate. */
  count: number;
}

/** The fastest of several runs is what the work costs; the others also tell what else the machine was doing. */
const RUNS = 5;

async function time<T>(work: () => Promise<T>, runs = RUNS): Promise<{ ms: number; result: T }> {
  const times: number[] = [];
  let result = await work();
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    result = await work();
    times.push(performance.now() - started);
  }
  return { ms: Math.min(...times), result };
}

function queryOf(parameters: Record<string, string>): SearchQuery {
  const parsed = parseSearchQuery(parameters, { lang: 'vi', mistakes: 'refuse' });
  if (parsed.kind !== 'query') throw new Error(JSON.stringify(parsed.issues));
  return parsed.query;
}

const answer = (db: Db, parameters: Record<string, string>): Promise<SearchAnswer> =>
  search(db, ANONYMOUS, queryOf(parameters));

/** The syllables that stand in most records, as they are written. */
export async function frequentSyllables(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ lexeme: string }>`select lexeme from lexicon
    where class in ('name', 'text') and tier = 1 group by lexeme order by sum(df) desc, lexeme limit ${limit}`.execute(
    db,
  );
  return rows.map(({ lexeme }) => lexeme);
}

/** Searches and counts in turn, so that both meet the same state of the machine. */
export async function timeQueries(db: Db, queries: readonly string[]): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (const q of queries) {
    const full = await time(() => answer(db, { q }));
    const as = full.result.interpretation?.text ?? q;
    // Counting half a million rows takes its time and is only shown.
    const count = await time(() => plainCount(db, as), full.result.totalIsExact ? RUNS : 1);
    timed.push({
      q,
      hits: full.result.totalIsExact ? full.result.total : count.result,
      answer: full.ms,
      count: count.ms,
    });
  }
  return timed;
}

/**
 * The floor: the rows that hold every word of the query, folded, in a name or in the text, counted by PostgreSQL alone.
 * Ids are looked up beforehand and cost nothing here.
 */
async function plainCount(db: Db, q: string): Promise<number> {
  const ids = await idsOf(db, q);
  if (ids.some((list) => list.length === 0)) return 0;
  const words = ids.map((list) => sql`tokens && ${list}::int[]`);
  const { rows } = await sql<{ n: number }>`select count(*) as n from search_row
    where ${sql.join(words, sql` and `)} and access_class = any('{1}'::smallint[])`.execute(db);
  return rows[0]?.n ?? 0;
}

const known = new Map<string, number[][]>();

async function idsOf(db: Db, q: string): Promise<number[][]> {
  const found = known.get(q);
  if (found) return found;
  const words = queryOf({ q }).text.words.map(({ forms }) => forms.folded);
  const { rows } = await sql<{ id: number; lexeme: string }>`select id, lexeme from lexicon
    where class in ('name', 'text') and tier = 3 and lexeme = any(${words}::text[])`.execute(db);
  const ids = words.map((word) => rows.filter(({ lexeme }) => lexeme === word).map(({ id }) => id));
  known.set(q, ids);
  return ids;
}

export interface Measured {
  records: number;
  queries: Timed[];
  pages: Paging[];
}

export interface Paging {
  second: number;
  deepest: number;
}

/** The second and the last page but one of a frequent query, each by its keyset token. */
export async function timePages(db: Db, q: string): Promise<Paging> {
  const first = await answer(db, { q });
  const second = await time(() => answer(db, { q, after: first.next ?? '' }));
  const deepest = await time(() => answer(db, { q, before: END }));
  return { second: second.ms, deepest: deepest.ms };
}

/** A token behind the end of the whole order by relevance: the page before it is the deepest. */
const END = Buffer.from(JSON.stringify([1, 'relevance', 34, 2 ** 31 - 2, 2 ** 31 - 2, 1_000_000])).toString(
  'base64url',
);
