import { describe, expect, it } from 'vitest';
import { isoFromDay } from '#formats/dates/index.ts';
import { lunarYearInterval } from '#formats/lunar/index.ts';
import { lunarSpan } from './lunar-span.ts';
import { emptyQuery } from './query.ts';

describe('the span of a year that is not computed', () => {
  const years = Array.from({ length: 1000 }, (_, index) => 1200 + index);

  it('would hold any computed year', () => {
    for (const year of years) {
      const [first = 0, last = 0] = lunarYearInterval(year) ?? [];
      expect(isoFromDay(first) >= `${year}-01-15`).toBe(true);
      expect(isoFromDay(last) <= `${year + 1}-02-25`).toBe(true);
    }
  });

  it('is given for years before 1200, whatever month is asked for', () => {
    expect(lunarSpan(1012, { ...emptyQuery(), month: 3 })).toMatchObject({
      kind: 'span',
      edtf: '1012-01-15/1013-02-25',
      computed: false,
      retro: true,
      steps: [{ step: 'calendar-not-computed', lunarYear: 1012 }],
    });
  });
});

describe('a season', () => {
  it('includes the leap month that stands in it', () => {
    const summer = lunarSpan(2025, { ...emptyQuery(), season: 'summer' });
    expect(summer).toMatchObject({ edtf: '2025-04-28/2025-08-22' });
    const lastMonth = lunarSpan(2025, { ...emptyQuery(), season: 'summer', seasonMonth: 3 });
    expect(lastMonth).toMatchObject({ edtf: '2025-06-25/2025-08-22' });
  });

  it('of winter ends with the year', () => {
    const winter = lunarSpan(2025, { ...emptyQuery(), season: 'winter' });
    expect(winter).toMatchObject({ kind: 'span', latest: lunarYearInterval(2025)?.[1], retro: false });
  });
});
