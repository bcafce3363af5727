import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#formats/dates/index.ts';
import type { EraRow } from './era-names.ts';
import { emptyQuery } from './query.ts';
import { qualify, wholeReign } from './whole-reign.ts';

const LY: EraRow = {
  dynasty: 'Nhà Lý',
  ruler: 'Lý Thái Tổ',
  era: 'Thuận Thiên',
  eraHan: '順天',
  start: 1010,
  end: 1028,
};
const LE: EraRow = { ...LY, dynasty: 'Nhà Lê sơ', ruler: 'Lê Thái Tổ', start: 1428, end: 1433 };
const SHORT: EraRow = { ...LY, dynasty: 'Nhà Nguyễn', ruler: 'Dục Đức', era: '', start: 1883, end: 1883 };

describe('whole reigns', () => {
  it('are calendar years', () => {
    expect(wholeReign('Thuận Thiên', { ...emptyQuery(), rows: [LY], named: 'era' })).toEqual({
      kind: 'date',
      verbatim: 'Thuận Thiên',
      edtf: '1010/1028',
      earliest: dayFromIso('1010-01-01'),
      latest: dayFromIso('1028-12-31'),
      certainty: 'certain',
      derivation: [
        { step: 'era', dynasty: 'Nhà Lý', ruler: 'Lý Thái Tổ', era: 'Thuận Thiên', start: 1010, end: 1028 },
      ],
      candidates: [
        {
          dynasty: 'Nhà Lý',
          ruler: 'Lý Thái Tổ',
          era: 'Thuận Thiên',
          lunarYear: null,
          yearName: null,
          edtf: '1010/1028',
          earliest: dayFromIso('1010-01-01'),
          latest: dayFromIso('1028-12-31'),
        },
      ],
      retro: false,
      uncertaintyDays: 0,
      uncertaintyMonths: 0,
    });
  });

  it('of one year are that year', () => {
    expect(wholeReign('Dục Đức', { ...emptyQuery(), rows: [SHORT], named: 'ruler' }).edtf).toBe('1883');
  });

  it('of two eras with one name are uncertain', () => {
    const both = wholeReign('Thuận Thiên', { ...emptyQuery(), rows: [LE, LY], named: 'era' });
    expect(both).toMatchObject({ edtf: '1010?/1433?', certainty: 'uncertain' });
    expect(both.candidates.map(({ edtf }) => edtf)).toEqual(['1010/1028', '1428/1433']);
    expect(both.derivation.at(-1)).toEqual({ step: 'several-candidates', count: 2 });
  });

  it('of one dynasty name over two rows are certain, and approximate when the text says so', () => {
    const query = { ...emptyQuery(), rows: [LY, LE], named: 'dynasty' as const };
    expect(wholeReign('x', query)).toMatchObject({ edtf: '1010/1433', certainty: 'certain' });
    expect(wholeReign('x', { ...query, approximate: true })).toMatchObject({
      edtf: '1010~/1433~',
      certainty: 'approximate',
    });
  });
});

describe('qualifiers', () => {
  it('stand at both ends', () => {
    expect(qualify('1010/1028', 'uncertain')).toBe('1010?/1028?');
    expect(qualify('1010', 'approximate')).toBe('1010~');
    expect(qualify('1010-01-15/1011-02-25', 'certain')).toBe('1010-01-15/1011-02-25');
  });
});
