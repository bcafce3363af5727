import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import { nextOccurrences } from './recurrence-value.tsx';

const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;

describe('nextOccurrences', () => {
  it.each([
    ['Giỗ Tổ', { calendar: 'lunar-vi', start: '03-10' }, ['2027-04-16', '2028-04-04', '2029-04-23']],
    ['Quốc khánh', { calendar: 'gregorian', start: '09-02' }, ['2027-09-02', '2028-09-02', '2029-09-02']],
    [
      'a feast of twelve years',
      { calendar: 'gregorian', start: '03-01', everyYears: 12, anchorYear: 2030 },
      ['2030-03-01'],
    ],
    ['a rule in words', { calendar: 'words', words: 'sau mùa gặt' }, []],
  ] as const)('finds the next dates of %s', (_name, rule, dates) => {
    expect(nextOccurrences({ ...rule }, day('2027-02-03')).map(({ startIso }) => startIso)).toEqual(dates);
  });

  it('still names a festival that is on today', () => {
    const [first] = nextOccurrences(
      { calendar: 'lunar-vi', start: '01-12', end: '01-13' },
      day('2027-02-18'),
    );
    expect(first).toMatchObject({ startIso: '2027-02-17', endIso: '2027-02-18' });
  });

  it('shows what the organisers announced instead of the computed day', () => {
    const overrides = [{ year: 2027, start: '2027-04-20', status: 'postponed' }];
    const [first] = nextOccurrences({ calendar: 'lunar-vi', start: '03-10', overrides }, day('2027-02-03'));
    expect(first).toMatchObject({ startIso: '2027-04-20', certainty: 'postponed' });
  });

  it('gives nothing for a day that no month has', () => {
    expect(nextOccurrences({ calendar: 'gregorian', start: '02-31' }, day('2027-01-01'))).toEqual([]);
  });
});
