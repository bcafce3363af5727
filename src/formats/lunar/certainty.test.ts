import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import { marginDays, reliabilityOf } from './certainty.ts';

function reliability(iso: string, lunarYear: number, source: string | null = null) {
  return reliabilityOf({ day: dayFromIso(iso) ?? 0, lunarYear, source });
}

describe('the reliability of a lunar date', () => {
  it.each([
    ['2025-01-29', 2025, false, 0, 0, 0],
    ['1968-01-01', 1967, false, 0, 0, 0],
    ['1967-12-31', 1967, true, 1, 0, 1],
    ['1813-02-01', 1813, true, 1, 0, 1],
    ['1813-01-31', 1812, true, 1, 1, 31],
    ['1200-03-01', 1200, true, 1, 1, 31],
  ])('%s, lunar year %i', (iso, lunarYear, retro, uncertaintyDays, uncertaintyMonths, margin) => {
    const found = reliability(iso, lunarYear);
    expect(found).toEqual({ basis: 'computed', source: null, retro, uncertaintyDays, uncertaintyMonths });
    expect(marginDays(found)).toBe(margin);
  });

  it('is full for a sourced table of any time', () => {
    const found = reliability('1700-02-20', 1700, 'Bách trúng kinh');
    expect(found).toEqual({
      basis: 'sourced',
      source: 'Bách trúng kinh',
      retro: false,
      uncertaintyDays: 0,
      uncertaintyMonths: 0,
    });
    expect(marginDays(found)).toBe(0);
  });
});
