import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goodShare, plausibility } from './plausibility.ts';

const counts = (text: string) => {
  const { good, bad, long } = plausibility(text);
  return { good, bad, long };
};

describe('how far a text looks like Vietnamese', () => {
  it.each([
    ['Trống đồng Ngọc Lũ', { good: 4, bad: 0, long: 4 }],
    ['TRỐNG ĐỒNG', { good: 2, bad: 0, long: 2 }],
    // Words of ASCII alone are the same in every encoding.
    ['Di tich, 1.200 trang', { good: 0, bad: 0, long: 0 }],
    ['', { good: 0, bad: 0, long: 0 }],
    ['®ång §éc', { good: 0, bad: 2, long: 0 }],
    ['Musée français', { good: 0, bad: 2, long: 0 }],
    // Two letters can be chance, unless the first is ASCII.
    ['ở đó', { good: 2, bad: 0, long: 0 }],
    ['Hà', { good: 1, bad: 0, long: 1 }],
    // Signs before a unit, and quotation marks, are no evidence.
    ['§ 4, © 2020, 15 °C, 5 µm', { good: 0, bad: 0, long: 0 }],
    ['«Huế» “Huế”', { good: 2, bad: 0, long: 2 }],
    ['Đi«n', { good: 0, bad: 1, long: 0 }],
    // A wrong table gives capitals inside of words.
    ['đỒng', { good: 0, bad: 1, long: 0 }],
    ['銅鼓', { good: 0, bad: 1, long: 0 }],
  ])('%j', (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });

  it('does not depend on how the marks are composed', () => {
    const text = 'Quần thể di tích Cố đô Huế';
    expect(plausibility(text.normalize('NFD'))).toEqual(plausibility(text));
  });

  it('is surprised by rare letters, and more by those that Vietnamese has not', () => {
    const surprise = (text: string) => plausibility(text).surprise;
    expect(surprise('đ')).toBe(0);
    expect(surprise('đưàờ')).toBeLessThan(surprise('ẳẹẽẻ'));
    expect(surprise('ẳ')).toBeLessThan(surprise('ñ'));
    expect(surprise('plain')).toBe(0);
  });

  it('is the same whatever stands between the words', () => {
    const words = ['Trống', 'đồng', 'Musée', 'ở', 'Huế'];
    const separator = fc.constantFrom(' ', ', ', '\r\n', ';', '\t', ' – ', ' “', '/', '. ', ' 12 ');
    fc.assert(
      fc.property(fc.array(separator, { minLength: 4, maxLength: 4 }), (separators) => {
        const text = words.map((word, i) => word + (separators[i] ?? '')).join('');
        expect(counts(text)).toEqual({ good: 4, bad: 1, long: 3 });
      }),
    );
  });
});

describe('the share of good words', () => {
  it('is between nothing and all', () => {
    expect(goodShare(plausibility('Musée Huế'))).toBe(0.5);
    expect(goodShare(plausibility('Huế'))).toBe(1);
    expect(goodShare(plausibility('ASCII'))).toBe(0);
  });
});
