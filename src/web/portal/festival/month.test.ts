import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayFromIso, isoFromDay } from '#formats/dates/index.ts';
import { addMonths, daysOfMonth, isShown, monthOf, monthPath, readMonth, weeksOf } from './month.ts';

const aMonth = fc.record({
  year: fc.integer({ min: 1968, max: 2100 }),
  month: fc.integer({ min: 1, max: 12 }),
});

test.each([
  ['2027', '02', { year: 2027, month: 2 }],
  ['2027', '2', { year: 2027, month: 2 }],
  ['1985', '01', { year: 1985, month: 1 }],
  ['2050', '12', { year: 2050, month: 12 }],
  ['2027', '13', undefined],
  ['2027', '00', undefined],
  ['1967', '12', undefined],
  ['2101', '01', undefined],
  ['02027', '01', undefined],
  ['2027', '1e0', undefined],
  [undefined, '01', undefined],
])('the month of %s/%s', (year, month, read) => {
  expect(readMonth(year, month)).toEqual(read);
});

describe('months', () => {
  it('go on over the end of a year', () => {
    expect(addMonths({ year: 2027, month: 12 }, 1)).toEqual({ year: 2028, month: 1 });
    expect(addMonths({ year: 2027, month: 1 }, -1)).toEqual({ year: 2026, month: 12 });
    expect(monthPath({ year: 2027, month: 2 })).toBe('2027/02');
  });

  it('come back by as many as they went', () => {
    fc.assert(
      fc.property(aMonth, fc.integer({ min: -500, max: 500 }), (month, count) => {
        expect(addMonths(addMonths(month, count), -count)).toEqual(month);
      }),
    );
  });

  it('hold their days and no others', () => {
    fc.assert(
      fc.property(aMonth, (month) => {
        const { from, to } = daysOfMonth(month);
        expect([monthOf(from), monthOf(to)]).toEqual([month, month]);
        expect([monthOf(from - 1), monthOf(to + 1)]).toEqual([addMonths(month, -1), addMonths(month, 1)]);
        expect(isShown(month)).toBe(true);
      }),
    );
  });
});

describe('weeks', () => {
  it('begin on Monday: 6 February 2027 is a Saturday', () => {
    const [first] = weeksOf({ year: 2027, month: 2 });
    expect(first).toHaveLength(7);
    expect(first?.[0]).toBe(dayFromIso('2027-02-01'));
    expect(first?.[5]).toBe(dayFromIso('2027-02-06'));
  });

  it('hold every day of the month once, in order', () => {
    fc.assert(
      fc.property(aMonth, (month) => {
        const days = weeksOf(month)
          .flat()
          .filter((day) => day !== null);
        const { from, to } = daysOfMonth(month);
        expect(days).toEqual(Array.from({ length: to - from + 1 }, (_, at) => from + at));
        expect(new Date(`${isoFromDay(days[0] ?? 0)}T00:00:00Z`).getUTCDay()).toBe(
          (weeksOf(month)[0]?.findIndex((day) => day !== null) ?? 0) === 6
            ? 0
            : (weeksOf(month)[0]?.findIndex((day) => day !== null) ?? 0) + 1,
        );
      }),
    );
  });
});
