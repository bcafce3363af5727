import { normalizeIY } from './i-y.ts';
import { normalizeTonePlacement } from './tone-placement.ts';

const comparable = (text: string): string =>
  normalizeIY(normalizeTonePlacement(text.normalize('NFC').toLowerCase())).normalize('NFC');

/**
 * Whether two texts write the same words: they may differ in Unicode form, case, tone placement ("hoà", "hòa") and
 * i or y ("kỳ", "kì"), all of which are current usage; never in a letter or a tone.
 */
export function sameSpelling(a: string, b: string): boolean {
  return a === b || comparable(a) === comparable(b);
}
