import { type Reader, visibleClasses } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { type RowAmong, rowsAmong } from './among-queries.ts';
import { attempt } from './attempt.ts';
import type { Counted } from './counting.ts';
import { type Facet, listFacets } from './facets.ts';
import { idsOf } from './hit-queries.ts';
import type { SearchItem } from './search.ts';
import type { SearchQuery } from './search-query.ts';

export interface AmongAnswer {
  /** Those of the records that meet the filters. */
  items: SearchItem[];
  /** Counts among the given records only; those of a key with a choice ignore the choice. */
  facets: Facet[];
}

/**
 * Which of these records meet the filters of a query, and what they could be filtered by: for pages that know their
 * records already (festivals by their dates). Words of the query are not looked at.
 */
export async function searchAmong(
  db: Db,
  reader: Reader,
  { query, pids }: { query: SearchQuery; pids: readonly string[] },
): Promise<AmongAnswer> {
  const asked = { query, classes: await visibleClasses(db, reader) };
  const { filters, scope } = await attempt(db, asked, query.text);
  const rows = await rowsAmong(db, { pids, scope, conditions: [...filters.values()] });
  const keys = [...filters.keys()];
  const open = keys.map((key, own): [string, Counted] => [
    key,
    countedRows(rows.filter(({ meets }) => meets.every((met, at) => met || at === own))),
  ]);
  const found = rows.filter(({ meets }) => meets.every(Boolean));
  return {
    items: found.map(({ pid, kind, card }) => ({ pid, kind, ...card })),
    facets: await listFacets(db, {
      counted: new Map([['', countedRows(found)], ...open]),
      filters: query.filters,
      selectedIds: [...filters.values()].flat(),
      lang: query.lang,
    }),
  };
}

function countedRows(rows: readonly RowAmong[]): Counted {
  const facets = Int32Array.from(rows.flatMap((row) => [...idsOf(row.facets)]));
  return { count: rows.length, facets, factor: 1 };
}
