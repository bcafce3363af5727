import { HOI, HUYEN, NANG, NGA, SAC } from './letters.ts';
import {
  append,
  clearTone,
  finish,
  type KeyEffect,
  pressBreve,
  pressCircumflex,
  pressHorn,
  pressStroke,
  pressTone,
  type Typing,
} from './typing.ts';

/** A doubled vowel key counts next to its vowel or behind the coda ("trongo"), not across another vowel ("ngoeo"). */
function doubledVowel(vowel: string): KeyEffect {
  const circumflex = pressCircumflex(vowel);
  const reachable = new RegExp(`${vowel}[^aeiouyăâêôơư]*$`);
  return (typing) => (reachable.test(typing.letters.join('')) ? circumflex(typing) : undefined);
}

/** w is the horn and the breve: the breve on "oa" and on a lone a, never on "ua", which is ưa except after q. */
const pressW: KeyEffect = (typing) => {
  const letters = typing.letters.join('');
  return /(?:^|qu|[^u])a/.test(letters) ? pressBreve(typing) : pressHorn(typing);
};

const EFFECTS: Readonly<Record<string, KeyEffect>> = {
  s: pressTone(SAC),
  f: pressTone(HUYEN),
  r: pressTone(HOI),
  x: pressTone(NGA),
  j: pressTone(NANG),
  z: clearTone,
  a: doubledVowel('a'),
  e: doubledVowel('e'),
  o: doubledVowel('o'),
  w: pressW,
  d: pressStroke,
};

/** A third vowel key takes the circumflex back and leaves two letters: "xooong" → "xoong". */
function undoCircumflex(typing: Typing, key: string): Typing | undefined {
  const marked = { a: 'â', e: 'ê', o: 'ô' }[key];
  if (marked === undefined || typing.letters.at(-1) !== marked) return undefined;
  return { ...typing, letters: [...typing.letters.slice(0, -1), key, key] };
}

/**
 * The Vietnamese syllable that these Telex keys type, in lower-case NFC ("ddoongf" → "đồng"); null when they type none
 * or are already plain text. Tone keys may stand at the end or behind the vowel.
 */
export function decodeTelex(token: string): string | null {
  const keys = token.toLowerCase();
  if (!/^[a-z]{2,12}$/.test(keys)) return null;
  let typing: Typing = { letters: [], tone: '' };
  for (const key of keys) {
    typing = undoCircumflex(typing, key) ?? EFFECTS[key]?.(typing) ?? append(typing, key);
  }
  return finish(typing, keys);
}
