import { isMintedName, mintName } from '#formats/ark/index.ts';
import type { Trx } from '#platform/db/index.ts';
import { findIdsByPid } from '../record/record-store.ts';
import { nextSequenceNumbers } from './identifier-store.ts';

/** Names minted before the institution had a number of its own stay right for ever. */
const TEST_NAAN = '99999';

type Authority = { naan: string; shoulder: string };

/** New identifiers, never given before. Names that the starter data brought along are passed over. */
export async function mintPids(trx: Trx, count: number, { naan, shoulder }: Authority): Promise<string[]> {
  const pids: string[] = [];
  while (pids.length < count) {
    const sequences = await nextSequenceNumbers(trx, count - pids.length);
    const minted = sequences.map((sequence) => mintName({ naan, shoulder, sequence }));
    const taken = await findIdsByPid(trx, minted);
    pids.push(...minted.filter((pid) => !taken.has(pid)));
  }
  return pids;
}

export function isPid(text: string, naan: string): boolean {
  return isMintedName({ naan, name: text }) || isMintedName({ naan: TEST_NAAN, name: text });
}

/** The authorities under which this installation's names may have been minted. */
export function mintedUnder(naan: string): string[] {
  return [...new Set([naan, TEST_NAAN])];
}
