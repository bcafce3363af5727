import { createHash } from 'node:crypto';
import { RADIX } from './check.ts';

const ROUNDS = 6;

/** How many blades there are: 29 to the power of `width` (594,823,321 for a width of 6). */
export function bladeCount(width: number): number {
  return RADIX ** width;
}

/**
 * A fixed permutation of 0 … 29^width − 1 (a balanced Feistel network over two halves in base 29, so `width`
 * is even): neighbours in the sequence come out far apart, and no two numbers meet. `key` makes each shoulder
 * its own order. This hides the order of minting from readers; it is no secret.
 */
export function permute(sequence: number, { width, key }: { width: number; key: string }): number {
  const half = RADIX ** (width / 2);
  let left = Math.floor(sequence / half);
  let right = sequence % half;
  for (let round = 0; round < ROUNDS; round += 1) {
    [left, right] = [right, (left + roundValue(`${key}:${round}:${right}`)) % half];
  }
  return left * half + right;
}

/** 48 bits of SHA-256: far above any half used here, so the bias of the modulo is negligible. */
function roundValue(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6);
}
