import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { type Hits, hitRows } from './hit-queries.ts';

export interface CountedBucket {
  /** 0: before the first boundary; null: no date is known. */
  bucket: number | null;
  count: number;
  uncertain: number;
}

/** Hits by the first day of their range, between boundaries in days. */
export async function countBuckets(
  db: Db,
  { hits, boundaries }: { hits: Hits; boundaries: readonly number[] },
): Promise<CountedBucket[]> {
  const bucketOf = (column: string) =>
    sql`width_bucket(${sql.ref(`search_row.${column}`)}, ${boundaries}::int[])`;
  const first = sql`case when search_row.earliest is not null then ${bucketOf('earliest')}
    when search_row.latest is not null then 0 end`;
  const { rows } = await sql<CountedBucket>`
    select ${first} as bucket, count(*)::int as count,
      (count(*) filter (where search_row.latest is null or ${bucketOf('latest')} <> ${first}))::int as uncertain
    from ${hitRows(hits)} group by 1 order by 1`.execute(db);
  return rows;
}
