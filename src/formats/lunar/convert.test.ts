import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoFromDay } from '#formats/dates/index.ts';
import { lunarYear, lunarYearInterval, toLunar, toSolar } from './convert.ts';
import type { SourcedCalendar } from './tables.ts';

const FIRST = lunarYearInterval(1200)?.[0] ?? Number.NaN;
const LAST = lunarYearInterval(2199)?.[1] ?? Number.NaN;

function newYear(year: number): string {
  return isoFromDay(lunarYearInterval(year)?.[0] ?? 0);
}

describe('lunar dates', () => {
  it.each([
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2030, '2030-02-02'],
    [2007, '2007-02-17'],
    [1985, '1985-01-21'],
    [1968, '1968-01-29'],
    [1945, '1945-02-13'],
  ])('Tết %i is on %s', (year, iso) => {
    expect(newYear(year)).toBe(iso);
  });

  it.each([
    [2025, 6],
    [2028, 5],
    [2031, 3],
    [2023, 2],
    [2033, 11],
    [2027, null],
  ])('the leap month of %i is %s', (year, month) => {
    expect(lunarYear(year)).toMatchObject({ kind: 'lunar-year', leapMonth: month });
  });

  it('gives the first day of Mậu Thân with its names', () => {
    expect(toLunar('1968-01-29')).toEqual({
      kind: 'lunar-date',
      year: 1968,
      month: 1,
      day: 1,
      leap: false,
      yearName: 'Mậu Thân',
      monthName: 'Giáp Dần',
      dayName: 'Mậu Tuất',
      basis: 'computed',
      source: null,
      retro: false,
      uncertaintyDays: 0,
      uncertaintyMonths: 0,
    });
  });

  it.each([
    ['10/3 Đinh Mùi', { year: 2027, month: 3, day: 10, leap: false }, '2027-04-16'],
    ['10/3 Mậu Thân', { year: 2028, month: 3, day: 10, leap: false }, '2028-04-04'],
    ['9/4 Đinh Mùi', { year: 2027, month: 4, day: 9, leap: false }, '2027-05-14'],
    ['15/8 Đinh Mùi', { year: 2027, month: 8, day: 15, leap: false }, '2027-09-15'],
    ['1/6 nhuận Ất Tỵ', { year: 2025, month: 6, day: 1, leap: true }, '2025-07-25'],
  ])('%s', (_name, date, iso) => {
    expect(toSolar(date)).toMatchObject({ kind: 'date', iso, retro: false, earliest: dayFromIso(iso) });
  });

  it.each([
    [{ year: 2027, month: 3, day: 1, leap: true }, 'leap-month-absent', null, null],
    [{ year: 2025, month: 5, day: 1, leap: true }, 'leap-month-absent', 6, null],
    [{ year: 2026, month: 13, day: 1, leap: false }, 'month-absent', null, null],
    [{ year: 2026, month: 1, day: 31, leap: false }, 'day-absent', null, 30],
    [{ year: 2026, month: 1, day: 0, leap: false }, 'day-absent', null, 30],
  ])('%o does not exist', (date, reason, leapMonth, monthLength) => {
    expect(toSolar(date)).toEqual({ kind: 'no-such-day', reason, leapMonth, monthLength });
  });

  it('refuses day 30 of every month of 29 days', () => {
    const year = lunarYear(2026);
    const short = year.kind === 'lunar-year' ? year.months.filter(({ length }) => length === 29) : [];
    expect(short.length).toBeGreaterThan(4);
    for (const { month, leap } of short) {
      expect(toSolar({ year: 2026, month, leap, day: 30 })).toEqual({
        kind: 'no-such-day',
        reason: 'day-beyond-month',
        leapMonth: null,
        monthLength: 29,
      });
    }
  });

  it('widens a date computed back: one day before 1968, a month more before 1813', () => {
    expect(toLunar('1968-01-01')).toMatchObject({ retro: false, uncertaintyDays: 0 });
    expect(toLunar('1967-12-31')).toMatchObject({ retro: true, uncertaintyDays: 1, uncertaintyMonths: 0 });
    const late = toSolar({ year: 1813, month: 1, day: 1, leap: false });
    expect(late).toMatchObject({ kind: 'date', retro: true, uncertaintyDays: 1, uncertaintyMonths: 0 });
    const early = toSolar({ year: 1812, month: 1, day: 1, leap: false });
    expect(early).toMatchObject({ kind: 'date', retro: true, uncertaintyDays: 1, uncertaintyMonths: 1 });
    if (early.kind === 'date' && late.kind === 'date') {
      expect([early.earliest - early.day, early.latest - early.day]).toEqual([-31, 31]);
      expect([late.earliest - late.day, late.latest - late.day]).toEqual([-1, 1]);
    }
  });

  it('says what it does not reach', () => {
    for (const day of [FIRST - 1, LAST + 1, '0938-11-01', '2300-01-01']) {
      expect(toLunar(day)).toEqual({ kind: 'out-of-range', firstYear: 1200, lastYear: 2199 });
    }
    expect(toSolar({ year: 1199, month: 1, day: 1, leap: false })).toMatchObject({ kind: 'out-of-range' });
    expect(lunarYear(2200)).toMatchObject({ kind: 'out-of-range' });
    expect(lunarYearInterval(1199)).toBeNull();
    for (const text of ['2025-02-30', 'Tết', 1.5]) expect(toLunar(text)).toEqual({ kind: 'not-a-date' });
  });

  it('is its own inverse from 1200 to 2199', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (day) => {
        const lunar = toLunar(day);
        expect(lunar.kind).toBe('lunar-date');
        if (lunar.kind === 'lunar-date') expect(toSolar(lunar)).toMatchObject({ kind: 'date', day });
      }),
      { numRuns: 2000 },
    );
  });

  it('converts 200,000 days in well under a second', () => {
    for (let year = 1900; year < 2100; year += 1) lunarYear(year);
    const start = performance.now();
    const from = dayFromIso('1950-01-01') ?? 0;
    let leapDays = 0;
    for (let index = 0; index < 200_000; index += 1) {
      const lunar = toLunar(from + (index % 36_500));
      if (lunar.kind === 'lunar-date' && lunar.leap) leapDays += 1;
    }
    expect(leapDays).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('a sourced calendar', () => {
  const tables: SourcedCalendar[] = [
    {
      source: 'Lịch thử, bản kiểm tra',
      years: [
        {
          year: 1700,
          months: [
            { month: 1, leap: false, start: '1700-02-20', length: 29 },
            { month: 2, leap: false, start: '1700-03-21', length: 30 },
          ],
        },
        { year: 1701, months: [{ month: 1, leap: false, start: '1701-02-30', length: 29 }] },
        {
          year: 1702,
          months: [
            { month: 1, leap: false, start: '1702-01-28', length: 30 },
            { month: 2, leap: false, start: '1702-03-01', length: 30 },
          ],
        },
      ],
    },
  ];

  it('replaces the computed year and carries no uncertainty', () => {
    const outcome = toLunar('1700-03-21', { tables });
    const reliability = {
      basis: 'sourced',
      source: 'Lịch thử, bản kiểm tra',
      retro: false,
      uncertaintyDays: 0,
    };
    expect(outcome).toMatchObject({ year: 1700, month: 2, day: 1, uncertaintyMonths: 0, ...reliability });
    expect(toSolar({ year: 1700, month: 2, day: 1, leap: false }, { tables })).toMatchObject({
      iso: '1700-03-21',
      ...reliability,
    });
  });

  it('leaves unsound years and days without a sourced month to computation', () => {
    for (const year of [1701, 1702]) expect(lunarYear(year, { tables })).toMatchObject({ basis: 'computed' });
    expect(toLunar('1700-09-01', { tables })).toMatchObject({
      kind: 'lunar-date',
      basis: 'computed',
      year: 1700,
    });
  });
});
