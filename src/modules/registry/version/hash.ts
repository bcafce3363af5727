import { createHash } from 'node:crypto';
import { canonicalJson, jsonDefect, sha256Hex } from '#formats/jcs/index.ts';
import type { RecordBody } from '../body.ts';

export type HashOutcome =
  | { kind: 'hashed'; hash: Buffer }
  | { kind: 'unstorable'; reason: string; pointer: string };

// PostgreSQL's jsonb has no U+0000. A backslash that is itself escaped begins no escape.
const NUL = /(?<!\\)(?:\\\\)*\\u0000/;
const NO_NUL = { reason: 'U+0000', pointer: '' };

/** Why `bodyHash` would call a body unstorable; null where it would not. */
export function storageDefect(body: RecordBody): { reason: string; pointer: string } | null {
  return jsonDefect(body) ?? (hasNul(body) ? NO_NUL : null);
}

function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, member]) => key.includes('\u0000') || hasNul(member));
}

/** SHA-256 of the RFC 8785 form: the same for every order of keys, so that it survives the way through `jsonb`. */
export function bodyHash(body: RecordBody): HashOutcome {
  const canonical = canonicalJson(body);
  if (canonical.kind !== 'canonical') {
    return { kind: 'unstorable', reason: canonical.reason, pointer: canonical.pointer };
  }
  if (NUL.test(canonical.text)) return { kind: 'unstorable', ...NO_NUL };
  return { kind: 'hashed', hash: Buffer.from(sha256Hex(canonical.text), 'hex') };
}

/** SHA-256 (chain hash of the version before || hash of this body); a first version has nothing before it. */
export function chainHash(previous: Buffer | null, hash: Buffer): Buffer {
  return createHash('sha256')
    .update(previous ?? Buffer.alloc(0))
    .update(hash)
    .digest();
}
