import { isVietnameseSyllable } from '#formats/vietnamese/index.ts';

/**
 * How far a text looks like Vietnamese. Counted are words with at least one character beyond ASCII, the only ones
 * that encodings disagree about. `letters` is the mean surprise of those characters: lower is likelier.
 */
export type Plausibility = { good: number; bad: number; long: number; surprise: number };

// White space, ASCII other than letters, and typographic punctuation stand between words in every encoding.
const SEPARATORS = /[\s\0-\x40\x5b-\x60\x7b-\x7f\u2010-\u203a\u20ac\u20ab\u2122]+/;

// These too, but between two letters they are a sign of the wrong table ("Đi«n").
const QUOTES = /^[«·»]+|[«·»]+$/g;

// Signs that stand alone or before a unit in any European text ("5 µm", "§ 4", "© 2020"): no evidence either way.
const SIGN = /^[\u00a1-\u00bf×÷]+\p{L}?$/u;

// Words that do not come about by chance; "µm" would be "àm" in TCVN3, so the shortest must begin in ASCII.
const LONG = /^(?:...|[a-z].)/iu;

// How often each letter occurs, most frequent first, counted over names and descriptions of Vietnamese heritage.
const BY_FREQUENCY = 'đưàờâêơáãảệộạôịúìồậếòắềốĩấễầíăọớợùủỉóỹứửũổụằữýỳẵựỷẩừỡểởèặỏéỗõẫỵẻẹẽẳ';

const UNKNOWN_RANK = 4 * BY_FREQUENCY.length;

export function plausibility(text: string): Plausibility {
  const result = { good: 0, bad: 0, long: 0, surprise: 0 };
  const surprises: number[] = [];
  for (const piece of text.normalize('NFC').split(SEPARATORS)) {
    const word = piece.replace(QUOTES, '');
    if (!isEvidence(word)) continue;
    surprises.push(...[...word].filter(isBeyondAscii).map(surprise));
    if (!isPlausibleWord(word)) result.bad += 1;
    else {
      result.good += 1;
      if (LONG.test(word)) result.long += 1;
    }
  }
  result.surprise = surprises.reduce((sum, value) => sum + value, 0) / Math.max(1, surprises.length);
  return result;
}

/** Share of good words among those counted, 0 … 1; 0 when there is none. */
export function goodShare({ good, bad }: Plausibility): number {
  return good + bad === 0 ? 0 : good / (good + bad);
}

/** Share of words that can be Vietnamese among those with a character beyond ASCII; 0 when there is none. */
export function vietnameseShare(text: string): number {
  return goodShare(plausibility(text));
}

const isBeyondAscii = (character: string): boolean => character > '\x7f';

function isEvidence(word: string): boolean {
  return /[^\0-\x7f]/.test(word) && !SIGN.test(word);
}

/** Wrong tables also give capitals inside words. */
function isPlausibleWord(word: string): boolean {
  const lower = word.toLowerCase();
  const isCased = word === lower || word === word.toUpperCase() || word.slice(1) === lower.slice(1);
  return isCased && isVietnameseSyllable(word);
}

function surprise(character: string): number {
  const rank = BY_FREQUENCY.indexOf(character.toLowerCase());
  return Math.log(1 + (rank < 0 ? UNKNOWN_RANK : rank));
}
