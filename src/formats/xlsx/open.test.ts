import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfSerial, openWorkbook, type WorkbookRow } from './index.ts';
import { workbook } from './sample-package.ts';
import { bytesSource } from './source.ts';
import { isDateFormat } from './styles.ts';

async function rowsOf(bytes: Uint8Array, onPiece = (_: number): void => {}): Promise<WorkbookRow[]> {
  const opened = await openWorkbook(bytesSource(bytes));
  if (opened.kind !== 'workbook') throw new Error(JSON.stringify(opened));
  const found: WorkbookRow[] = [];
  for await (const event of opened.sheets[0]?.rows() ?? []) {
    if (event.kind !== 'rows') throw new Error(JSON.stringify(event));
    onPiece(event.rows.length);
    found.push(...event.rows);
  }
  return found;
}

const values = (rows: WorkbookRow[]) =>
  rows.map(({ row, cells }) => [row, ...cells.map(({ value }) => value)]);

describe('openWorkbook', () => {
  it('reads shared texts with their fonts, and leaves readings out', async () => {
    const strings = `<sst><si><t xml:space="preserve"> a </t></si><si><r><rPr><rFont val=".VnTime"/></rPr><t>Tr</t></r><r><t>èng</t></r></si>
      <si><t>大越</t><rPh sb="0" eb="2"><t>Đại Việt</t></rPh></si><si><t>a_x000D_b</t></si></sst>`;
    const cells = [0, 1, 2, 3].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    const bytes = workbook(`<row>${cells}</row>`, {
      extra: [{ name: 'xl/sharedStrings.xml', content: strings }],
    });
    expect(await rowsOf(bytes)).toMatchObject([
      {
        row: 1,
        cells: [
          { value: ' a ' },
          {
            value: 'Trèng',
            runs: [
              { text: 'Tr', font: '.VnTime' },
              { text: 'èng', font: 'Times New Roman' },
            ],
          },
          { value: '大越' },
          { value: 'a\rb' },
        ],
      },
    ]);
  });

  it('reads elements with a namespace prefix, cells without references, and formulas by their results', async () => {
    const bytes = workbook(
      '<x:row><x:c><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v>b</x:v></x:c></x:row>',
      {
        before: '',
      },
    );
    expect(values(await rowsOf(bytes))).toEqual([[1, 2, 'b']]);
  });

  it('passes over a million empty rows, formatted or not, and keeps the numbers of the others', async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 2}" s="1"/>`).join('');
    const bytes = workbook(
      `<row r="1"><c r="A1"><v>1</v></c></row>${empty}<row r="1000002"><c r="B1000002" s="3"/><c r="C1000002"><v>2</v></c></row>`,
    );
    expect(values(await rowsOf(bytes))).toEqual([
      [1, 1],
      [1_000_002, null, null, 2],
    ]);
  });

  it('gives rows while it reads, a few hundred at a time', async () => {
    const all = Array.from(
      { length: 20_000 },
      (_, i) => `<row><c t="inlineStr"><is><t>Tên số ${i}</t></is></c></row>`,
    );
    const pieces: number[] = [];
    const rows = await rowsOf(workbook(all.join('')), (size) => pieces.push(size));
    expect(rows).toHaveLength(20_000);
    expect(rows.at(-1)).toMatchObject({ row: 20_000, cells: [{ value: 'Tên số 19999' }] });
    expect(Math.max(...pieces)).toBeLessThan(5_000);
  });

  it('repeats merged areas across and down, and no further than a hostile one should reach', async () => {
    const merged = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:XFD1048576"/></mergeCells>';
    const bytes = workbook(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"/></row>',
      { after: merged },
    );
    const rows = await rowsOf(bytes);
    expect(values(rows)[0]).toEqual([1, 1, 1, 1]);
    expect(rows.map(({ cells }) => cells.length)).toEqual([3, 512, 512]);
    expect(rows[2]?.cells[5]).toMatchObject({ value: 2, merged: 'across' });
  });

  it('fills no more with a row merged across the sheet, and gives up where areas cover it again and again', async () => {
    const row = (number: number) => `<row r="${number}"><c r="A${number}"><v>1</v></c></row>`;
    const across = workbook(row(1), { after: '<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>' });
    expect((await rowsOf(across)).map(({ cells }) => cells.length)).toEqual([512]);
    const covers = '<mergeCell ref="A1:XFD1048576"/>'.repeat(2_000);
    const many = workbook(Array.from({ length: 500 }, (_, index) => row(index + 1)).join(''), {
      after: `<mergeCells>${covers}</mergeCells>`,
    });
    await expect(rowsOf(many)).rejects.toThrow('"exceeded":"repeatedCells"');
  });

  it('takes no area that ends before it begins', async () => {
    const bytes = workbook('<row r="2"><c r="C2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>', {
      after: '<mergeCells><mergeCell ref="C2:A9"/><mergeCell ref="C2:D1"/></mergeCells>',
    });
    expect((await rowsOf(bytes)).map(({ cells }) => cells.length)).toEqual([3, 1]);
  });
});

describe('hostile styles and merged areas', () => {
  it('take no longer than their size allows', async () => {
    const began = performance.now();
    const bytes = workbook('<row r="1"><c r="A1"><v>1</v></c></row>', {
      after: `<x>${'<mergeCell '.repeat(60_000)}</x>`,
    });
    await expect(rowsOf(bytes)).rejects.toThrow('damaged');
    expect(isDateFormat('['.repeat(1_000_000))).toBe(false);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('dateOfSerial', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, undefined],
    [61, '1900-03-01'],
    [45_293, '2024-01-02'],
    [45_293.999999, '2024-01-03'],
    [0.5, '12:00:00'],
    [-1, undefined],
    [2_958_465, '9999-12-31'],
    [2_958_466, undefined],
    [Number.NaN, undefined],
  ])('%d is %s', (serial, date) => {
    expect(dateOfSerial(serial)).toBe(date);
  });

  it('counts one day for one, in both systems', () => {
    const day = (text = '') => Date.parse(text) / 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_900_000 }), fc.boolean(), (serial, date1904) => {
        const [one, next] = [dateOfSerial(serial, date1904), dateOfSerial(serial + 1, date1904)];
        expect(day(next) - day(one)).toBe(1);
      }),
    );
  });
});
