import { describe, expect, test } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import { lunarText, solarText, vietnamDay } from './today.ts';

const day = (iso: string) => dayFromIso(iso) ?? Number.NaN;

describe('today in Vietnam', () => {
  test('begins at 17:00 UTC of the day before', () => {
    expect(vietnamDay(new Date('2027-01-31T16:59:59Z'))).toBe(day('2027-01-31'));
    expect(vietnamDay(new Date('2027-01-31T17:00:00Z'))).toBe(day('2027-02-01'));
  });

  test.each([
    ['2027-02-01', '25 tháng Chạp năm Bính Ngọ'],
    ['2027-02-06', 'mùng 1 tháng Giêng năm Đinh Mùi'],
    ['2027-02-20', 'rằm tháng Giêng năm Đinh Mùi'],
    ['2025-07-25', 'mùng 1 tháng 6 nhuận năm Ất Tỵ'],
  ])('%s is %s', (iso, text) => {
    expect(lunarText(day(iso), 'vi')?.date).toBe(text);
  });

  test('is complete in both languages', () => {
    expect(solarText(day('2027-02-01'), 'vi')).toBe('Thứ Hai, 1 tháng 2, 2027');
    expect(solarText(day('2027-02-01'), 'en')).toBe('Monday, 1 February 2027');
    expect(lunarText(day('2025-07-25'), 'en')?.date).toBe('day 1 of leap month 6, year Ất Tỵ');
    expect(lunarText(day('1968-01-29'), 'vi')?.canChi).toBe('ngày Mậu Tuất, tháng Giáp Dần, năm Mậu Thân');
  });

  test('says nothing where the calendar is not computed', () => {
    expect(lunarText(day('2300-01-01'), 'vi')).toBeNull();
  });
});
