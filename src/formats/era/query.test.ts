import { describe, expect, it } from 'vitest';
import type { EraRow } from './era-names.ts';
import { hanQuery } from './han-query.ts';
import { combineNames, cycleIndexOf, type EraQuery } from './query.ts';
import { vietnameseQuery } from './vietnamese-query.ts';

const MINH_MANG: EraRow = {
  dynasty: 'Nhà Nguyễn',
  ruler: 'Nguyễn Thánh Tổ',
  era: 'Minh Mạng',
  eraHan: '明命',
  start: 1820,
  end: 1840,
};
const DUY_TAN: EraRow = {
  dynasty: 'Nhà Nguyễn',
  ruler: 'Nguyễn Phúc Vĩnh San',
  era: 'Duy Tân',
  eraHan: '維新',
  start: 1907,
  end: 1916,
};
const LE_SO: EraRow = {
  dynasty: 'Nhà Lê sơ',
  ruler: 'Lê Thái Tổ',
  era: 'Thuận Thiên',
  eraHan: '順天',
  start: 1428,
  end: 1433,
};
const ERAS = [MINH_MANG, DUY_TAN, LE_SO];

/** Only what the text says, without the empty rest. */
function said(query: EraQuery): Record<string, unknown> {
  const kept = Object.entries(query).filter(
    ([key, value]) =>
      key !== 'rows' && value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}

describe('a text in quốc ngữ', () => {
  it.each([
    ['Minh Mạng năm thứ 12', { named: 'era', yearNumber: 12 }],
    ['năm thứ 12 niên hiệu Minh Mạng', { named: 'era', yearNumber: 12 }],
    ['Minh Mạng năm đầu', { named: 'era', yearNumber: 1 }],
    ['Minh Mạng thập nhị niên tuế thứ Tân Mão', { named: 'era', yearNumber: 12, cycleIndex: 27 }],
    ['Minh Mạng 12 (1831)', { named: 'era', yearNumber: 12, statedYear: 1831 }],
    ['khoảng năm Minh Mạng thứ 12', { named: 'era', yearNumber: 12, approximate: true }],
    ['Duy Tân Tân Hợi', { named: 'era', cycleIndex: 47 }],
    ['tháng tư nhuận năm Minh Mạng thứ 2', { named: 'era', yearNumber: 2, month: 4, leap: true }],
    ['tháng nhuận 4 năm Minh Mạng thứ 2', { named: 'era', yearNumber: 2, month: 4, leap: true }],
    ['Minh Mạng nhị niên nhuận tứ nguyệt', { named: 'era', yearNumber: 2, month: 4, leap: true }],
    ['Minh Mạng nhị niên chính nguyệt sơ nhất nhật', { named: 'era', yearNumber: 2, month: 1, day: 1 }],
    ['ngày mồng 5 tháng năm năm Minh Mạng thứ năm', { named: 'era', yearNumber: 5, month: 5, day: 5 }],
    ['ngày rằm tháng mười một năm Minh Mạng thứ mười', { named: 'era', yearNumber: 10, month: 11, day: 15 }],
    ['mùa hè năm Minh Mạng thứ 3', { named: 'era', yearNumber: 3, season: 'summer' }],
    ['quý đông Minh Mạng tam niên', { named: 'era', yearNumber: 3, season: 'winter', seasonMonth: 3 }],
    ['đời vua Lê Thái Tổ nhà Lê', { named: 'ruler' }],
    ['thời Lê sơ năm Ất Tỵ', { named: 'dynasty', cycleIndex: 41 }],
    ['năm Ất Tý', { cycleIndex: Number.NaN }],
    ['Minh Mạng thứ 2, thứ 3', { named: 'era', yearNumber: 2, rest: ['3'] }],
    ['tượng chùa Thầy', { rest: ['tượng', 'chùa', 'thầy'] }],
  ])('%s', (text, expected) => {
    expect(said(vietnameseQuery(text, ERAS))).toEqual(expected);
  });

  it('knows the rows that fit all names', () => {
    expect(vietnameseQuery('triều Nguyễn', ERAS).rows).toEqual([MINH_MANG, DUY_TAN]);
    expect(vietnameseQuery('Duy Tân triều Nguyễn', ERAS).rows).toEqual([DUY_TAN]);
    expect(vietnameseQuery('Duy Tân triều Lê', ERAS).rows).toEqual([]);
  });
});

describe('a text in Hán characters', () => {
  it.each([
    ['明命十二年', { named: 'era', yearNumber: 12 }],
    ['明命元年正月初一日', { named: 'era', yearNumber: 1, month: 1, day: 1 }],
    ['明命十二年歲次辛卯', { named: 'era', yearNumber: 12, cycleIndex: 27 }],
    ['明命二年閏四月廿七日', { named: 'era', yearNumber: 2, month: 4, leap: true, day: 27 }],
    ['明命二年臘月', { named: 'era', yearNumber: 2, month: 12 }],
    ['明命二年季冬吉日', { named: 'era', yearNumber: 2, season: 'winter', seasonMonth: 3 }],
    ['大南維新五年秋', { named: 'era', yearNumber: 5, season: 'autumn' }],
    ['維新辛亥年', { named: 'era', cycleIndex: 47 }],
    ['甲丑', { cycleIndex: Number.NaN }],
    ['明命十二年造', { named: 'era', yearNumber: 12, rest: ['造'] }],
  ])('%s', (text, expected) => {
    expect(said(hanQuery(text, ERAS))).toEqual(expected);
  });

  it('may be written with variant forms', () => {
    const khaiDinh: EraRow = { ...DUY_TAN, era: 'Khải Định', eraHan: '啟定' };
    expect(hanQuery('啓定九年', [khaiDinh])).toMatchObject({ rows: [khaiDinh], yearNumber: 9, rest: [] });
  });
});

describe('the sixty-year cycle', () => {
  it('has every pair of equal parity once', () => {
    const indexes = new Set<number>();
    for (let stem = 0; stem < 10; stem += 1) {
      for (let branch = 0; branch < 12; branch += 1) {
        const index = cycleIndexOf(stem, branch);
        if (Number.isNaN(index)) continue;
        expect([index % 10, index % 12]).toEqual([stem, branch]);
        indexes.add(index);
      }
    }
    expect(indexes.size).toBe(60);
  });
});

describe('names together', () => {
  it('leave the rows common to all, and the most precise kind', () => {
    const dynasty = { kinds: ['dynasty'] as const, rows: [MINH_MANG, DUY_TAN] };
    const ruler = { kinds: ['ruler'] as const, rows: [DUY_TAN] };
    expect(combineNames([dynasty, ruler])).toEqual({ rows: [DUY_TAN], named: 'ruler' });
    expect(combineNames([dynasty])).toEqual({ rows: [MINH_MANG, DUY_TAN], named: 'dynasty' });
    expect(combineNames([])).toEqual({ rows: [], named: null });
  });
});
