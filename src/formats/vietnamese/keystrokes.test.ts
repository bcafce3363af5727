import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeKeystrokes } from './keystrokes.ts';
import { HOI, HUYEN, NANG, NGA, SAC, spell, type ToneMark } from './letters.ts';
import { GLIDED_RHYMES, ONSETS, PLAIN_RHYMES } from './rhymes.ts';
import { isVietnameseSyllable } from './syllable.ts';
import { decodeTelex } from './telex.ts';
import { normalizeTonePlacement } from './tone-placement.ts';
import { decodeVni } from './vni.ts';

const TONES: readonly ToneMark[] = ['', HUYEN, SAC, NGA, HOI, NANG];

const syllables = [
  ...new Set(
    ['', ...ONSETS].flatMap((onset) =>
      [...PLAIN_RHYMES, ...GLIDED_RHYMES].flatMap((rhyme) =>
        TONES.map((tone) => {
          const vowel = /[aăâeêioôơuưy](?!.*[aăâeêioôơuưy])/.exec(rhyme);
          const at = vowel ? vowel.index + 1 : rhyme.length;
          return normalizeTonePlacement(`${onset}${rhyme.slice(0, at)}${tone}${rhyme.slice(at)}`);
        }),
      ),
    ),
  ),
].filter(isVietnameseSyllable);

interface Keys {
  readonly letters: Readonly<Record<string, string>>;
  readonly tones: Readonly<Record<string, string>>;
  readonly repeated: (letter: string, previous: string | undefined) => string;
}

const TELEX: Keys = {
  letters: { ă: 'aw', â: 'aa', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd' },
  tones: { [HUYEN]: 'f', [SAC]: 's', [NGA]: 'x', [HOI]: 'r', [NANG]: 'j' },
  // Two o are ô, so "oo" takes three keys.
  repeated: (letter, previous) => (letter === previous ? letter + letter : letter),
};
const VNI: Keys = {
  letters: { ă: 'a8', â: 'a6', ê: 'e6', ô: 'o6', ơ: 'o7', ư: 'u7', đ: 'd9' },
  tones: { [HUYEN]: '2', [SAC]: '1', [NGA]: '4', [HOI]: '3', [NANG]: '5' },
  repeated: (letter) => letter,
};

/** Every way of typing a syllable that this test knows: tone at the end or behind its vowel, ươ with one horn or two. */
function encode(syllable: string, { letters: keys, tones, repeated }: Keys): string[] {
  const spelled = spell(syllable);
  if (spelled === undefined) throw new Error(`not a syllable: ${syllable}`);
  const { letters, tone, toneAt } = spelled;
  const typed = letters.map((letter, index) => keys[letter] ?? repeated(letter, letters[index - 1]));
  const toneKey = tones[tone] ?? '';
  const atEnd = typed.join('') + toneKey;
  const behindVowel = typed.map((key, index) => (index === toneAt ? key + toneKey : key)).join('');
  const horn = (keys.ơ ?? '').slice(1);
  const oneHorn = atEnd.replace(`u${horn}o${horn}`, `uo${horn}`);
  return [atEnd, behindVowel, oneHorn];
}

// "gịa" is typed like "giạ", and what has no marks is no keystroke at all.
const typable = syllables.filter((syllable) => syllable !== 'gịa' && /[^a-z]/.test(syllable));

describe('every syllable', () => {
  it('there are as many as the rules allow', () => {
    expect(typable.length).toBeGreaterThan(6000);
    expect(new Set(syllables).size).toBe(syllables.length);
  });

  it.each([
    ['Telex', (syllable: string) => encode(syllable, TELEX), decodeTelex],
    ['VNI', (syllable: string) => encode(syllable, VNI), decodeVni],
  ])('is decoded from %s, whichever way it is typed', (_name, encodeKeys, decode) => {
    const wrong = typable.flatMap((syllable) =>
      encodeKeys(syllable)
        .filter((keys) => decode(keys) !== syllable)
        .map((keys) => ({ syllable, keys, decoded: decode(keys) })),
    );
    expect(wrong).toEqual([]);
  });
});

describe('decodeTelex', () => {
  it.each([
    ['ddoongf', 'đồng'],
    ['DDoongf', 'đồng'],
    ['trongs', 'tróng'],
    ['troosng', 'trống'],
    ['trongoos', null],
    ['trongos', 'trống'],
    ['dongdf', 'đòng'],
    ['tuowng', 'tương'],
    ['tuwongr', 'tưởng'],
    ['thuowr', 'thuở'],
    ['muaw', 'mưa'],
    ['luuw', 'lưu'],
    ['quawng', 'quăng'],
    ['hoawcj', 'hoặc'],
    ['ngoeor', 'ngoẻo'],
    ['xooong', 'xoong'],
    ['hoafs', 'hoá'],
    ['hoafz', 'hoa'],
    ['ass', null],
    ['class', null],
    ['dong', null],
    ['đồng', null],
    ['d', null],
    ['mats1', null],
    ['a'.repeat(500), null],
  ])('%s → %s', (keys, syllable) => expect(decodeTelex(keys)).toBe(syllable));
});

describe('decodeVni', () => {
  it.each([
    ['tro61ng', 'trống'],
    ['trong61', 'trống'],
    ['d9o62ng', 'đồng'],
    ['dong962', 'đồng'],
    ['D9ONG62', 'đồng'],
    ['tuong7', 'tương'],
    ['ruou75', 'rượu'],
    ['thuo73', 'thuở'],
    ['hoa8c5', 'hoặc'],
    ['a11', null],
    ['b52', null],
    ['k32', null],
    ['1945', null],
    ['dong', null],
    ['thang12', null],
    ['thang10', null],
  ])('%s → %s', (keys, syllable) => expect(decodeVni(keys)).toBe(syllable));
});

describe('decodeKeystrokes', () => {
  const known = new Set(['trong', 'post', 'hoas', 'bas']);
  const decode = (query: string) => decodeKeystrokes(query, { isKnownWord: (token) => known.has(token) });

  it.each([
    ['troongs ddoongf', 'trống đồng'],
    ['tro61ng d9o62ng ngoc lu', 'trống đồng ngoc lu'],
    ['  "troongs"   (ddoongf),', '  "trống"   (đồng),'],
    ['Trong POST hoas', 'Trong POST hoas'],
    ['trống ddoongf', 'trống đồng'],
  ])('%s → %s', (query, text) => expect(decode(query)).toEqual({ text, changed: text !== query }));

  it.each([
    'LSb.5704',
    'a11.s',
    'hoangf@example.vn',
    "l'as",
    'hoas-hoaf',
    'trống đồng',
    '',
    '𡨸喃',
    'x'.repeat(10_000),
  ])('leaves %s', (query) => expect(decode(query)).toEqual({ text: query, changed: false }));

  it('changes nothing when every word is known', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        expect(decodeKeystrokes(query, { isKnownWord: () => true })).toEqual({ text: query, changed: false });
      }),
    );
  });
});
