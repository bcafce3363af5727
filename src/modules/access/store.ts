import type { Db } from '#platform/db/index.ts';

const ADMINISTRATOR = 'administrator-token';

export async function saveAdministratorDigest(db: Db, digest: Buffer): Promise<void> {
  await db
    .insertInto('credential')
    .values({ name: ADMINISTRATOR, digest })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ digest, created_at: new Date().toISOString() }),
    )
    .execute();
}

export async function administratorDigest(db: Db): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('credential')
    .select('digest')
    .where('name', '=', ADMINISTRATOR)
    .executeTakeFirst();
  return row?.digest;
}
