import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import { certaintyText, lunarShort, lunarSpan, recurrenceRule } from './recurrence.ts';

const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;

describe('recurrenceRule', () => {
  it('takes over days, leap rule, cycle and known announcements', () => {
    expect(
      recurrenceRule({
        calendar: 'lunar-vi',
        start: '04-07',
        end: '04-09',
        leap: 'both',
        everyYears: 5,
        anchorYear: 2025,
        overrides: [
          { year: 2027, start: '2027-05-12', status: 'confirmed' },
          { year: 2028, status: 'rumoured' },
        ],
      }),
    ).toEqual({
      type: 'lunar-vi',
      leap: 'both',
      month: 4,
      day: 7,
      endMonth: 4,
      endDay: 9,
      everyYears: 5,
      anchorYear: 2025,
      overrides: [{ year: 2027, certainty: 'confirmed', start: '2027-05-12' }],
    });
  });

  it('keeps the regular month where no leap rule is given', () => {
    expect(recurrenceRule({ calendar: 'lunar-vi', start: '01-13' })).toMatchObject({ leap: 'regular' });
  });

  it('needs a day for a calendar that is computed', () => {
    expect(recurrenceRule({ calendar: 'gregorian' })).toBeUndefined();
    expect(recurrenceRule({ calendar: 'cham', words: 'Katê' })).toMatchObject({ type: 'cham', text: 'Katê' });
  });
});

describe('the lunar date in figures', () => {
  it.each([
    ['2027-02-06', '1/1'],
    ['2027-02-18', '13/1'],
    ['2025-07-25', '1/6 nhuận'],
  ])('of %s is %s', (iso, text) => {
    expect(lunarShort(day(iso), 'vi')).toBe(text);
  });

  it('has both ends of a span, a single day once', () => {
    const span = { start: day('2027-05-12'), end: day('2027-05-14') };
    expect(lunarSpan(span, 'vi')).toBe('7/4 – 9/4');
    expect(lunarSpan({ ...span, end: span.start }, 'en')).toBe('7/4');
  });

  it('is nothing beyond the computed years', () => {
    expect(lunarShort(day('2500-01-01'), 'vi')).toBe('');
  });
});

describe('how sure a date is', () => {
  it('is said in words, computed lunar days as expected ones', () => {
    expect(certaintyText({ certainty: 'computed' }, { isLunar: true, lang: 'vi' })).toBe(
      'Dự kiến theo âm lịch',
    );
    expect(certaintyText({ certainty: 'computed' }, { isLunar: false, lang: 'vi' })).toBe('Theo lệ hằng năm');
    expect(certaintyText({ certainty: 'cancelled' }, { isLunar: true, lang: 'en' })).toBe('Not held');
  });
});
