import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';

/** The actor of a session that has not ended and whose credential is still the one in force. */
export async function sessionActor(db: Db, digest: Buffer): Promise<number | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('credential', 'credential.digest', 'session.credential')
    .select('session.actor_id')
    .where('session.digest', '=', digest)
    .where('session.expires_at', '>', sql<string>`now()`)
    .executeTakeFirst();
  return row?.actor_id;
}
