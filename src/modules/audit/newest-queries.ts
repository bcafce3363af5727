import type { Db } from '#platform/db/index.ts';

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
