import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import { type SourcedCalendar, tableOfYear } from './tables.ts';

type Months = SourcedCalendar['years'][number]['months'];

function calendar(source: string, year: number, months: Months): SourcedCalendar {
  return { source, years: [{ year, months }] };
}

const SOUND: Months = [
  { month: 1, leap: false, start: '1650-02-01', length: 30 },
  { month: 1, leap: true, start: '1650-03-03', length: 29 },
];

describe('sourced calendars', () => {
  it('give their own months, with the names of the cycle', () => {
    const table = tableOfYear(1650, { tables: [calendar('A', 1650, SOUND)] });
    expect(table).toMatchObject({ source: 'A', yearName: 'Canh Dần', monthNames: ['Mậu Dần', 'Mậu Dần'] });
    expect(table?.months[1]).toEqual({
      month: 1,
      leap: true,
      firstDay: dayFromIso('1650-03-03'),
      length: 29,
    });
    expect(table?.end).toBe(dayFromIso('1650-04-01'));
  });

  it('reach beyond the years that can be computed', () => {
    const early = calendar('A', 1100, [{ month: 1, leap: false, start: '1100-02-10', length: 30 }]);
    expect(tableOfYear(1100)).toBeNull();
    expect(tableOfYear(1100, { tables: [early] })?.source).toBe('A');
  });

  it('come in order of preference', () => {
    const tables = [calendar('A', 1651, SOUND), calendar('B', 1650, SOUND), calendar('C', 1650, SOUND)];
    expect(tableOfYear(1650, { tables })?.source).toBe('B');
    expect(tableOfYear(1652, { tables })?.source).toBeNull();
  });

  it.each([
    ['an impossible date', [{ month: 1, leap: false, start: '1650-02-30', length: 30 }]],
    ['a month of 31 days', [{ month: 1, leap: false, start: '1650-02-01', length: 31 }]],
    ['a month of 28 days', [{ month: 1, leap: false, start: '1650-02-01', length: 28 }]],
    ['a gap', SOUND.map((month, index) => (index === 1 ? { ...month, start: '1650-03-04' } : month))],
    ['no month at all', []],
  ] as [string, Months][])('with %s are left to computation', (_name, months) => {
    expect(tableOfYear(1650, { tables: [calendar('A', 1650, months)] })?.source).toBeNull();
  });
});
