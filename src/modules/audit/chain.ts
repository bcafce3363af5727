import { createHash } from 'node:crypto';
import { canonicalJson } from '#formats/jcs/index.ts';

/** What the chain vouches for. `at` is UTC with microseconds, exactly as the database keeps it. */
export interface ChainedEvent {
  position: number;
  id: number;
  at: string;
  actorId: number;
  action: string;
  subjectKind: string;
  subjectId: string;
  detail: unknown;
  requestId: string | null;
}

/** The hash before the first event. */
export const CHAIN_START = Buffer.alloc(32);

/** SHA-256 (hash of the event before || RFC 8785 form of this event). */
export function chainHash(previous: Buffer, event: ChainedEvent): Buffer {
  const canonical = canonicalJson(event);
  if (canonical.kind !== 'canonical') throw new Error(`Audit event ${event.id}: ${canonical.reason}`);
  return createHash('sha256').update(previous).update(canonical.text, 'utf8').digest();
}
