import type { Db } from '#platform/db/index.ts';
import { type SealedPublication, sealedPublications } from './queries.ts';

/** When something public last changed; null before the first publication. */
export async function newestPublicChange(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('publication')
    .select('at')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** The latest publication rows that have their place in the order, newest first; nothing ever appears among them later. */
export async function newestPublications(db: Db, limit: number): Promise<SealedPublication[]> {
  return await sealedPublications(db).orderBy('position', 'desc').limit(limit).execute();
}

/** Whether anything public was closed to the public after that position. */
export async function closedSince(db: Db, position: number): Promise<boolean> {
  const row = await db
    .selectFrom('publication')
    .select('id')
    .where('position', '>', position)
    .where('event', 'in', ['withdrawn', 'restricted'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
