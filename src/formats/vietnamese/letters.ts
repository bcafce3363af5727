/** The five tone marks as combining characters; ngang (level) has none. */
export const HUYEN = '\u0300';
export const SAC = '\u0301';
export const NGA = '\u0303';
export const HOI = '\u0309';
export const NANG = '\u0323';

export type ToneMark = '' | typeof HUYEN | typeof SAC | typeof NGA | typeof HOI | typeof NANG;

/** A word taken apart: letters in NFC without tone, the one tone mark, and the index of the letter that bore it. */
export interface SpelledWord {
  readonly letters: readonly string[];
  readonly tone: ToneMark;
  readonly toneAt: number;
}

const COMBINING = /^\p{Mn}$/u;
const VOWEL = /^[aeiouy]/i;
const APOSTROPHE = /^['’ʼ]$/;

export const isVowel = (letter: string): boolean => VOWEL.test(letter.normalize('NFD'));

const isToneMark = (char: string): char is Exclude<ToneMark, ''> =>
  char === HUYEN || char === SAC || char === NGA || char === HOI || char === NANG;

/**
 * Official lists of minority place names carry sắc and nặng on a consonant or an apostrophe ("Kńôp", "Ngoḳ",
 * "M'́Drăk"); other marks on consonants are letters of their own (ñ).
 */
function bearsTone(letter: string | undefined, mark: ToneMark): boolean {
  if (letter === undefined) return false;
  if (isVowel(letter)) return true;
  return mark === SAC || mark === NANG || APOSTROPHE.test(letter);
}

// The longest syllable (nghiêng) has 7 letters and 9 units in NFD; the rest is room for minority names. Also keeps a word
// of ten thousand marks from costing quadratic time.
const LONGEST_WORD = 32;

/** Takes a word apart; undefined when it is too long or bears several tones, so cannot be one Vietnamese syllable. */
export function spell(word: string): SpelledWord | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const letters: string[] = [];
  let tone: ToneMark = '';
  let toneAt = -1;
  for (const char of word.normalize('NFD')) {
    const last = letters.at(-1);
    if (isToneMark(char) && bearsTone(last, char)) {
      if (tone !== '') return undefined;
      tone = char;
      toneAt = letters.length - 1;
    } else if (last !== undefined && COMBINING.test(char)) {
      letters[letters.length - 1] = (last + char).normalize('NFC');
    } else letters.push(char);
  }
  return { letters, tone, toneAt };
}

/** Puts a word together again with its tone over the letter at `toneAt`; NFC. */
export function unspell({ letters, tone, toneAt }: SpelledWord): string {
  if (tone === '') return letters.join('');
  return letters
    .map((letter, index) => (index === toneAt ? (letter + tone).normalize('NFC') : letter))
    .join('');
}
