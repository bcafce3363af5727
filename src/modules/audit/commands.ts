import type { Db, Trx } from '#platform/db/index.ts';
import { CHAIN_START, chainHash } from './chain.ts';
import {
  type AuditEvent,
  lastSealed,
  recordAudit,
  type SealedEvent,
  sealEvents,
  sealPublications,
  takeSealerLock,
  unsealedEvents,
} from './store.ts';

/** Keeps one sealing transaction short, however long the sealer was away. */
const BATCH = 10_000;

export interface Sealed {
  audit: number;
  publications: number;
}

/**
 * Gives every committed audit and publication row its position, in the order in which transactions became visible,
 * and chains the hashes of the audit rows. Returns how many were sealed; zero when another sealer is at work.
 */
export async function seal(db: Db, batch = BATCH): Promise<Sealed> {
  const total: Sealed = { audit: 0, publications: 0 };
  for (;;) {
    const sealed = await db.transaction().execute((trx) => sealBatch(trx, batch));
    total.audit += sealed.audit;
    total.publications += sealed.publications;
    if (sealed.audit < batch && sealed.publications < batch) return total;
  }
}

async function sealBatch(trx: Trx, batch: number): Promise<Sealed> {
  if (!(await takeSealerLock(trx))) return { audit: 0, publications: 0 };
  return { audit: await sealAudit(trx, batch), publications: await sealPublications(trx, batch) };
}

async function sealAudit(trx: Trx, batch: number): Promise<number> {
  const last = await lastSealed(trx);
  const events = await unsealedEvents(trx, { after: last?.position ?? 0, limit: batch });
  let previous: Buffer = last?.hash ?? CHAIN_START;
  const sealed: SealedEvent[] = events.map((event) => {
    previous = chainHash(previous, event);
    return { event, hash: previous };
  });
  if (sealed.length > 0) await sealEvents(trx, sealed);
  return sealed.length;
}

/** Leaves an act of the program itself in the trail, where no other change carries it. */
export async function recordAct(db: Db, event: AuditEvent): Promise<void> {
  await db.transaction().execute((trx) => recordAudit(trx, event));
}
