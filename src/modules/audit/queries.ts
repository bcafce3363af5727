import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { CHAIN_START, chainHash } from './chain.ts';
import { sealedEvents } from './store.ts';
import type { PublicationEvent } from './tables.ts';

const BATCH = 2_000;

export type ChainOutcome =
  | { kind: 'intact'; events: number }
  /** `position`: the first event that is missing or is not what was sealed. */
  | { kind: 'broken'; position: number; reason: 'missing' | 'altered' };

/** Walks the whole chain, a batch in memory at a time. An end that was cut off shows in no chain: compare `events`. */
export async function verifyAuditChain(db: Db): Promise<ChainOutcome> {
  let position = 0;
  let previous: Buffer = CHAIN_START;
  for (;;) {
    const batch = await sealedEvents(db, { after: position, limit: BATCH });
    for (const { event, hash } of batch) {
      position += 1;
      if (event.position !== position) return { kind: 'broken', position, reason: 'missing' };
      previous = chainHash(previous, event);
      if (!previous.equals(hash)) return { kind: 'broken', position, reason: 'altered' };
    }
    if (batch.length < BATCH) return { kind: 'intact', events: position };
  }
}

export interface SealedPublication {
  position: number;
  recordId: number;
  version: number;
  event: PublicationEvent;
  accessClass: number;
  at: string;
  sealedAt: string;
}

/** Publication rows after a position, in order: what every feed follows. Nothing ever appears before a position read. */
export async function listPublications(
  db: Db,
  options: { after: number; limit: number },
): Promise<SealedPublication[]> {
  return await sealedPublications(db)
    .where('position', '>', options.after)
    .orderBy('position')
    .limit(options.limit)
    .execute();
}

/** Rows that the sealer has given their place. */
export function sealedPublications(db: Db) {
  return db
    .selectFrom('publication')
    .select([
      'position',
      'record_id as recordId',
      'version',
      'event',
      'access_class as accessClass',
      'at',
      'sealed_at as sealedAt',
    ])
    .where('position', 'is not', null)
    .$narrowType<{ position: number; sealedAt: string }>();
}

/** Publication and audit rows that are committed but have no position yet. */
export async function countUnsealed(db: Db): Promise<number> {
  const { rows } = await sql<{ unsealed: number }>`
    select (select count(*) from publication where position is null)
         + (select count(*) from audit_event where position is null) as unsealed`.execute(db);
  return rows[0]?.unsealed ?? 0;
}
