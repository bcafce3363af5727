import { type Reader, visibleClasses } from '#modules/access/index.ts';
import type { Kind } from '#modules/standards/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { Asked, Attempt } from './attempt.ts';
import type { Card } from './card.ts';
import type { Clause } from './clause.ts';
import { atMost, type Counted, countSome } from './counting.ts';
import { type Facet, listFacets } from './facets.ts';
import { type Interpretation, interpret } from './interpret.ts';
import { writeCursor } from './keyset.ts';
import { type OrderedRow, stepsOf } from './order.ts';
import { READ_AT_ONCE, type ReadPage, readClassifiedPage, readPage } from './page.ts';
import { lexiconOptions } from './page-options.ts';
import type { SearchQuery } from './search-query.ts';

export interface SearchItem extends Card {
  pid: string;
  kind: Kind;
}

export interface PlaceHint {
  key: 'place';
  value: string;
  label: string;
  /** Whether the name is that of a unit until 30 June 2025. */
  former: boolean;
}

export interface SearchAnswer {
  total: number;
  /** False beyond 20,000 results: total and counts are estimates from a sample. */
  totalIsExact: boolean;
  items: SearchItem[];
  facets: Facet[];
  /** Number of the first item, from 1; 0 when there are none. */
  position: number;
  next?: string;
  previous?: string;
  interpretation?: Interpretation;
  placeHints: PlaceHint[];
}

/** One page of results with their number and the counts of all facets, for this reader. */
export async function search(db: Db, reader: Reader, query: SearchQuery): Promise<SearchAnswer> {
  const asked: Asked = { query, classes: await visibleClasses(db, reader) };
  const { attempt, counted, interpretation } = await interpret(db, asked);
  const [page, facets] = await Promise.all([
    pageOf(db, asked, { attempt, counted }),
    facetsOf(db, asked, { attempt, counted }),
  ]);
  return {
    ...totalOf(attempt, counted),
    items: page.rows.map(({ pid, kind, card }) => ({ pid, kind, ...card })),
    facets,
    ...placeInOrder(query, page),
    ...(interpretation ? { interpretation } : {}),
    placeHints: hintsOf(query, attempt),
  };
}

interface Found {
  attempt: Attempt;
  counted: Counted;
}

function totalOf({ cover, scope, lexicon }: Attempt, { count, factor }: Counted) {
  if (factor === 1) return { total: count, totalIsExact: true };
  const { days, undated, bbox } = scope;
  const isOneWord = cover.must.length === 1 && cover.must[0]?.length === 1 && cover.not.length === 0;
  const isWhole = isOneWord && !undated && days.earliest === null && days.latest === null && bbox === null;
  // The lexicon has counted the rows of a single word.
  return { total: isWhole ? atMost(cover, lexicon) : count * factor, totalIsExact: false };
}

async function pageOf(db: Db, { query }: Asked, { attempt, counted }: Found): Promise<ReadPage> {
  const { cover, groups, unfiltered, scope } = attempt;
  const { cursor, limit } = query;
  if (counted.count === 0) return { rows: [], more: false };
  if (query.sort === 'relevance' && counted.factor === 1 && counted.count <= READ_AT_ONCE)
    return await readClassifiedPage(db, { cover, groups: unfiltered, scope, cursor, limit });
  return await readPage(db, {
    ...lexiconOptions(db, attempt, counted.factor === 1 ? counted.count : undefined),
    steps: stepsOf({ sort: query.sort, near: query.near, cover, groups }),
    cursor,
    limit,
  });
}

/** Counts once for all facets, and once more for each key with a choice, without that choice. */
async function facetsOf(db: Db, { query }: Asked, { attempt, counted }: Found): Promise<Facet[]> {
  const { filters, lexicon, scope, cover } = attempt;
  const open = await Promise.all(
    [...filters].map(async ([key, ids]): Promise<[string, Counted]> => {
      const clause: Clause = { ...cover, must: cover.must.filter((list) => list !== ids) };
      return [key, await countSome(db, { clause, scope, lexicon, exact: query.exact })];
    }),
  );
  return await listFacets(db, {
    counted: new Map([['', counted], ...open]),
    filters: query.filters,
    selectedIds: [...filters.values()].flat(),
    lang: query.lang,
  });
}

/** Tokens of the pages before and after, and which results these are. */
function placeInOrder({ sort, cursor }: SearchQuery, { rows, more }: ReadPage) {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return { position: 0 };
  const before =
    cursor === null ? 0 : cursor.backwards ? Math.max(0, cursor.position - rows.length) : cursor.position;
  const hasNext = cursor?.backwards === true || more;
  const hasPrevious = cursor !== null && (!cursor.backwards || more);
  return {
    position: before + 1,
    ...(hasNext ? { next: writeCursor({ ...placeOf(last), sort, position: before + rows.length }) } : {}),
    ...(hasPrevious ? { previous: writeCursor({ ...placeOf(first), sort, position: before }) } : {}),
  };
}

const placeOf = ({ group, key, id }: OrderedRow) => ({ group, key, id });

function hintsOf({ filters }: SearchQuery, { places }: Attempt): PlaceHint[] {
  const chosen = filters.get('place') ?? [];
  const hints = places.map(({ facet, value, label }): [string, PlaceHint] => [
    value,
    { key: 'place', value, label, former: facet === 'formerPlace' },
  ]);
  return [...new Map(hints).values()].filter(({ value }) => !chosen.includes(value));
}
