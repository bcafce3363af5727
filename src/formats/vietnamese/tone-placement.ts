import { isVowel, NANG, type SpelledWord, spell, unspell } from './letters.ts';
import { toNfcLatin } from './nfc.ts';

// A word may hold apostrophes: "M'Drắk" is one word whose tone can have strayed onto the apostrophe.
const WORD = /\p{Script=Latin}(?:\p{Script=Latin}|\p{Mn}|['’ʼ](?=\p{Mn}*\p{Script=Latin}))*/gu;

/** Rising pairs: o or u is a glide, the tone belongs to the second letter (Quyết định 240/QĐ, 1984). */
const RISING = new Set(['oa', 'oe', 'uy', 'ue']);
const FALLING = new Set(['ai', 'ao', 'au', 'ay', 'eo', 'ia', 'iu', 'oi', 'ua', 'ui']);

interface VowelGroup {
  readonly start: number;
  readonly end: number;
}

/** Where the vowels of the syllable stand, without the u of qu and the i of gi; undefined for words of several syllables. */
export function vowelGroup(letters: readonly string[]): VowelGroup | undefined {
  const first = letters.findIndex(isVowel);
  if (first < 0) return undefined;
  const onset = `${letters[0]}${letters[1]}`.toLowerCase();
  const third = letters[2];
  const glidedOnset = (onset === 'qu' || onset === 'gi') && third !== undefined && isVowel(third);
  const start = glidedOnset ? 2 : first;
  let end = start;
  while (isVowel(letters[end] ?? '')) end += 1;
  return letters.slice(end).some(isVowel) ? undefined : { start, end };
}

const isMarked = (vowel: string): boolean => vowel > '\u007f';

/** "gịa" (in "giặt gịa") is gi + ịa with one i written: another word than "giạ". */
const isGiaWithI = (letters: string, { tone, toneAt }: SpelledWord): boolean =>
  letters === 'gia' && tone === NANG && toneAt === 1;

function tonePosition(word: SpelledWord): number | undefined {
  const letters = word.letters.map((letter) => letter.toLowerCase());
  const group = vowelGroup(letters);
  if (group === undefined || isGiaWithI(letters.join(''), word)) return undefined;
  const vowels = letters.slice(group.start, group.end);
  const marked = vowels.findLastIndex(isMarked);
  if (marked >= 0) return group.start + marked;
  const hasCoda = group.end < letters.length;
  return (
    group.start +
    plainPosition(vowels, { hasCoda, alone: group.start === 0, toneAt: word.toneAt - group.start })
  );
}

interface Surroundings {
  readonly hasCoda: boolean;
  readonly alone: boolean;
  readonly toneAt: number;
}

function plainPosition(vowels: readonly string[], { hasCoda, alone, toneAt }: Surroundings): number {
  if (vowels.length !== 2) return vowels.length === 1 ? 0 : 1;
  if (hasCoda) return 1;
  const pair = vowels.join('');
  // Without an onset the tone of "uy" stays on u: "ủy ban", "úy".
  if (RISING.has(pair)) return pair === 'uy' && alone ? 0 : 1;
  // A pair that Vietnamese does not know keeps what it has; a tone from outside the vowels goes to the first.
  return FALLING.has(pair) || toneAt !== 1 ? 0 : 1;
}

/** Canonical tone placement of one Latin-script word; a word that is no single syllable comes back as given. */
export function placeTone(word: string): string {
  const spelled = spell(word);
  if (spelled === undefined || spelled.tone === '') return word;
  const toneAt = tonePosition(spelled);
  return toneAt === undefined ? word : unspell({ ...spelled, toneAt });
}

/**
 * The same text with every tone mark where the 1984 rule puts it: "hòa" → "hoà", "thúy" → "thuý", "víêng" → "viếng".
 * Case is kept, Latin words come out in NFC, other scripts as given.
 */
export function normalizeTonePlacement(text: string): string {
  return toNfcLatin(text).replace(WORD, placeTone);
}
