import { sql } from 'kysely';
import type { Lang } from '#modules/standards/index.ts';
import type { Db } from '#platform/db/index.ts';
import { PAIR_TIER, pairOf, TIERS } from './analysis.ts';
import type { LexiconEntry } from './lexicon.ts';

export interface WantedLexeme {
  class: 'word' | 'facet';
  tier: number;
  lexeme: string;
}

const columns = sql`l.id, l.class, l.tier, l.lexeme, l.lower, l.df`;

/** A place of today or before that a span of the query names, where the reader may see a record of it. */
export interface NamedPlace {
  id: number;
  folded: string;
  facet: string;
  value: string;
  label: string;
}

export interface Wanted {
  lexemes: readonly WantedLexeme[];
  /** Folded runs of words that may name a place. */
  spans: readonly string[];
  lang: Lang;
}

export interface LookedUp {
  entries: LexiconEntry[];
  places: NamedPlace[];
}

/** Lexemes by their form and places by their names, in the lexicons of these classes only. */
export async function lookUp(
  db: Db,
  classes: readonly number[],
  { lexemes, spans, lang }: Wanted,
): Promise<LookedUp> {
  const wanted = lexemes.flatMap((lexeme) =>
    lexeme.class === 'facet'
      ? [{ ...lexeme, class: 'facet' }]
      : [
          { ...lexeme, class: 'name' },
          { ...lexeme, class: 'text' },
        ],
  );
  const { rows } = await sql<LexiconEntry & Partial<NamedPlace>>`
    select ${columns}, null as folded, null as facet, null as value, null as label
    from unnest(${wanted.map((row) => row.class)}::text[], ${wanted.map((row) => row.tier)}::smallint[],
      ${wanted.map((row) => row.lexeme)}::text[]) as wanted(class, tier, lexeme)
    cross join unnest(${classes}::smallint[]) as visible(id)
    join lexicon l on l.access_class = visible.id and l.class = wanted.class collate "C"
      and l.tier = wanted.tier and l.lexeme = wanted.lexeme collate "C"
    where l.df > 0
    union all
    select ${columns}, name.folded, name.facet, name.value, ${sql.ref(`label.${lang}`)}
    from facet_name name join facet_label label using (facet, value)
    cross join unnest(${classes}::smallint[]) as visible(id)
    join lexicon l on l.access_class = visible.id and l.class = 'facet' and l.tier = 0
      and l.lexeme = name.facet || '=' || name.value and l.df > 0
    where name.folded = any(${spans}::text[]) and name.facet in ('place', 'formerPlace', 'commune')`.execute(
    db,
  );
  return { entries: rows, places: rows.flatMap(placeOf).toSorted(byFacet) };
}

function placeOf({ id, folded, facet, value, label }: LexiconEntry & Partial<NamedPlace>): NamedPlace[] {
  return folded && facet && value && label ? [{ id, folded, facet, value, label }] : [];
}

/** Provinces of today, former ones, then communes. */
const PLACE_FACETS = ['place', 'formerPlace', 'commune'];

const byFacet = (a: NamedPlace, b: NamedPlace): number =>
  PLACE_FACETS.indexOf(a.facet) - PLACE_FACETS.indexOf(b.facet) || (a.value < b.value ? -1 : 1);

/**
 * The most frequent folded words that begin like this; after another word only those that somebody wrote after it.
 * For the last word while it is typed.
 */
export async function completions(
  db: Db,
  classes: readonly number[],
  { before, prefix, limit }: { before: string | null; prefix: string; limit: number },
): Promise<string[]> {
  const tier = before === null ? TIERS.folded : PAIR_TIER;
  const start = before === null ? prefix : pairOf(before, prefix);
  const { rows } = await sql<{ lexeme: string }>`
    select lexeme from lexicon where access_class = any(${classes}::smallint[]) and class in ('name', 'text')
      and tier = ${tier} and lexeme >= ${start} and lexeme < ${start + LAST_CHARACTER} and df > 0
    group by lexeme order by sum(df) desc, lexeme limit ${limit}`.execute(db);
  return rows.map(({ lexeme }) => (before === null ? lexeme : lexeme.slice(before.length + 1)));
}

/** Sorts after every letter in the order of code points. */
export const LAST_CHARACTER = '\u{10ffff}';

/** The forms that fold to one of these: "đồng", "đông", "dòng" for "dong". */
export async function lookUpLower(
  db: Db,
  classes: readonly number[],
  { tier, lower }: { tier: number; lower: readonly string[] },
): Promise<LexiconEntry[]> {
  const { rows } = await sql<LexiconEntry>`
    select ${columns} from lexicon l where l.access_class = any(${classes}::smallint[])
      and l.class in ('name', 'text') and l.tier = ${tier} and l.lower = any(${lower}::text[]) and l.df > 0`.execute(
    db,
  );
  return rows;
}

/** Folded words that share a deletion with one of these words: candidates within one typing error, with frequency. */
export async function lookUpDeletions(
  db: Db,
  classes: readonly number[],
  deletions: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ lexeme: string; df: number }>`
    select near.lexeme, sum(l.df * case l.class when 'name' then ${NAME_WEIGHT}::int else 1 end)::int as df
    from (select distinct access_class, lexeme from lexicon_deletion
      where access_class = any(${classes}::smallint[]) and deletion = any(${deletions}::text[])) near
    join lexicon l on l.access_class = near.access_class and l.class in ('name', 'text') and l.tier = ${TIERS.folded}
      and l.lexeme = near.lexeme and l.df > 0
    group by near.lexeme`.execute(db);
  return new Map(rows.map(({ lexeme, df }) => [lexeme, df]));
}

/** How often each folded pair of neighbours stands in names and in texts; pairs that nobody wrote are left out. */
export async function pairFrequencies(
  db: Db,
  classes: readonly number[],
  pairs: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ lexeme: string; df: number }>`
    select l.lexeme, sum(l.df * case l.class when 'name' then ${NAME_WEIGHT}::int else 1 end)::int as df from lexicon l
    where l.access_class = any(${classes}::smallint[]) and l.class in ('name', 'text') and l.tier = ${PAIR_TIER}
      and l.lexeme = any(${pairs}::text[]) and l.df > 0 group by l.lexeme`.execute(db);
  return new Map(rows.map(({ lexeme, df }) => [lexeme, df]));
}

/** People mean names: one says more about what was meant than ten texts. */
const NAME_WEIGHT = 10;
