import { describe, expect, it } from 'vitest';
import { cycleYears, eraLength, mergeRows, numberedYears } from './candidate-years.ts';
import type { EraRow } from './era-names.ts';
import { type EraQuery, emptyQuery } from './query.ts';

const QUANG_THUAN: EraRow = {
  dynasty: 'Nhà Lê sơ',
  ruler: 'Lê Thánh Tông',
  era: 'Quang Thuận',
  eraHan: '光順',
  start: 1460,
  end: 1469,
};
const HONG_DUC: EraRow = { ...QUANG_THUAN, era: 'Hồng Đức', eraHan: '洪德', start: 1470, end: 1497 };
const CANH_THONG: EraRow = {
  ...QUANG_THUAN,
  ruler: 'Lê Hiến Tông',
  era: 'Cảnh Thống',
  eraHan: '景統',
  start: 1497,
  end: 1504,
};

function query(given: Partial<EraQuery>): EraQuery {
  return { ...emptyQuery(), ...given };
}

const years = (found: { lunarYear: number }[]) => found.map(({ lunarYear }) => lunarYear);

describe('numbered years', () => {
  const era = query({ rows: [HONG_DUC], named: 'era' });

  it('count from the year of the era name', () => {
    expect(years(numberedYears(era, 1))).toEqual([1470]);
    expect(years(numberedYears(era, 28))).toEqual([1497]);
    expect(numberedYears(era, 29)).toEqual([]);
    expect(numberedYears(era, 0)).toEqual([]);
    expect(eraLength(HONG_DUC)).toBe(28);
  });

  it('count from the next year or from either, when the table says so', () => {
    const next: EraRow = { ...HONG_DUC, yearOne: 'next' };
    const either: EraRow = { ...HONG_DUC, yearOne: 'either' };
    expect(years(numberedYears(query({ rows: [next], named: 'era' }), 1))).toEqual([1471]);
    expect(years(numberedYears(query({ rows: [either], named: 'era' }), 1))).toEqual([1470, 1471]);
    expect(years(numberedYears(query({ rows: [either], named: 'era' }), 28))).toEqual([1497]);
    expect([eraLength(next), eraLength(either)]).toEqual([27, 28]);
  });

  it('count through all eras of a ruler when only the ruler is named', () => {
    const reign = query({ rows: [QUANG_THUAN, HONG_DUC], named: 'ruler' });
    expect(years(numberedYears(reign, 11))).toEqual([1470]);
    expect(numberedYears(reign, 39)).toEqual([]);
    expect(numberedYears(reign, 11)[0]?.steps).toEqual([
      { step: 'era', dynasty: 'Nhà Lê sơ', ruler: 'Lê Thánh Tông', era: '', start: 1460, end: 1497 },
      { step: 'reign-year', n: 11, lunarYear: 1470, yearName: 'Canh Dần' },
    ]);
  });
});

describe('years of the cycle', () => {
  it('are all years of the name within the rows', () => {
    const rows = [QUANG_THUAN, HONG_DUC, CANH_THONG];
    expect(years(cycleYears(query({ rows, named: 'dynasty', cycleIndex: 26 })))).toEqual([1470]);
    expect(cycleYears(query({ rows, named: 'dynasty', cycleIndex: 15 }))).toEqual([]);
  });

  it('list a year in which the era changed only once', () => {
    const change = query({ rows: [HONG_DUC, CANH_THONG], named: 'dynasty', cycleIndex: 53 });
    expect(years(cycleYears(change))).toEqual([1497]);
  });
});

describe('merged rows', () => {
  it('span the eras of a ruler and the rulers of a dynasty', () => {
    const rows = [QUANG_THUAN, HONG_DUC, CANH_THONG];
    expect(mergeRows(rows, 'ruler')).toEqual([
      { dynasty: 'Nhà Lê sơ', ruler: 'Lê Thánh Tông', era: '', eraHan: '', start: 1460, end: 1497 },
      { dynasty: 'Nhà Lê sơ', ruler: 'Lê Hiến Tông', era: '', eraHan: '', start: 1497, end: 1504 },
    ]);
    expect(mergeRows(rows, 'dynasty')).toEqual([
      { dynasty: 'Nhà Lê sơ', ruler: '', era: '', eraHan: '', start: 1460, end: 1504 },
    ]);
    expect(mergeRows([], 'ruler')).toEqual([]);
  });
});
