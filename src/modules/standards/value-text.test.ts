import { describe, expect, test } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import { comparableOf, dayRange, textOf } from './value-text.ts';

const day = (iso: string) => dayFromIso(iso) ?? Number.NaN;

test.each<[unknown, string]>([
  ['Trống đồng', 'Trống đồng'],
  [12, '12'],
  [true, 'true'],
  [null, ''],
  [undefined, ''],
  [{ scheme: 'inventory', value: 'BTLS-1' }, 'BTLS-1'],
  [{ type: 'height', value: '63.5', unit: 'cm' }, '63.5'],
  [{ number: '12/QĐ', date: '2012-10-01' }, '12/QĐ'],
  [{ original: '文', transliteration: 'văn', translation: 'văn chương' }, '文 văn văn chương'],
  [{ verbatim: 'Hà Nội', units: ['01'] }, 'Hà Nội'],
  [{ calendar: 'words', words: 'Ngày Mão' }, 'Ngày Mão'],
  [{ units: ['01'] }, ''],
  [{ value: 3 }, ''],
])('the words of %j', (value, expected) => {
  expect(textOf(value)).toBe(expected);
});

describe('the days of a date', () => {
  test('come from its days first, then from EDTF', () => {
    expect(dayRange({ edtf: '1990', earliest: 5, latest: 9 })).toEqual({ low: 5, high: 9 });
    expect(dayRange({ edtf: '1990' })).toEqual({ low: day('1990-01-01'), high: day('1990-12-31') });
    expect(dayRange({ edtf: '1990-02/1991-03-05' })).toEqual({
      low: day('1990-02-01'),
      high: day('1991-03-05'),
    });
  });

  test('an open end is infinite', () => {
    expect(dayRange({ earliest: 5, latest: null })).toEqual({ low: 5, high: Number.POSITIVE_INFINITY });
    expect(dayRange({ latest: 5 })).toEqual({ low: Number.NEGATIVE_INFINITY, high: 5 });
    expect(dayRange({ edtf: '1990/..' })).toEqual({ low: day('1990-01-01'), high: Number.POSITIVE_INFINITY });
  });

  test('decisions have theirs, and rules write dates as text', () => {
    expect(dayRange({ number: '1', date: '2012-10-01' })).toEqual({
      low: day('2012-10-01'),
      high: day('2012-10-01'),
    });
    expect(dayRange('2012')).toEqual({ low: day('2012-01-01'), high: day('2012-12-31') });
  });

  test.each([
    [{ verbatim: 'thế kỷ XVIII' }],
    [{ edtf: '2023-02-30' }],
    ['hôm qua'],
    [null],
    [5],
    [undefined],
  ])('nothing can be said of %j', (value) => {
    expect(dayRange(value)).toBeUndefined();
  });
});

test.each<[Parameters<typeof comparableOf>[0], unknown, unknown]>([
  ['integer', 5, { low: 5, high: 5 }],
  ['decimal', '63.5', { low: 63.5, high: 63.5 }],
  ['measurement', { type: 'height', value: '63.5', unit: 'cm' }, { low: 63.5, high: 63.5 }],
  ['measurement', '100', { low: 100, high: 100 }],
  ['date', { earliest: 1, latest: 2 }, { low: 1, high: 2 }],
  ['decimal', 'nhiều', undefined],
])('%s %j is compared as %j', (datatype, value, expected) => {
  expect(comparableOf(datatype, value)).toEqual(expected);
});
