import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import { canChiDay, canChiHour, canChiMonth, canChiYear, yearCycleIndex } from './can-chi.ts';

describe('the sixty-year cycle', () => {
  it.each([
    [1831, 'Tân Mão'],
    [1766, 'Bính Tuất'],
    [1968, 'Mậu Thân'],
    [2025, 'Ất Tỵ'],
    [4, 'Giáp Tý'],
    [3, 'Quý Hợi'],
    [-196, 'Giáp Thìn'],
  ])('%i is %s', (year, name) => {
    expect(canChiYear(year)).toBe(name);
    expect(canChiYear(year + 60)).toBe(name);
    expect(yearCycleIndex(year)).toBe(yearCycleIndex(year - 600));
  });

  it('names months: the first is a Dần month, whatever the year', () => {
    expect(canChiMonth(1968, 1)).toBe('Giáp Dần');
    expect(canChiMonth(2024, 1)).toBe('Bính Dần');
    expect(canChiMonth(2024, 11)).toBe('Bính Tý');
    for (let year = 1200; year < 1260; year += 1) expect(canChiMonth(year, 1)).toMatch(/ Dần$/);
  });

  it('names days', () => {
    expect(canChiDay(dayFromIso('1968-01-29') ?? 0)).toBe('Mậu Tuất');
    expect(canChiDay(dayFromIso('1900-01-31') ?? 0)).toBe('Giáp Thìn');
    expect(canChiDay(dayFromIso('2000-01-07') ?? 0)).toBe('Giáp Tý');
  });

  it('names double hours; 23 h opens the next day', () => {
    const giapTy = dayFromIso('2000-01-07') ?? 0;
    expect(canChiHour(giapTy, 0)).toBe('Giáp Tý');
    expect(canChiHour(giapTy, 1)).toBe('Ất Sửu');
    expect(canChiHour(giapTy, 12)).toBe('Canh Ngọ');
    expect(canChiHour(giapTy, 22)).toBe('Ất Hợi');
    expect(canChiHour(giapTy, 23)).toBe('Bính Tý');
    expect(canChiHour(giapTy, 23)).toBe(canChiHour(giapTy + 1, 0));
  });
});
