import { describe, expect, it } from 'vitest';
import { invalidField, type LunarRule } from './recurrence-rule.ts';

const lunar: LunarRule = { type: 'lunar-vi', month: 1, day: 30, leap: 'regular' };

describe('a sound rule', () => {
  it.each([
    [lunar],
    [{ ...lunar, endMonth: 3, endDay: 30 }],
    [{ ...lunar, everyYears: 1 }],
    [{ ...lunar, everyYears: 12, anchorYear: 2024 }],
    [{ type: 'gregorian', month: 2, day: 29 } as const],
    [{ type: 'gregorian', month: 12, day: 31, endMonth: 1, endDay: 1 } as const],
    [{ type: 'words', text: 'ngày Thìn đầu tiên của tháng Giêng' } as const],
    [{ ...lunar, overrides: [{ year: 2027, certainty: 'cancelled' as const }] }],
    [{ ...lunar, overrides: [{ year: 2027, certainty: 'confirmed' as const, start: '2027-02-18' }] }],
  ])('%#: %o', (rule) => {
    expect(invalidField(rule)).toBeNull();
  });
});

describe('a broken rule', () => {
  it.each([
    [{ ...lunar, month: 0 }, 'month'],
    [{ ...lunar, month: 1.5 }, 'month'],
    [{ ...lunar, day: 0 }, 'day'],
    [{ ...lunar, day: Number.NaN }, 'day'],
    [{ type: 'gregorian', month: 4, day: 31 } as const, 'day'],
    [{ type: 'gregorian', month: 4, day: 1, endMonth: 13 } as const, 'endMonth'],
    [{ type: 'gregorian', month: 1, day: 31, endMonth: 4 } as const, 'endDay'],
    [{ ...lunar, everyYears: 0 }, 'anchorYear'],
    [{ ...lunar, everyYears: 2 }, 'anchorYear'],
    [{ type: 'khmer', text: '', everyYears: 2, anchorYear: 2020.5 } as const, 'anchorYear'],
    [{ ...lunar, overrides: [{ year: 1, certainty: 'confirmed' as const, start: 'hôm nay' }] }, 'overrides'],
    [
      {
        ...lunar,
        overrides: [{ year: 1, certainty: 'confirmed' as const, start: '2027-01-02', end: '2027-02-30' }],
      },
      'overrides',
    ],
  ])('%#: %o', (rule, field) => {
    expect(invalidField(rule)).toBe(field);
  });
});
