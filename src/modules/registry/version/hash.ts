import { createHash } from 'node:crypto';
import { canonicalJson, sha256Hex } from '#formats/jcs/index.ts';
import type { RecordBody } from '../body.ts';

export type HashOutcome =
  | { kind: 'hashed'; hash: Buffer }
  | { kind: 'unstorable'; reason: string; pointer: string };

/** SHA-256 of the RFC 8785 form: the same for every order of keys, so that it survives the way through `jsonb`. */
export function bodyHash(body: RecordBody): HashOutcome {
  const canonical = canonicalJson(body);
  if (canonical.kind !== 'canonical') {
    return { kind: 'unstorable', reason: canonical.reason, pointer: canonical.pointer };
  }
  // PostgreSQL's jsonb has no U+0000.
  if (canonical.text.includes('\\u0000')) return { kind: 'unstorable', reason: 'U+0000', pointer: '' };
  return { kind: 'hashed', hash: Buffer.from(sha256Hex(canonical.text), 'hex') };
}

/** SHA-256 (chain hash of the version before || hash of this body); a first version has nothing before it. */
export function chainHash(previous: Buffer | null, hash: Buffer): Buffer {
  return createHash('sha256')
    .update(previous ?? Buffer.alloc(0))
    .update(hash)
    .digest();
}
