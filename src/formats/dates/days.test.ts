import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilFromDay,
  dayFromCivil,
  dayFromIso,
  daysInMonth,
  impossiblePart,
  isoFromDay,
  yearOfDay,
} from './days.ts';

describe('day numbers', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['1968-01-29', -703],
    ['0000-03-01', -719_468],
    ['-0001-12-31', -719_529],
  ])('%s', (iso, day) => {
    expect(dayFromIso(iso)).toBe(day);
    expect(isoFromDay(day)).toBe(iso);
  });

  it('reaches hundreds of thousands of years back', () => {
    for (const iso of ['-798050-01-01', '-10000-12-31', '+12345-06-07']) {
      expect(isoFromDay(dayFromIso(iso) ?? 0)).toBe(iso);
    }
  });

  it('agrees with the platform calendar from -2000 to 4000', () => {
    const dates = fc.integer({ min: dayFromCivil({ year: -2000, month: 1, day: 1 }), max: 741_000 });
    fc.assert(
      fc.property(dates, (day) => {
        const reference = new Date(day * 86_400_000);
        expect(civilFromDay(day)).toEqual({
          year: reference.getUTCFullYear(),
          month: reference.getUTCMonth() + 1,
          day: reference.getUTCDate(),
        });
        expect(dayFromIso(isoFromDay(day))).toBe(day);
        expect(yearOfDay(day)).toBe(reference.getUTCFullYear());
      }),
    );
  });

  it.each([
    '2025-02-30',
    '2025-13-01',
    '2025-00-10',
    '2025-1-1',
    '1900-02-29',
    '25-01-01',
    '',
    '2025-01-01T00:00',
  ])('refuses %j', (iso) => {
    expect(dayFromIso(iso)).toBeNull();
  });

  it('names the impossible part', () => {
    expect(impossiblePart({ year: 2025, month: 2, day: 30 })).toBe('day');
    expect(impossiblePart({ year: 2025, month: 14, day: 3 })).toBe('month');
    expect(impossiblePart({ year: Number.NaN, month: 1, day: 3 })).toBe('year');
    expect(impossiblePart({ year: 2024, month: 2, day: 29 })).toBeNull();
    expect(daysInMonth(2024, 2)).toBe(29);
  });
});
