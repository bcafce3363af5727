import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import { occurrences } from './recurrence.ts';
import type { LunarRule, RecurrenceRule } from './recurrence-rule.ts';

function days(from: string, to: string) {
  return { from: dayFromIso(from) ?? 0, to: dayFromIso(to) ?? 0 };
}

function found(rule: RecurrenceRule, from: string, to: string) {
  const outcome = occurrences(rule, days(from, to));
  return outcome.kind === 'occurrences' ? outcome.items : [];
}

function spans(rule: RecurrenceRule, from: string, to: string): string[] {
  return found(rule, from, to).map(({ startIso, endIso }) =>
    startIso === endIso ? startIso : `${startIso}/${endIso}`,
  );
}

const ancestors: LunarRule = { type: 'lunar-vi', month: 3, day: 10, leap: 'regular' };

describe('lunar rules', () => {
  it('give Giỗ Tổ, Hội Lim and Tết Trung thu', () => {
    expect(spans(ancestors, '2027-01-01', '2028-12-31')).toEqual(['2027-04-16', '2028-04-04']);
    const lim: LunarRule = { type: 'lunar-vi', month: 1, day: 12, endMonth: 1, endDay: 13, leap: 'regular' };
    expect(spans(lim, '2027-02-18', '2027-02-18')).toEqual(['2027-02-17/2027-02-18']);
    const autumn: LunarRule = { type: 'lunar-vi', month: 8, day: 15, leap: 'regular' };
    expect(spans(autumn, '2027-01-01', '2027-12-31')).toEqual(['2027-09-15']);
  });

  it('follow the leap policy in 2025, which repeats month 6', () => {
    const rule = { type: 'lunar-vi', month: 6, day: 1 } as const;
    expect(spans({ ...rule, leap: 'regular' }, '2025-01-01', '2025-12-31')).toEqual(['2025-06-25']);
    expect(spans({ ...rule, leap: 'leap' }, '2025-01-01', '2025-12-31')).toEqual(['2025-07-25']);
    expect(spans({ ...rule, leap: 'both' }, '2025-01-01', '2025-12-31')).toEqual([
      '2025-06-25',
      '2025-07-25',
    ]);
    expect(spans({ ...rule, leap: 'leap' }, '2026-01-01', '2026-12-31')).toHaveLength(1);
  });

  it('move day 30 of a short month to day 29 and say so', () => {
    const rule: LunarRule = { type: 'lunar-vi', month: 12, day: 30, leap: 'regular' };
    const eves = found(rule, '2024-02-01', '2026-03-01');
    expect(eves.map(({ startIso, shortened }) => [startIso, shortened])).toEqual([
      ['2024-02-09', false],
      ['2025-01-28', true],
      ['2026-02-16', true],
    ]);
  });

  it('reach over the new year', () => {
    const rule: LunarRule = { type: 'lunar-vi', month: 12, day: 23, endMonth: 1, endDay: 7, leap: 'regular' };
    expect(spans(rule, '2026-02-17', '2026-02-17')).toEqual(['2026-02-10/2026-02-23']);
  });

  it('keep to every n years from an anchor', () => {
    const rule: LunarRule = { ...ancestors, everyYears: 3, anchorYear: 2024 };
    expect(found(rule, '2024-01-01', '2031-01-01').map(({ year }) => year)).toEqual([2024, 2027, 2030]);
    expect(found(rule, '2018-01-01', '2023-01-01').map(({ year }) => year)).toEqual([2018, 2021]);
  });

  it('stay inside the years that can be computed', () => {
    expect(spans(ancestors, '2199-01-01', '2300-01-01')).toHaveLength(1);
    expect(spans(ancestors, '2300-01-01', '2400-01-01')).toEqual([]);
  });
});

describe('announcements', () => {
  const overrides = [
    { year: 2027, certainty: 'confirmed', start: '2027-04-14', end: '2027-04-17' },
    { year: 2028, certainty: 'cancelled' },
    { year: 2029, certainty: 'postponed' },
  ] as const;

  it('replace the computed days or only their certainty', () => {
    const items = found({ ...ancestors, overrides }, '2026-01-01', '2029-12-31');
    expect(items.map(({ startIso, certainty }) => [startIso.slice(0, 4), certainty])).toEqual([
      ['2026', 'computed'],
      ['2027', 'confirmed'],
      ['2028', 'cancelled'],
      ['2029', 'postponed'],
    ]);
    expect(items[1]).toMatchObject({ startIso: '2027-04-14', endIso: '2027-04-17' });
  });

  it('are all that a rule in words has', () => {
    for (const type of ['words', 'cham', 'khmer'] as const) {
      expect(spans({ type, text: 'ngày Thìn đầu tiên của tháng Giêng' }, '2020-01-01', '2030-01-01')).toEqual(
        [],
      );
      expect(spans({ type, text: 'Katê', overrides }, '2020-01-01', '2030-01-01')).toEqual([
        '2027-04-14/2027-04-17',
      ]);
    }
  });
});

describe('Gregorian rules', () => {
  it('give every year, over the new year, and 29 February in leap years only', () => {
    expect(spans({ type: 'gregorian', month: 9, day: 2 }, '2025-01-01', '2026-12-31')).toEqual([
      '2025-09-02',
      '2026-09-02',
    ]);
    const overNewYear: RecurrenceRule = { type: 'gregorian', month: 12, day: 30, endMonth: 1, endDay: 2 };
    expect(spans(overNewYear, '2026-01-01', '2026-01-31')).toEqual(['2025-12-30/2026-01-02']);
    expect(spans({ type: 'gregorian', month: 2, day: 29 }, '2023-01-01', '2028-12-31')).toEqual([
      '2024-02-29',
      '2028-02-29',
    ]);
  });
});

describe('an impossible rule names its field', () => {
  it.each([
    [{ ...ancestors, month: 13 }, 'month'],
    [{ ...ancestors, day: 31 }, 'day'],
    [{ ...ancestors, endMonth: 0 }, 'endMonth'],
    [{ ...ancestors, endDay: 31 }, 'endDay'],
    [{ ...ancestors, everyYears: 3 }, 'anchorYear'],
    [{ type: 'gregorian', month: 2, day: 30 }, 'day'],
    [{ ...ancestors, overrides: [{ year: 2027, certainty: 'confirmed', start: '2027-02-30' }] }, 'overrides'],
    [{ ...ancestors, overrides: [{ year: 2027, certainty: 'confirmed', end: '2027-02-03' }] }, 'overrides'],
    [
      {
        ...ancestors,
        overrides: [{ year: 2027, certainty: 'confirmed', start: '2027-02-03', end: '2027-02-01' }],
      },
      'overrides',
    ],
  ] as [RecurrenceRule, string][])('%#: %o', (rule, field) => {
    expect(occurrences(rule, days('2020-01-01', '2030-01-01'))).toEqual({ kind: 'invalid-rule', field });
  });
});
