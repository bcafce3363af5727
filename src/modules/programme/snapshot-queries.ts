import type { Db } from '#platform/db/index.ts';
import type { SnapshotContent } from './snapshot.ts';

/** The numbers of a month as they were kept. `digest`: SHA-256 of the canonical JSON. */
export interface Snapshot extends SnapshotContent {
  month: string;
  digest: string;
}

/** Ten years of months: what the programme lasts. */
const MOST = 120;

/** The snapshots, oldest first. */
export async function listSnapshots(db: Db): Promise<Snapshot[]> {
  const rows = await db
    .selectFrom('programme_snapshot')
    .select(['month', 'digest', 'content'])
    .orderBy('month', 'desc')
    .limit(MOST)
    .execute();
  return rows
    .map(({ month, digest, content }) => ({ month, digest, ...(JSON.parse(content) as SnapshotContent) }))
    .reverse();
}

/** The bytes that were hashed, and the hash. */
export async function readSnapshot(
  db: Db,
  month: string,
): Promise<{ content: string; digest: string } | undefined> {
  return await db
    .selectFrom('programme_snapshot')
    .select(['content', 'digest'])
    .where('month', '=', month)
    .executeTakeFirst();
}
