/** How a code point takes part in a token. */
const SEPARATOR = 1;
export const LATIN = 2;
export const HAN = 3;
export const OTHER = 4;
/** Combining marks and invisible joiners: they belong to what stands before them. */
export const EXTEND = 5;

export type CharClass = typeof SEPARATOR | typeof LATIN | typeof HAN | typeof OTHER | typeof EXTEND;

// Ideographs of every block and extension, compatibility ideographs, and the signs that stand for an ideograph.
const HAN_CHAR = /[\p{Unified_Ideograph}\uf900-\ufaff\u{2f800}-\u{2fa1f}\u3005-\u3007\u303b]/u;
const LATIN_CHAR = /[\p{Script=Latin}0-9]/u;
const EXTENDING = /[\p{M}\u00ad\u2060\ufeff]|\u200c|\u200d/u;
// Private use: Nôm and Chăm texts from before Unicode keep unencoded characters there.
const OTHER_CHAR = /[\p{L}\p{Nd}\p{Nl}\p{Co}]/u;
// The letter apostrophe of minority names is used like the quotation mark that others type.
const LETTER_APOSTROPHE = 0x02bc;

function classify(codePoint: number): CharClass {
  const char = String.fromCodePoint(codePoint);
  if (EXTENDING.test(char)) return EXTEND;
  if (LATIN_CHAR.test(char)) return LATIN;
  if (HAN_CHAR.test(char)) return HAN;
  return OTHER_CHAR.test(char) && codePoint !== LETTER_APOSTROPHE ? OTHER : SEPARATOR;
}

// Filled as characters are met: testing the whole plane at start would cost every command its start-up time.
const basicPlane = new Uint8Array(0x10000);

/** The class of a code point; one array access for what was met before. */
export function classOf(codePoint: number): number {
  if (codePoint > 0xffff) return classify(codePoint);
  const known = basicPlane[codePoint];
  if (known !== undefined && known !== 0) return known;
  const found = classify(codePoint);
  basicPlane[codePoint] = found;
  return found;
}

/** Whether any Hán-Nôm character stands in the text, of any plane. */
export function containsHan(text: string): boolean {
  return HAN_CHAR.test(text);
}
