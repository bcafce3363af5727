import type { Db } from '#platform/db/index.ts';
import type { Profile } from './profile-store.ts';

const PROFILE = ['name', 'kind', 'signature', 'mapping'] as const;

export async function findProfile(db: Db, name: string): Promise<Profile | undefined> {
  return await db.selectFrom('import_profile').select(PROFILE).where('name', '=', name).executeTakeFirst();
}

/** The newest profile that was made for a sheet with these headers. */
export async function profileFor(
  db: Db,
  { kind, signature }: { kind: string; signature: string },
): Promise<Profile | undefined> {
  return await db
    .selectFrom('import_profile')
    .select(PROFILE)
    .where('kind', '=', kind)
    .where('signature', '=', signature)
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const MOST_PROFILES = 100;

/** Those of a kind, newest first. */
export async function listProfiles(db: Db, kind?: string): Promise<Profile[]> {
  return await db
    .selectFrom('import_profile')
    .select(PROFILE)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .orderBy('updated_at', 'desc')
    .limit(MOST_PROFILES)
    .execute();
}
