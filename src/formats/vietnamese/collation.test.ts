import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePersonNames, compareVietnamese } from './collation.ts';

const sign = (value: number): number => Math.sign(value) + 0;
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aăâàảãáạdđoôơ AĐ-', '\u0301', '\u0000', '𡨸') }),
  fc.string({ unit: 'binary' }),
);

describe('compareVietnamese', () => {
  it.each([
    ['the alphabet', 'a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y'],
    ['the tones', 'ma mà mả mã má mạ'],
    ['letters before tones', 'cả cọ cô cơ của'],
    ['đ behind every d', 'da do dy đa'],
  ])('%s: %s', (_name, list) => {
    const words = list.split(' ');
    expect(words.toReversed().toSorted(compareVietnamese)).toEqual(words);
  });

  it('orders what the collation cannot tell apart, and only that which is not canonically equal', () => {
    expect(compareVietnamese('a', 'a\u0000')).toBeLessThan(0);
    expect(compareVietnamese('a\u0000', 'a')).toBeGreaterThan(0);
    expect(compareVietnamese('ề', 'ề'.normalize('NFD'))).toBe(0);
  });

  it.each([
    ['compareVietnamese', compareVietnamese],
    ['comparePersonNames', comparePersonNames],
  ])('%s is a total order in which only canonically equal texts are equal', (_name, compare) => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(sign(compare(a, b))).toBe(-sign(compare(b, a)) + 0);
        expect(compare(a, b) === 0).toBe(a.normalize('NFC') === b.normalize('NFC'));
        const [low = '', middle = '', high = ''] = [a, b, c].toSorted(compare);
        expect(compare(low, middle)).toBeLessThanOrEqual(0);
        expect(compare(middle, high)).toBeLessThanOrEqual(0);
        expect(compare(low, high)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('comparePersonNames', () => {
  it('goes by given name, then family and middle names', () => {
    const names = [
      'Trần Văn An',
      'Lê Thị Ánh',
      'Nguyễn Văn Bình',
      'Trần Bình',
      'Nguyễn Du (1765–1820)',
      'Bùi Thị Đào',
    ];
    expect(names.toReversed().toSorted(comparePersonNames)).toEqual(names);
  });

  it('takes hostile names in linear time', () => {
    const started = performance.now();
    expect(comparePersonNames(`${'x'.repeat(100_000)} ${' '.repeat(100_000)}a`, 'b')).toBeLessThan(0);
    expect(comparePersonNames('('.repeat(100_000), 'b')).toBeLessThan(0);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('copes with one word, blanks and nothing', () => {
    expect(['Du', '', '  Ái  '].toSorted(comparePersonNames)).toEqual(['', '  Ái  ', 'Du']);
  });
});
