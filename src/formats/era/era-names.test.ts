import { describe, expect, it } from 'vitest';
import { type EraRow, eraNames } from './era-names.ts';
import { findNames, NAME, withoutNames } from './find-names.ts';
import { tokensOf } from './spelling.ts';

function row(given: Partial<EraRow>): EraRow {
  return { dynasty: 'Nhà Thử', ruler: '', era: '', eraHan: '', start: 1500, end: 1510, ...given };
}

const ERAS = [
  row({ dynasty: 'Nhà Lê sơ', ruler: 'Lê Nhân Tông', era: 'Đại Hòa (Thái Hòa)', eraHan: '大和 (太和)' }),
  row({ dynasty: 'Nhà Lê trung hưng', ruler: 'Lê Thần Tông (lần 1)', era: 'Đức Long', eraHan: '德隆' }),
  row({ dynasty: 'Nhà Tiền Lê', ruler: 'Lê Đại Hành, Lê Trung Tông', era: 'Ứng Thiên', eraHan: '應天' }),
  row({ dynasty: 'Nhà Ngô', ruler: 'Ngô Quyền và các vua kế vị' }),
  row({ dynasty: 'Nhà Trần', ruler: 'Trần Nhân Tông', era: 'Trùng Hưng', eraHan: '重興' }),
];

function names(kind: 'era' | 'ruler' | 'dynasty'): string[] {
  const { proper, short } = eraNames(ERAS);
  const found = [...proper, ...short].filter((name) => name.kind === kind);
  return found.map(({ tokens }) => tokens.map(({ folded }) => folded).join(' ')).sort();
}

function foundIn(text: string): string[] {
  const { proper } = eraNames(ERAS);
  return findNames(proper, tokensOf(text)).map(
    ({ names: [first] }) => `${first?.kind} ${first?.tokens.map((t) => t.marked).join(' ')}`,
  );
}

describe('names of the table', () => {
  it('are taken from brackets and lists, without remarks', () => {
    expect(names('era')).toEqual(['dai hoa', 'duc long', 'thai hoa', 'trung hung', 'ung thien']);
    expect(names('ruler')).toEqual([
      'le dai hanh',
      'le nhan tong',
      'le than tong',
      'le trung tong',
      'ngo quyen',
      'nhan tong',
      'than tong',
      'tran nhan tong',
      'trung tong',
    ]);
    expect(names('dynasty')).toEqual(['hau le', 'le', 'le so', 'le trung hung', 'ngo', 'tien le', 'tran']);
  });

  it('point to every row that bears them', () => {
    const { proper, short } = eraNames(ERAS);
    const rowsOf = (name: string) =>
      [...proper, ...short].find(({ tokens }) => tokens.map(({ folded }) => folded).join(' ') === name)?.rows;
    expect(rowsOf('nhan tong')).toEqual([ERAS[0], ERAS[4]]);
    expect(rowsOf('le')).toEqual([ERAS[0], ERAS[1]]);
    expect(rowsOf('hau le')).toEqual([ERAS[0], ERAS[1]]);
  });

  it('have their forms in Hán', () => {
    expect(eraNames(ERAS).han.map(({ text }) => text)).toEqual(['大和', '太和', '德隆', '應天', '重興']);
  });

  it('are prepared once for a table', () => {
    expect(eraNames(ERAS)).toBe(eraNames(ERAS));
  });
});

describe('finding names in a text', () => {
  it('prefers the longest', () => {
    expect(foundIn('năm thứ 3 thời Lê trung hưng')).toEqual(['dynasty lê trung hưng']);
    expect(foundIn('vua Trần Nhân Tông')).toEqual(['ruler trần nhân tông']);
  });

  it('finds several, wherever they stand', () => {
    expect(foundIn('Thái Hoà năm thứ 2 đời Lê Nhân Tôn')).toEqual(['ruler lê nhân tông', 'era thái hoà']);
  });

  it('does without marks', () => {
    expect(foundIn('trung hung nam thu 2')).toEqual(['era trùng hưng']);
    expect(foundIn('không có tên nào')).toEqual([]);
  });

  it('leaves one mark in place of each name', () => {
    const tokens = tokensOf('năm Thái Hòa thứ 2');
    const left = withoutNames(tokens, findNames(eraNames(ERAS).proper, tokens));
    expect(left.map(({ folded }) => folded)).toEqual(['nam', NAME.folded, 'thu', '2']);
  });
});
