import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withinOneEdit } from './edit-distance.ts';
import { codePointLength, truncate } from './length.ts';
import { toNfcLatin } from './nfc.ts';
import { slugify } from './slug.ts';

describe('toNfcLatin', () => {
  it('composes Latin letters only', () => {
    expect(toNfcLatin('Đền Hùng'.normalize('NFD'))).toBe('Đền Hùng');
    expect(toNfcLatin('ho\u0340a \u212b')).toBe('hòa Å');
    expect(toNfcLatin('\uf900 か\u3099 и\u0306 e\u0302\u0301')).toBe('\uf900 か\u3099 и\u0306 ế');
    expect(toNfcLatin('\u{2f800}\u0301')).toBe('\u{2f800}\u0301');
  });

  const marked = fc.string({
    unit: fc.constantFrom(
      ...'aeêođk иか豈𡨸',
      '\u0301',
      '\u0302',
      '\u0323',
      '\u0340',
      '\u3099',
      '\u{2f800}',
      '\u212a',
    ),
  });

  it('touches no letter of another script', () => {
    fc.assert(
      fc.property(marked, (text) => {
        const others = (given: string) => given.match(/[иか豈𡨸\u{2f800}]\p{Mn}*/gu);
        expect(others(toNfcLatin(text))).toEqual(others(text));
      }),
    );
  });

  it('is idempotent and canonically the same text', () => {
    fc.assert(
      fc.property(fc.oneof(marked, fc.string({ unit: 'binary' })), (text) => {
        const stored = toNfcLatin(text);
        expect(toNfcLatin(stored)).toBe(stored);
        expect(stored.normalize('NFC')).toBe(text.normalize('NFC'));
      }),
    );
  });
});

describe('length', () => {
  it('counts code points', () => {
    expect(codePointLength('𡨸喃')).toBe(2);
    expect(codePointLength('ề'.normalize('NFD'))).toBe(3);
    expect(codePointLength('')).toBe(0);
  });

  it.each([
    ['Trống đồng Ngọc Lũ', 20, 'Trống đồng Ngọc Lũ'],
    ['Trống đồng Ngọc Lũ', 18, 'Trống đồng Ngọc Lũ'],
    ['Trống đồng Ngọc Lũ', 16, 'Trống đồng Ngọc…'],
    ['Trống đồng Ngọc Lũ', 15, 'Trống đồng…'],
    ['Trống đồng Ngọc Lũ', 11, 'Trống đồng…'],
    ['𡨸喃𡨸喃', 3, '𡨸喃…'],
    ['ềềề'.normalize('NFD'), 2, `${'ề'.normalize('NFD')}…`],
    ['👨‍👩‍👧👨‍👩‍👧', 2, '👨‍👩‍👧👨‍👩‍👧'],
    ['abc', 1, '…'],
  ])('truncate %s to %d', (text, max, expected) => expect(truncate(text, max)).toBe(expected));

  it('truncates to the limit and never inside a grapheme', () => {
    const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });
    const count = (text: string) => [...segmenter.segment(text)].length;
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.integer({ min: 1, max: 30 }),
        (text, max) => {
          const short = truncate(text, max);
          expect(count(short)).toBeLessThanOrEqual(max);
          expect(short === text || short.endsWith('…')).toBe(true);
          expect(text.startsWith(short === text ? text : short.slice(0, -1))).toBe(true);
        },
      ),
    );
  });
});

describe('slugify', () => {
  it.each([
    ['Trống đồng Ngọc Lũ', 'trong-dong-ngoc-lu'],
    ['  Đền “Hùng” (Phú Thọ) – 1962!  ', 'den-hung-phu-tho-1962'],
    ["M'Drắk", 'mdrak'],
    ['Œuvres de Straße', 'oeuvres-de-strasse'],
    ['𡨸喃', ''],
    ['', ''],
    ['x'.repeat(100), 'x'.repeat(80)],
    [`${'x'.repeat(39)} ${'y'.repeat(40)} z`, `${'x'.repeat(39)}-${'y'.repeat(40)}`],
    [`${'x'.repeat(39)} ${'y'.repeat(41)}`, 'x'.repeat(39)],
  ])('%s → %s', (text, slug) => expect(slugify(text)).toBe(slug));

  it('gives URL-safe slugs and is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const slug = slugify(text);
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });
});

/** Optimal string alignment distance by the book, to compare with. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => i || j),
  );
  const cell = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      rows[i]?.splice(j, 1, Math.min(substituted, swapped, cell(i - 1, j) + 1, cell(i, j - 1) + 1));
    }
  return cell(a.length, b.length);
}

describe('withinOneEdit', () => {
  it.each(['dong dong', 'dong dog', 'dong doong', 'dong dang', 'dong dogn', 'a ', ' '])('%s', (pair) => {
    const [a = '', b = ''] = pair.split(' ');
    expect(withinOneEdit(a, b)).toBe(true);
    expect(withinOneEdit(b, a)).toBe(true);
  });

  it.each(['dong dag', 'dong do', 'abcd badc', 'dong gnod', 'ab '])('not %s', (pair) => {
    const [a = '', b = ''] = pair.split(' ');
    expect(withinOneEdit(a, b)).toBe(false);
  });

  it('agrees with the full distance', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(withinOneEdit(a, b)).toBe(distance(a, b) <= 1);
      }),
      { numRuns: 2000 },
    );
  });
});
