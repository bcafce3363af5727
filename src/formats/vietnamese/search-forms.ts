import { foldFully, foldTones } from './fold.ts';
import { normalizeIY } from './i-y.ts';
import { placeTone } from './tone-placement.ts';

/** The lexemes of one token, a tier each; `exact` agrees between old and new spelling ("hòa" and "hoà", "kỳ" and "kì"). */
export interface SearchForms {
  readonly exact: string;
  readonly base: string;
  readonly folded: string;
}

const D_LOOKALIKE = /[ðɖ]/g;
const VARIATION_SELECTOR = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const NON_ASCII = /[^\0-\x7f]/;

function exactForm(token: string): string {
  const lower = token.normalize('NFC').toLowerCase().normalize('NFC');
  if (!NON_ASCII.test(lower)) return normalizeIY(lower);
  const letters = lower.replace(VARIATION_SELECTOR, '').replace(D_LOOKALIKE, 'đ');
  return normalizeIY(placeTone(letters));
}

function computeForms(token: string): SearchForms {
  const exact = exactForm(token);
  // From the exact form, so that "ky niem" typed without marks still meets "kỉ niệm".
  const base = foldTones(exact);
  return { exact, base, folded: foldFully(base) };
}

// Vietnamese has some 7,000 syllables in use, so nearly every token of a text is met again. Longer tokens are not kept:
// V8 would hold the whole text that they were cut from.
const CACHE_LIMIT = 32_768;
const CACHED_LENGTH = 12;
const cache = new Map<string, SearchForms>();

/** The three search forms of one token (a syllable, a number, a Hán-Nôm gram, a run of another script). */
export function searchForms(token: string): SearchForms {
  const known = cache.get(token);
  if (known !== undefined) return known;
  const forms = computeForms(token);
  if (token.length > CACHED_LENGTH) return forms;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(token, forms);
  return forms;
}
