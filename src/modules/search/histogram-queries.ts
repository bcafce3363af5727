import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { DayRange } from './dating.ts';
import { type Hits, hitRows } from './hit-queries.ts';

export interface CountedRange extends DayRange {
  count: number;
}

/** Hits by the range of days they are dated to. Records share few ranges: reigns, centuries, periods. */
export async function countRanges(db: Db, hits: Hits): Promise<CountedRange[]> {
  const { rows } = await sql<CountedRange>`
    select search_row.earliest, search_row.latest, count(*)::int as count
    from ${hitRows(hits)} group by 1, 2`.execute(db);
  return rows;
}
