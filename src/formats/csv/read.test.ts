import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CsvOptions, readCsv } from './index.ts';

const rows = (source: string | Uint8Array, options?: CsvOptions): string[][] => {
  const outcome = readCsv(source, options);
  if (outcome.kind !== 'table') throw new Error(outcome.kind);
  return [outcome.header, ...outcome.rows.map((row) => row.cells)];
};

describe('readCsv', () => {
  it('gives header, rows with the line each begins at, delimiter and encoding', () => {
    expect(readCsv('mã,tên\r\n1,"Chùa ""Một Cột""\r\ndòng 2"\r\n\r\n2,Đền\r\n')).toEqual({
      kind: 'table',
      header: ['mã', 'tên'],
      rows: [
        { line: 2, cells: ['1', 'Chùa "Một Cột"\r\ndòng 2'] },
        { line: 5, cells: ['2', 'Đền'] },
      ],
      delimiter: ',',
      encoding: 'UTF-8',
      confidence: 1,
    });
  });

  it.each([
    ['a,b\n1,2', ','],
    ['a;b\n1,5;2,5', ';'],
    ['a\tb, c\n1\t2, 3', '\t'],
    ['a|b\n1|2', '|'],
    ['"x;y;z",b\n1,2', ','],
    ['tên, địa chỉ;tỉnh\nA;B\nC;D\n', ';'],
    ['only\n1\n2', ','],
  ])('%j is divided by %j', (text, delimiter) => {
    expect(readCsv(text)).toMatchObject({ kind: 'table', delimiter });
  });

  it('takes the delimiter that it is told', () => {
    expect(rows('a;b,c\n1;2,3', { delimiter: ',' })).toEqual([
      ['a;b', 'c'],
      ['1;2', '3'],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('reads line ends %j, the last one missing or not', (end) => {
    const expected = [
      ['a', 'b'],
      ['1', '2'],
    ];
    expect(rows(`a,b${end}1,2`)).toEqual(expected);
    expect(rows(`a,b${end}1,2${end}`)).toEqual(expected);
  });

  it('trims and composes the names of columns but leaves cells as they are', () => {
    expect(rows(` ${'tên'.normalize('NFD')} ,b\n x , ${'đền'.normalize('NFD')}`)).toEqual([
      ['tên', 'b'],
      [' x ', ` ${'đền'.normalize('NFD')}`],
    ]);
  });

  it('lets several columns at the edge go without a name', () => {
    expect(rows('a,,\n1,,')).toEqual([
      ['a', '', ''],
      ['1', '', ''],
    ]);
  });

  it.each([
    ['', { kind: 'empty' }],
    ['\ufeff\r\n\r\n', { kind: 'empty' }],
    ['id,title,title\n1,a,b', { kind: 'duplicate-header', line: 1, column: 3, name: 'title' }],
    [`\n${'tên'.normalize('NFD')}, tên\n`, { kind: 'duplicate-header', line: 2, column: 2, name: 'tên' }],
    ['a,b\n1,2\n3,"x\0"', { kind: 'nul-byte', line: 3, column: 2 }],
    ['a,b\n"1\n1",2\n3', { kind: 'ragged-row', line: 4, column: 2, expected: 2, found: 1 }],
    ['a,b\n1,2,3', { kind: 'ragged-row', line: 2, column: 3, expected: 2, found: 3 }],
    ['a,b\n1,2\n3,"4\n5,6\n', { kind: 'unclosed-quote', line: 3, column: 2 }],
    ['a,b\n1,"2"x\n', { kind: 'misplaced-quote', line: 2, column: 2 }],
    ['a,b\n1,2\n5" pipe,3', { kind: 'misplaced-quote', line: 3, column: 1 }],
    [`a,b\n1,"${'x'.repeat(4_194_305)}`, { kind: 'record-too-long', line: 2, limit: 4_194_304 }],
  ])('refuses %#', (text, refusal) => {
    expect(readCsv(text)).toEqual(refusal);
    expect(readCsv(new TextEncoder().encode(text))).toEqual(refusal);
  });

  it('says at which byte and line the text stops being text', () => {
    const bytes = Uint8Array.from([...Buffer.from('a,b\n1,2\n3,'), 0xff, 0xfe]);
    expect(readCsv(bytes)).toEqual({ kind: 'invalid-encoding', line: 3, offset: 10 });
    expect(readCsv(bytes, { encoding: 'UTF-8' })).toEqual({ kind: 'invalid-encoding', line: 3, offset: 10 });
    expect(rows(bytes, { encoding: 'Windows-1252' }).at(-1)).toEqual(['3', 'ÿþ']);
  });

  it('converts legacy encodings and says which', () => {
    const bytes = Buffer.from('ma;ten\n1;Troáng ñoàng Ngoïc Luõ\n', 'latin1');
    expect(readCsv(bytes)).toMatchObject({
      rows: [{ line: 2, cells: ['1', 'Trống đồng Ngọc Lũ'] }],
      delimiter: ';',
      encoding: 'VNI',
    });
  });

  it('reads UTF-16, as Excel saves "Unicode text"', () => {
    const bytes = Buffer.from('\ufeffmã\ttên\r\n1\tĐền', 'utf16le');
    expect(readCsv(bytes)).toMatchObject({ header: ['mã', 'tên'], delimiter: '\t', encoding: 'UTF-16LE' });
  });
});

const hostile = resolve('../shared/fixtures/hostile');
const manifest: { file: string; class: string; expect: string }[] = existsSync(hostile)
  ? JSON.parse(readFileSync(`${hostile}/manifest.json`, 'utf8'))
  : [];

describe.skipIf(manifest.length === 0)('the hostile CSV files', () => {
  const cases = manifest.filter((entry) => entry.class === 'csv');
  const outcome = (file: string) => readCsv(readFileSync(`${hostile}/${file}`));

  it('are those that are tested here', () => {
    expect(cases.map((entry) => entry.file).sort()).toEqual([
      'dup-header.csv',
      'formula.csv',
      'nul.csv',
      'semicolon-bom.csv',
      'tcvn3.csv',
    ]);
  });

  it('the same column twice is refused', () => {
    expect(outcome('dup-header.csv')).toEqual({
      kind: 'duplicate-header',
      line: 1,
      column: 3,
      name: 'title',
    });
  });

  it('NUL in text is refused', () => {
    expect(outcome('nul.csv')).toEqual({ kind: 'nul-byte', line: 2, column: 2 });
  });

  it('what Excel writes in the vi-VN locale is accepted', () => {
    expect(outcome('semicolon-bom.csv')).toMatchObject({
      kind: 'table',
      header: ['mã', 'tên', 'ghi chú'],
      rows: [{ line: 2, cells: ['1', 'Chùa "Một Cột"', 'dòng 1\r\ndòng 2'] }],
      delimiter: ';',
    });
  });

  it('TCVN3 is converted, never stored as mojibake', () => {
    expect(outcome('tcvn3.csv')).toMatchObject({
      rows: [{ line: 2, cells: ['1', 'Trống đồng'] }],
      encoding: 'TCVN3',
    });
  });

  it('formulas are read as text', () => {
    const table = outcome('formula.csv');
    expect(table.kind === 'table' && table.rows.map((row) => row.cells[1]?.slice(0, 2))).toEqual([
      '=c',
      '+1',
      '-2',
      '@S',
      '\t=',
      '\r=',
      '=H',
    ]);
  });
});
