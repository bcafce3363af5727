import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';

export interface NewSession {
  digest: Buffer;
  credential: Buffer;
  actorId: number;
  seconds: number;
}

/** Sessions that ended go with the next one that begins. */
export async function saveSession(
  db: Db,
  { digest, credential, actorId, seconds }: NewSession,
): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', sql<string>`now()`).execute();
  const expires = sql<string>`now() + make_interval(secs => ${seconds})`;
  await db
    .insertInto('session')
    .values({ digest, credential, actor_id: actorId, expires_at: expires })
    .execute();
}

export async function deleteSession(db: Db, digest: Buffer): Promise<void> {
  await db.deleteFrom('session').where('digest', '=', digest).execute();
}
