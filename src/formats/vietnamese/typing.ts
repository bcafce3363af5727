import { isVowel, type ToneMark, unspell } from './letters.ts';
import { isVietnameseSyllable } from './syllable.ts';
import { placeTone, vowelGroup } from './tone-placement.ts';

/** What an input method holds while keys come in: lower-case letters without tone, and the tone. Never changed in place. */
export interface Typing {
  readonly letters: readonly string[];
  readonly tone: ToneMark;
}

/** Undefined: the key does not apply here, so it stands for itself. */
export type KeyEffect = (typing: Typing) => Typing | undefined;

export const append = (typing: Typing, key: string): Typing => ({
  ...typing,
  letters: [...typing.letters, key],
});

const replaceAt = (typing: Typing, at: number, letter: string): Typing => ({
  ...typing,
  letters: typing.letters.with(at, letter),
});

/**
 * A tone key sets or changes the tone. Pressed a second time an input method takes the tone back and writes the key;
 * no tone key can end a syllable, so here it simply stays and spoils the word ("ass").
 */
export function pressTone(tone: ToneMark): KeyEffect {
  return (typing) => {
    if (!typing.letters.some(isVowel) || typing.tone === tone) return undefined;
    return { ...typing, tone };
  };
}

/** The key that removes the tone. */
export const clearTone: KeyEffect = (typing) => (typing.tone === '' ? undefined : { ...typing, tone: '' });

const CIRCUMFLEX: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };

/** Circumflex on the last of `candidates` in the vowels, if no other vowel that could bear it stands behind it. */
export function pressCircumflex(candidates: string): KeyEffect {
  return (typing) => {
    const at = typing.letters.findLastIndex((letter) => candidates.includes(letter));
    const marked = CIRCUMFLEX[typing.letters[at] ?? ''];
    return marked === undefined ? undefined : replaceAt(typing, at, marked);
  };
}

const HORN: Readonly<Record<string, string>> = { o: 'ơ', u: 'ư' };

/** Horn on "uo" together, on the first letter of "ua" and "uu", else on the last o or u that is no glide of qu. */
export const pressHorn: KeyEffect = (typing) => {
  const group = vowelGroup(typing.letters);
  if (group === undefined) return undefined;
  const vowels = typing.letters.slice(group.start, group.end);
  const pair = vowels.join('').search(/uo|ua|uu/);
  const at = pair >= 0 ? pair : vowels.findLastIndex((vowel) => vowel in HORN);
  const marked = HORN[vowels[at] ?? ''];
  if (marked === undefined) return undefined;
  const horned = replaceAt(typing, group.start + at, marked);
  return pair >= 0 && vowels[at + 1] === 'o' ? replaceAt(horned, group.start + at + 1, 'ơ') : horned;
};

/** Breve on the last a. */
export const pressBreve: KeyEffect = (typing) => {
  const at = typing.letters.lastIndexOf('a');
  return at < 0 ? undefined : replaceAt(typing, at, 'ă');
};

/** Stroke on a d at the start. */
export const pressStroke: KeyEffect = (typing) =>
  typing.letters[0] === 'd' ? replaceAt(typing, 0, 'đ') : undefined;

/**
 * One horn key does for both letters of ươ before a coda ("tuowng", "tuwong"), while "uơ" without coda has one horn
 * (thuở).
 */
function settleHorns(letters: string): string {
  if (letters.endsWith('ươ')) return `${letters.slice(0, -2)}uơ`;
  return letters.startsWith('qu') ? letters : letters.replace(/ưo|uơ(?=.)/, 'ươ');
}

/** The syllable that was typed, tone in its canonical place; null when it is none or when the keys did nothing. */
export function finish(typing: Typing, keys: string): string | null {
  const letters = [...settleHorns(typing.letters.join(''))];
  const toneAt = letters.findLastIndex(isVowel);
  const syllable = placeTone(unspell({ letters, tone: typing.tone, toneAt }));
  return syllable !== keys && isVietnameseSyllable(syllable) ? syllable : null;
}
