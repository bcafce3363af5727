import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook, type SheetColumn, writeWorkbook } from './index.ts';
import { unzip } from './sample-package.ts';

const column = (key: string, more: Partial<SheetColumn> = {}): SheetColumn => ({
  key,
  header: key,
  width: 12,
  ...more,
});

const sheetXml = (bytes: Uint8Array, number = 1): string => unzip(bytes, `xl/worksheets/sheet${number}.xml`);

async function values(bytes: Uint8Array, sheet = 0): Promise<unknown[][]> {
  const outcome = await readWorkbook(bytes);
  if (outcome.kind !== 'workbook') throw new Error(JSON.stringify(outcome));
  return outcome.sheets[sheet]?.rows.map((row) => row.map((cell) => cell.value)) ?? [];
}

describe('writeWorkbook', () => {
  it('writes a header and typed values that are read back', async () => {
    const bytes = await writeWorkbook({
      sheets: [
        {
          name: 'Di tích',
          columns: [
            column('ma', { header: 'Mã số' }),
            column('ten'),
            column('nam', { format: 'number' }),
            column('ngay', { format: 'date' }),
            column('xephang'),
          ],
          rows: [
            {
              ma: '001',
              ten: 'Đền Hùng 𡨸',
              nam: 1962.5,
              ngay: new Date(Date.UTC(1962, 3, 28)),
              xephang: true,
            },
            { ma: '=1+1', ten: null },
          ],
        },
      ],
    });
    const outcome = await readWorkbook(bytes);
    expect(outcome).toMatchObject({ kind: 'workbook', sheets: [{ name: 'Di tích', hidden: false }] });
    expect(outcome.kind === 'workbook' && outcome.sheets[0]?.rows[1]).toEqual([
      { kind: 'text', value: '001', font: 'Calibri' },
      { kind: 'text', value: 'Đền Hùng 𡨸', font: 'Calibri' },
      { kind: 'number', value: 1962.5 },
      { kind: 'date', value: '1962-04-28', serial: 22764 },
      { kind: 'boolean', value: true },
    ]);
    expect(await values(bytes)).toEqual([
      ['Mã số', 'ten', 'nam', 'ngay', 'xephang'],
      ['001', 'Đền Hùng 𡨸', 1962.5, '1962-04-28', true],
      ['=1+1'],
    ]);
    expect(sheetXml(bytes)).not.toContain('<f>');
  });

  it('freezes the header and sets widths', async () => {
    const columns = [column('a', { width: 40 }), column('b')];
    const one = sheetXml(await writeWorkbook({ sheets: [{ name: 'x', columns, rows: [] }] }));
    expect(one).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(one).toMatch(/<col min="1" max="1" [^>]*width="40"/);
    const three = await writeWorkbook({ sheets: [{ name: 'x', columns, rows: [], frozenRows: 3 }] });
    expect(sheetXml(three)).toMatch(/<pane [^>]*ySplit="3"/);
  });

  it('formats blank rows for typing, which are not read as rows', async () => {
    const columns = [column('a'), column('b', { format: 'date' }), column('c', { format: 'number' })];
    const bytes = await writeWorkbook({ sheets: [{ name: 'x', columns, rows: [{ a: '1' }], blankRows: 2 }] });
    const styles = ['A2', 'A4', 'B4', 'C4'].map(
      (ref) => new RegExp(`<c r="${ref}"[^>]* s="([0-9]+)"`).exec(sheetXml(bytes))?.[1],
    );
    expect(styles[0]).toBe(styles[1]);
    expect(new Set(styles).size).toBe(3);
    expect(unzip(bytes, 'xl/styles.xml')).toMatch(/numFmtId="49"|formatCode="@"/);
    expect(await values(bytes)).toHaveLength(2);
  });

  it('puts notes on the header as comments', async () => {
    const bytes = await writeWorkbook({
      sheets: [{ name: 'x', columns: [column('a', { note: 'Bắt buộc <Điều 12>' })], rows: [] }],
    });
    expect(unzip(bytes, 'xl/comments1.xml')).toMatch(/ref="A1".*Bắt buộc &lt;Điều 12&gt;/s);
  });

  it('writes a short list into the rule', async () => {
    const bytes = await writeWorkbook({
      sheets: [{ name: 'x', columns: [column('a'), column('b', { list: ['có', 'không'] })], rows: [] }],
    });
    expect(sheetXml(bytes)).toMatch(
      /<dataValidation [^>]*type="list"[^>]*sqref="B2:B1048576"[^>]*><formula1>"có,không"<\/formula1>/,
    );
    expect(await readWorkbook(bytes)).toMatchObject({ sheets: [{ name: 'x' }] });
  });

  it('keeps long lists, and values with commas, on one hidden sheet, each list once', async () => {
    const long = Array.from({ length: 300 }, (_, index) => `Xã số ${index}`);
    const bytes = await writeWorkbook({
      sheets: [
        {
          name: 'x',
          columns: [
            column('a', { list: long }),
            column('b', { list: ['một, hai', 'ba'] }),
            column('c', { list: [...long] }),
          ],
          rows: [],
        },
      ],
    });
    const xml = sheetXml(bytes);
    expect(xml.match(/<formula1>[^<]*/g)).toEqual([
      "<formula1>'_codes'!$A$1:$A$300",
      "<formula1>'_codes'!$B$1:$B$2",
      "<formula1>'_codes'!$A$1:$A$300",
    ]);
    const outcome = await readWorkbook(bytes);
    expect(outcome).toMatchObject({ sheets: [{ hidden: false }, { name: '_codes', hidden: true }] });
    const codes = await values(bytes, 1);
    expect(codes).toHaveLength(300);
    expect(codes.slice(0, 3)).toEqual([['Xã số 0', 'một, hai'], ['Xã số 1', 'ba'], ['Xã số 2']]);
  });

  it('makes names of sheets that Excel accepts', async () => {
    const name = 'Di tích / danh lam: [quốc gia] đặc biệt và tương đương';
    const bytes = await writeWorkbook({ sheets: [{ name, columns: [column('a')], rows: [] }] });
    expect(await readWorkbook(bytes)).toMatchObject({
      sheets: [{ name: 'Di tích - danh lam- -quốc gia- ' }],
    });
  });

  it('gives the same bytes for the same content', async () => {
    const write = () => writeWorkbook({ sheets: [{ name: 'x', columns: [column('a')], rows: [{ a: 1 }] }] });
    expect(Buffer.compare(await write(), await write())).toBe(0);
    expect(unzip(await write(), 'docProps/core.xml')).toContain('1980-01-01');
  });

  it('cuts what a cell cannot hold, visibly, and repairs what XML cannot', async () => {
    const text = ['x'.repeat(32_768), 'a\ud800b', 'a\ufffeb', '_x000B_', 'a\x0bb', '  hai cách ', 'l1\r\nl2'];
    const columns = text.map((_, index) => column(`c${index}`));
    const row = Object.fromEntries(text.map((value, index) => [`c${index}`, value]));
    const [, read] = await values(await writeWorkbook({ sheets: [{ name: 'x', columns, rows: [row] }] }));
    expect(read).toEqual([
      `${'x'.repeat(32_766)}…`,
      'a\ufffdb',
      'a\ufffdb',
      '_x000B_',
      'a\x0bb',
      '  hai cách ',
      'l1\r\nl2',
    ]);
  });

  it('is read back for any table', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\ufffe\uffff]/.test(text)),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
      fc.boolean(),
    );
    const row = fc.record({ a: cell, b: cell, c: cell });
    await fc.assert(
      fc.asyncProperty(fc.array(row), async (rows) => {
        const columns = ['a', 'b', 'c'].map((key) => column(key));
        const read = await values(await writeWorkbook({ sheets: [{ name: 'x', columns, rows }] }));
        expect(read.slice(1)).toEqual(rows.map(({ a, b, c }) => [a, b, c]));
      }),
      { numRuns: 60 },
    );
  });
});
