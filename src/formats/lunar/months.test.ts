import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import { canChiDay } from './can-chi.ts';
import { computedYear } from './months.ts';

const FIXTURE = new URL('../../../../shared/fixtures/vn/lunar-months.csv', import.meta.url);

interface FixtureRow {
  lunar_year: string;
  lunar_month: string;
  leap: string;
  solar_start: string;
  length: string;
  year_canchi: string;
  month_canchi: string;
  first_day_canchi: string;
  minutes_from_midnight: string;
}

describe('computed months', () => {
  const years = Array.from({ length: 1000 }, (_, index) => 1200 + index);

  it('follow one another without gap from 1200 to 2199, with 29 or 30 days and 12 or 13 months', () => {
    let next = computedYear(1200)?.months[0]?.firstDay;
    for (const year of years) {
      const table = computedYear(year);
      expect(table?.months[0]?.firstDay).toBe(next);
      expect([12, 13]).toContain(table?.months.length);
      for (const { length } of table?.months ?? []) expect([29, 30]).toContain(length);
      next = table?.end;
    }
  });

  it('number every regular month once and put a leap month after its namesake', () => {
    for (const year of years) {
      const months = computedYear(year)?.months ?? [];
      expect(months.filter(({ leap }) => !leap).map(({ month }) => month)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
      ]);
      const leap = months.findIndex((month) => month.leap);
      if (leap >= 0) expect(months[leap - 1]?.month).toBe(months[leap]?.month);
      expect(leap >= 0).toBe(months.length === 13);
    }
  });

  it('insert seven leap months in nineteen years on average', () => {
    const leapYears = years.filter((year) => computedYear(year)?.months.length === 13).length;
    expect(leapYears).toBeGreaterThanOrEqual(367);
    expect(leapYears).toBeLessThanOrEqual(370);
  });

  it('do not exist outside the range', () => {
    for (const year of [1199, 2200, 2000.5, Number.NaN]) expect(computedYear(year)).toBeNull();
  });
});

describe.skipIf(!existsSync(FIXTURE))('months of the conformance fixture, 1900–2100', () => {
  it('agree in start, length, leap month and names', () => {
    const rows: FixtureRow[] = parse(readFileSync(FIXTURE), { columns: true });
    const scored = rows.filter((row) => Number(row.minutes_from_midnight) >= 2);
    expect(scored.length).toBeGreaterThan(1200);
    const wrong = scored.filter((row) => {
      const table = computedYear(Number(row.lunar_year));
      const index = table?.months.findIndex(
        ({ month, leap }) => month === Number(row.lunar_month) && leap === (row.leap === '1'),
      );
      const month = table?.months[index ?? -1];
      return !(
        month?.firstDay === dayFromIso(row.solar_start) &&
        month?.length === Number(row.length) &&
        table?.yearName === row.year_canchi &&
        table.monthNames[index ?? -1] === row.month_canchi &&
        canChiDay(month?.firstDay ?? 0) === row.first_day_canchi
      );
    });
    expect(wrong).toEqual([]);
  });
});
