import { describe, expect, it } from 'vitest';
import type { FileRefusal } from './outcome.ts';
import { fileRefusalTexts } from './refusal-texts.ts';
import { otherFormatText, placeText } from './refusal-texts-tables.ts';

const at = { line: 7, column: 3 };
const sheet = 'Kho “A” & B';

/** Every kind, with what its text must name: the place, the name, the limit. */
const REFUSALS: [FileRefusal, string[]][] = [
  [{ kind: 'empty' }, []],
  [{ kind: 'duplicate-header', ...at, name: 'Chất liệu' }, ['7', '3', 'Chất liệu']],
  [{ kind: 'nul-byte', ...at }, ['7', '3', 'NUL']],
  [{ kind: 'ragged-row', ...at, expected: 12, found: 11 }, ['7', '12', '11']],
  [{ kind: 'unclosed-quote', ...at }, ['7', '3']],
  [{ kind: 'misplaced-quote', ...at }, ['7', '3']],
  [{ kind: 'record-too-long', line: 7, limit: 4_194_304 }, ['7', '4194304']],
  [{ kind: 'invalid-encoding', line: 7, offset: 991 }, ['7', '991', 'UTF-8']],
  [{ kind: 'invalid-encoding', line: 7, offset: 991, column: 3 }, ['7', '3', 'UTF-8']],
  [{ kind: 'uncertain-encoding', encoding: 'VISCII', confidence: 0.4 }, ['VISCII', '"encoding"']],
  [{ kind: 'not-a-workbook' }, ['ZIP', '.xlsx']],
  [{ kind: 'old-format' }, ['.xls', '.xlsx']],
  [{ kind: 'encrypted' }, ['Excel']],
  [{ kind: 'too-large', exceeded: 'rows', limit: 1_000_000, sheet }, [sheet, '1000000']],
  [{ kind: 'too-large', exceeded: 'cellCharacters', limit: 40_000, sheet, row: 5 }, [sheet, '5', '40000']],
  [{ kind: 'damaged', detail: 'crc' }, ['(crc)', 'Excel']],
  [{ kind: 'no-such-sheet', name: 'Trang 9', sheets: ['Một', 'Hai'] }, ['“Trang 9”', 'Một; Hai', '"sheet"']],
  [{ kind: 'no-table', sheets: ['Một'] }, ['Một']],
  [{ kind: 'repeated-header', sheet, row: 2, column: 28, name: 'Tên' }, [sheet, '2', '28 (AB)', '“Tên”']],
  [{ kind: 'not-json', ...at, reason: 'token' }, ['7', '3', '(token)']],
  [{ kind: 'not-an-object', line: 7 }, ['7', 'JSON']],
  [{ kind: 'not-geojson', reason: 'type' }, ['RFC 7946']],
  [{ kind: 'not-geojson', reason: 'features' }, ['“features”']],
  [{ kind: 'not-geojson', reason: 'size' }, ['64 MB']],
  [{ kind: 'json-too-wide', line: 7, limit: 300 }, ['7', '300']],
];

describe('why a file is not read', () => {
  it.each(REFUSALS)('%j is told in both languages, with its place', (refusal, named) => {
    const [text, ...more] = fileRefusalTexts(refusal);
    expect(more).toEqual([]);
    for (const part of named) {
      expect(text?.vi).toContain(part);
      expect(text?.en).toContain(part);
    }
    for (const said of [text?.vi ?? '', text?.en ?? '']) {
      expect(said).not.toMatch(/undefined|\{|\[object/);
      expect(said).toMatch(/^\p{Lu}.+[.]$/u);
    }
    expect(text?.vi).toMatch(/[ạ-ỹđư]/);
    expect(text?.en).not.toBe(text?.vi);
  });

  it('says every limit of a workbook with its number', () => {
    const limits = ['entries', 'expandedBytes', 'ratio', 'sharedCharacters', 'sheets'] as const;
    const others = ['rows', 'columns', 'mergedAreas', 'repeatedCells', 'cellCharacters'] as const;
    const texts = [...limits, ...others].flatMap((exceeded) =>
      fileRefusalTexts({ kind: 'too-large', exceeded, limit: 123 }),
    );
    expect(texts.every(({ vi, en }) => vi.includes('123') && en.includes('123'))).toBe(true);
    expect(new Set(texts.map(({ vi }) => vi)).size).toBe(10);
    expect(new Set(texts.map(({ en }) => en)).size).toBe(10);
  });

  it('places each problem of a header by sheet, row and column, the whole header without a column', () => {
    const problem = {
      code: 'unknown-column',
      problem: { vi: 'Thiếu.', en: 'Lacking.' },
      advice: { vi: 'Thêm vào.', en: 'Add it.' },
    } as const;
    const problems = [0, 27].map((column) => ({ ...problem, column }));
    expect(fileRefusalTexts({ kind: 'header', problems, sheet: 'S', row: 4 })).toEqual([
      { vi: 'Trang “S”, dòng 4: Thiếu. Thêm vào.', en: 'Sheet “S”, row 4: Lacking. Add it.' },
      {
        vi: 'Trang “S”, dòng 4, cột 27 (AA): Thiếu. Thêm vào.',
        en: 'Sheet “S”, row 4, column 27 (AA): Lacking. Add it.',
      },
    ]);
  });
});

describe('a place in a file', () => {
  it('is nothing where nothing is known, and has letters only in a spreadsheet', () => {
    expect(placeText({})).toEqual({ vi: '', en: '' });
    expect(placeText({ column: 2 })).toEqual({ vi: 'Cột 2: ', en: 'Column 2: ' });
    expect(placeText({ sheet: 'S', column: 2 }).en).toBe('Sheet “S”, column 2 (B): ');
  });
});

it.each([
  ['ods', 'OpenDocument', 'Save As'],
  ['mdb', 'Access', 'External Data'],
  ['accdb', 'Access', 'External Data'],
  ['numbers', 'Numbers', 'Export To'],
  ['pdf', 'PDF', 'Copy the table'],
  ['doc', 'Word', 'Copy the table'],
  ['zip', 'ZIP', 'Unpack'],
  ['dbf', 'FoxPro', 'Save As'],
] as const)('%s: the program is named, and how it saves a workbook', (format, name, how) => {
  const { vi, en } = otherFormatText(format);
  expect(vi).toContain(name);
  expect(vi).toContain('.xlsx');
  expect(en).toContain(name);
  expect(en).toContain(how);
});
