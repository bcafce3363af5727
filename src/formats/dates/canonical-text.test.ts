import { describe, expect, it } from 'vitest';
import { canonicalText, nameKey } from './canonical-text.ts';

describe('one spelling for every mark', () => {
  it.each([
    ['Thế kỷ XV', 'the ky xv'],
    ['thế kỉ thứ XV', 'the ky xv'],
    ['TK. XV', 'the ky xv'],
    ['trước Công nguyên', 'tcn'],
    ['trước CN', 'tcn'],
    ['TCN', 'tcn'],
    ['Tr.CN', 'tcn'],
    ['T.C.N.', 'tcn'],
    ['B.C.', 'tcn'],
    ['BCE', 'tcn'],
    ['sau Công nguyên', 'scn'],
    ['SCN', 'scn'],
    ['A.D.', 'scn'],
    ['CE', 'scn'],
    ['4.000 năm cách ngày nay', '4000 bp'],
    ['4,000 years ago', '4000 bp'],
    ['4000 cal. BP', '4000 bp'],
    ['1.234.567', '1234567'],
    ['01.02.1900', '01.02.1900'],
    ['1,5 triệu năm cách đây', '1,5 trieu bp'],
    ['III–I', 'iii-i'],
    ['  Năm\u00a0 1820. ', 'nam 1820'],
  ])('%j is %j', (text, expected) => {
    expect(canonicalText(text)).toEqual({ text: expected, approximate: false, uncertain: false });
  });

  it.each([
    ['khoảng 1820', '1820', true, false],
    ['vào khoảng năm 1820', 'nam 1820', true, false],
    ['ca. 1820', '1820', true, false],
    ['c.1820?', '1820', true, true],
    ['~1820', '1820', true, false],
    ['probably about 1820', '1820', true, true],
    ['có lẽ thế kỷ XV', 'the ky xv', false, true],
    ['thế kỷ khoảng VI - VII', 'the ky vi - vii', true, false],
  ])('takes the qualifiers out of %j', (text, bare, approximate, uncertain) => {
    expect(canonicalText(text)).toEqual({ text: bare, approximate, uncertain });
  });
});

describe('keys of names', () => {
  it('do not depend on marks, i or y, case or spaces', () => {
    expect(nameKey('Lý')).toBe(nameKey('lí'));
    expect(nameKey('  Óc   Eo ')).toBe('oc eo');
    expect(nameKey('Đông Sơn'.normalize('NFD'))).toBe('dong son');
    expect(nameKey('Mỹ Sơn')).toBe(nameKey('mĩ sơn'));
  });
});
