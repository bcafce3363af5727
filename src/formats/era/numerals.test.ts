import { describe, expect, it } from 'vitest';
import { hanNumber, numeralAt } from './numerals.ts';
import { tokensOf } from './spelling.ts';

function value(text: string): number | undefined {
  const tokens = tokensOf(text);
  const found = numeralAt(tokens, 0);
  return found?.length === tokens.length ? found.value : undefined;
}

const SINO = ['', 'nhất', 'nhị', 'tam', 'tứ', 'ngũ', 'lục', 'thất', 'bát', 'cửu'];
const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function written(number: number, digits: readonly string[], ten: string): string[] {
  const [tens, units] = [Math.floor(number / 10), number % 10];
  const parts = [tens > 1 ? digits[tens] : '', tens > 0 ? ten : '', digits[units]];
  return parts.filter((part) => part !== undefined && part !== '').map(String);
}

describe('numerals of era years', () => {
  it('reads 1 to 60 in Sino-Vietnamese, with and without marks, and in Hán', () => {
    for (let number = 1; number <= 60; number += 1) {
      const sino = written(number, SINO, 'thập').join(' ');
      const bare = sino.normalize('NFD').replace(/\p{M}/gu, '');
      const han = written(number, HAN, '十').join('');
      expect([sino, value(sino)]).toEqual([sino, number]);
      expect([bare, value(bare)]).toEqual([bare, number]);
      expect([han, hanNumber(han)]).toEqual([han, number]);
    }
  });

  it.each([
    ['12', 12],
    ['mười hai', 12],
    ['hai mươi bảy', 27],
    ['hai mươi mốt', 21],
    ['ba mươi lăm', 35],
    ['tám', 8],
    ['tam', 3],
    ['nhật', undefined],
    ['hôm', undefined],
    ['', undefined],
  ])('%j', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it.each([
    ['元', 1],
    ['正', 1],
    ['廿七', 27],
    ['卅', 30],
    ['十', 10],
    ['二七', Number.NaN],
    ['', Number.NaN],
    ['天', Number.NaN],
  ])('%j', (text, expected) => {
    expect(hanNumber(text)).toBe(expected);
  });
});
