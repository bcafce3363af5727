import { BETANUMERIC, checkCharacter, RADIX } from './check.ts';
import { bladeCount, permute } from './permutation.ts';

const BLADE_WIDTH = 6;

// "First-digit convention" of the ARK Alliance: letters, then one digit, so that the end of the shoulder can be
// seen although nothing separates it from the blade.
const SHOULDER = /^[bcdfghjkmnpqrstvwxz]+[0-9]$/;

/**
 * The name (shoulder + blade of 6 + check character) for the `sequence`-th record (from 0) of a shoulder.
 * Always the same for the same arguments and never the same for two sequence numbers.
 * @throws RangeError for a shoulder against the first-digit convention or a sequence number outside 0 … 29^6 − 1
 */
export function mintName(options: { naan: string; shoulder: string; sequence: number }): string {
  const { naan, shoulder, sequence } = options;
  if (!SHOULDER.test(shoulder)) throw new RangeError(`Not a shoulder: ${shoulder}`);
  if (!Number.isInteger(sequence) || sequence < 0 || sequence >= bladeCount(BLADE_WIDTH)) {
    throw new RangeError(`Sequence number outside the blade: ${sequence}`);
  }
  const unchecked = shoulder + blade(permute(sequence, { width: BLADE_WIDTH, key: shoulder }));
  return unchecked + checkCharacter(`${naan}/${unchecked}`);
}

function blade(number: number): string {
  let rest = number;
  let text = '';
  for (let place = 0; place < BLADE_WIDTH; place += 1) {
    text = BETANUMERIC.charAt(rest % RADIX) + text;
    rest = Math.floor(rest / RADIX);
  }
  return text;
}
