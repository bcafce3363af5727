import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN_BYTES = 32;

/** 256 random bits in base64url: nothing to guess, so a plain digest is enough to keep it by. */
export function mintToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

export function tokenDigest(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** Takes the same time whichever byte differs, so that the answer time tells nothing about the token. */
export function matchesDigest(token: string, digest: Buffer): boolean {
  const given = tokenDigest(token);
  return given.length === digest.length && timingSafeEqual(given, digest);
}
