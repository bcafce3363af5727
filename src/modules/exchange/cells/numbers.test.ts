import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBoolean, readCoordinate, readDecimal, readInteger } from './numbers.ts';

const told = (read: ReturnType<typeof readDecimal | typeof readInteger | typeof readBoolean>) =>
  read.kind === 'value' ? read.value : read.problem.code;

describe('readDecimal', () => {
  it.each([
    ['63.5', '63.5'],
    ['63,5', '63.5'],
    ['63.50', '63.50'],
    ['-4', '-4'],
    ['−4,25', '-4.25'],
    ['+4', '4'],
    ['1.250', '1.250'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['12.345.678,9', '12345678.9'],
    ['12 345,6', '12345.6'],
    ['12\u00a0345', '12345'],
    ['1,250', 'ambiguous-number'],
    ['1.2.3', 'not-a-number'],
    ['12,34.5', 'not-a-number'],
    ['63.5 cm', 'not-a-number'],
    ['khoảng 60', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['1234567890123456', 'not-a-number'],
  ])('%s is %s', (cell, value) => {
    expect(told(readDecimal(cell))).toBe(value);
  });

  it('tells both readings of a number that has two', () => {
    const read = readDecimal('1,250');
    expect(read.kind === 'problem' && read.problem.advice.en).toBe('Write 1.250 or 1250.');
  });

  it('keeps every decimal that the standards allow as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?[0-9]{1,15}(\.[0-9]{1,15})?$/), (text) => {
        expect(told(readDecimal(text))).toBe(text);
      }),
    );
  });
});

describe('readInteger', () => {
  it.each([
    ['12', 12],
    ['-3', -3],
    ['1 250', 1250],
    ['1.250', 'not-an-integer'],
    ['1,5', 'not-an-integer'],
    ['12 cái', 'not-an-integer'],
    ['99999999999999999999', 'not-an-integer'],
  ])('%s is %s', (cell, value) => {
    expect(told(readInteger(cell))).toBe(value);
  });
});

describe('readBoolean', () => {
  it.each([
    ['Có', true],
    ['x', true],
    ['TRUE', true],
    ['không', false],
    ['0', false],
    ['có lẽ', 'not-a-boolean'],
  ])('%s is %s', (cell, value) => {
    expect(told(readBoolean(cell))).toBe(value);
  });
});

describe('readCoordinate', () => {
  it.each([
    ['21.0285', 21.0285],
    ['21,0285', 21.0285],
    ['2325786.12', 2325786.12],
    ['2 325 786,12', 2325786.12],
    ['21°01′43″N', 21.028611111],
    [`21° 1' 43.5" B`, 21.02875],
    ['105°51′Đ', 105.85],
    ['12°30′S', -12.5],
  ])('%s is %d', (cell, value) => {
    expect(readCoordinate(cell)).toEqual({ kind: 'value', value });
  });

  it.each(['', 'Hà Nội', '21°61′N', '21..5'])('%j is none', (cell) => {
    expect(readCoordinate(cell)).toMatchObject({ problem: { code: 'not-a-coordinate' } });
  });
});
