import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { type Hits, hitRows } from './hit-queries.ts';

export interface CountedCell {
  /** Cells from 0° east and north, of `size` degrees. */
  column: number;
  row: number;
  count: number;
  lat: number;
  lon: number;
}

/** More marks than this hide the map. */
const MOST_CELLS = 1_000;

/** Hits with a public point per cell of a grid, the fullest cells first. */
export async function countCells(
  db: Db,
  { hits, size }: { hits: Hits; size: number },
): Promise<CountedCell[]> {
  const { rows } = await sql<CountedCell>`
    select floor(point[0] / ${size}::float8)::int as "column", floor(point[1] / ${size}::float8)::int as "row",
      count(*)::int as count, avg(point[1]) as lat, avg(point[0]) as lon
    from ${hitRows(hits)} and point is not null
    group by 1, 2 order by count(*) desc, 1, 2 limit ${MOST_CELLS}`.execute(db);
  return rows;
}
