import { describe, expect, it } from 'vitest';
import { readTable } from '../import/table-formats.ts';
import type { TableEvent, TableHeader, TableOptions, TableRow } from './table-event.ts';
import { type SampleSheet, sampleWorkbook } from './workbooks.fixture.ts';

const KNOWN = new Set(['id', 'name[vi]', 'date', 'Tên gọi', 'Mã hồ sơ', 'Kích thước – cao']);
const understands = (name: string): boolean => KNOWN.has(name);

async function eventsOf(bytes: Uint8Array, options: TableOptions = { understands }): Promise<TableEvent[]> {
  const found: TableEvent[] = [];
  for await (const event of readTable('xlsx', piece(bytes), options)) found.push(event);
  return found;
}

async function* piece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function tableOf(sheets: SampleSheet[], options?: TableOptions) {
  const events = await eventsOf(await sampleWorkbook(...sheets), options);
  const header = events.find((event): event is TableHeader => event.kind === 'header');
  if (!header) throw new Error(JSON.stringify(events));
  const rows = events.filter((event): event is TableRow => event.kind === 'row');
  return { header, rows: rows.map(({ line, cells }) => [line, ...cells]), events };
}

describe('the header of a sheet', () => {
  it('is found below titles, and a row that numbers the columns is none', async () => {
    const { header, rows } = await tableOf([
      {
        name: 'Thống kê',
        rows: [
          ['BẢO TÀNG TỈNH', null, null],
          ['THỐNG KÊ HIỆN VẬT NĂM 2024'],
          [],
          ['Mã hồ sơ', 'Tên gọi', 'Ghi chú'],
          ['(1)', '(2)', '(3)'],
          ['A-1', 'Trống đồng', ''],
        ],
        merges: [
          [0, 0, 0, 2],
          [1, 0, 1, 2],
        ],
      },
    ]);
    expect(header).toMatchObject({ header: ['Mã hồ sơ', 'Tên gọi', 'Ghi chú'], sheet: 'Thống kê', row: 4 });
    expect(header.format).toBe('xlsx');
    expect(rows).toEqual([[6, 'A-1', 'Trống đồng', '']]);
  });

  it('joins groups and columns of merged cells, by the name that the import knows', async () => {
    const { header, rows } = await tableOf([
      {
        rows: [
          ['Mã hồ sơ', 'Kích thước', null, 'Thông tin', null],
          [null, 'cao', 'rộng', 'Tên gọi', 'Khác'],
          ['A-1', 63.5, 79, 'Trống', 'x'],
        ],
        merges: [
          [0, 0, 1, 0],
          [0, 1, 0, 2],
          [0, 3, 0, 4],
        ],
      },
    ]);
    expect(header.header).toEqual([
      'Mã hồ sơ',
      'Kích thước – cao',
      'Kích thước > rộng',
      'Tên gọi',
      'Thông tin > Khác',
    ]);
    expect(rows).toEqual([[3, 'A-1', '63.5', '79', 'Trống', 'x']]);
  });

  it('is on the first visible sheet that fits', async () => {
    const good = [
      ['id', 'name[vi]'],
      ['A', 'Trống'],
    ];
    const { header } = await tableOf([
      { name: 'Bìa', rows: [['Danh mục'], ['id']] },
      { name: 'Cũ', rows: good, hidden: true },
      { name: 'Mới', rows: good },
      { name: 'Khác', rows: good },
    ]);
    expect(header.sheet).toBe('Mới');
    const named = await tableOf(
      [
        { name: 'A', rows: good },
        { name: 'B', rows: good },
      ],
      { understands, sheet: 'B' },
    );
    expect(named.header.sheet).toBe('B');
  });

  it('is where the mapping says, whatever its words', async () => {
    const rows = [
      ['id', 'name[vi]'],
      ['x', 'y'],
      ['1', '2'],
    ];
    expect((await tableOf([{ rows }], { understands, headerRow: 2 })).header).toMatchObject({
      header: ['x', 'y'],
      row: 2,
    });
  });

  it('that nothing is known of is the widest row, so that its columns can be named', async () => {
    const { header } = await tableOf([{ rows: [['Danh sách'], ['a', 'b', 'c'], ['1', '2', '3']] }]);
    expect(header.header).toEqual(['a', 'b', 'c']);
  });
});

describe('cells', () => {
  it('are results of formulas, days, and decimals without noise', async () => {
    const { rows, events } = await tableOf([
      {
        rows: [
          ['id', 'name[vi]', 'date'],
          [0.1 + 0.2, 'a', 45_293],
          [1e21, 'b', 1_802],
        ],
        formats: { '1,2': 'dd/mm/yyyy', '2,2': 'dd/mm/yyyy' },
        formulas: { '1,1': 'UPPER("a")' },
      },
    ]);
    expect(rows).toEqual([
      [2, '0.3', 'a', '2024-01-02'],
      [3, '1000000000000000000000', 'b', '1904-12-06'],
    ]);
    expect(events.at(-1)).toMatchObject({ dates: [{ column: 2, iso: '1904-12-06', serial: 1_802 }] });
  });

  it('of a merged area are repeated downwards, not to the right', async () => {
    const { rows } = await tableOf([
      {
        rows: [
          ['id', 'name[vi]', 'date'],
          ['A', 'Chùa', null],
          ['B', null, null],
        ],
        merges: [[1, 1, 2, 2]],
      },
    ]);
    expect(rows).toEqual([
      [2, 'A', 'Chùa', ''],
      [3, 'B', 'Chùa', ''],
    ]);
  });

  it('beside the table have a column without a name; far below, they are refused with their place', async () => {
    const near = await tableOf([
      {
        rows: [
          ['id', 'name[vi]'],
          ['A', 'Trống', 'ghi chú'],
        ],
      },
    ]);
    expect(near.header.header).toEqual(['id', 'name[vi]', '']);
    const far = [
      ['id', 'name[vi]'],
      ...Array.from({ length: 3_000 }, (_, i) => [`A${i}`, 'x']),
      ['B', 'y', '', 'z'],
    ];
    const { events } = await tableOf([{ rows: far }]);
    expect(events.at(-1)).toEqual({ kind: 'ragged-row', line: 3_002, column: 3, expected: 2, found: 4 });
  });
});

describe('legacy text', () => {
  it('is told by the font of the cell, capitals too, and is shown before and after', async () => {
    const { header, rows } = await tableOf([
      {
        rows: [
          ['id', 'name[vi]', 'date'],
          ['1', 'Trèng ®ång', 'ChuÖ'],
          ['2', 'Troáng ñoàng', ''],
          ['3', 'trèng', ''],
          ['4', 'Trống đã chuyển', ''],
        ],
        fonts: { '1,1': '.VnTime', '2,1': 'VNI-Times', '3,1': '.VnTimeH', '4,1': '.VnTime' },
      },
    ]);
    expect(rows.map(([, , name]) => name)).toEqual(['Trống đồng', 'Trống đồng', 'TRỐNG', 'Trống đã chuyển']);
    expect(header.conversions).toContainEqual({
      column: 'name[vi]',
      encoding: 'TCVN3',
      by: 'font',
      samples: [{ before: 'Trèng ®ång', after: 'Trống đồng' }],
    });
    expect(header.conversions?.map(({ encoding }) => encoding)).toEqual(['TCVN3', 'VNI', 'TCVN3-H']);
  });

  it('is told by its letters where the font says nothing, column by column', async () => {
    const names = ['Trèng ®ång Ngäc Lò', 'Th¹p ®ång §µo ThÞnh', 'T­îng PhËt b»ng gç'];
    const { header, rows } = await tableOf([
      {
        rows: [
          ['id', 'name[vi]', 'date'],
          ...names.map((name, i) => [`${i}`, name, i === 0 ? 'thế kỷ XV' : 'café']),
        ],
      },
    ]);
    expect(rows.map(([, , name]) => name)).toEqual([
      'Trống đồng Ngọc Lũ',
      'Thạp đồng Đào Thịnh',
      'Tượng Phật bằng gỗ',
    ]);
    expect(rows.map(([, , , date]) => date)).toEqual(['thế kỷ XV', 'café', 'café']);
    expect(header.conversions).toMatchObject([{ column: 'name[vi]', encoding: 'TCVN3', by: 'content' }]);
    expect(header.conversions?.[0]?.samples).toHaveLength(3);
  });
});

describe('what is no table', () => {
  it.each([
    [
      'a sheet that is not there',
      [{ rows: [['id']] }],
      { sheet: 'X' },
      { kind: 'no-such-sheet', name: 'X', sheets: ['Sheet1'] },
    ],
    ['an empty workbook', [{ rows: [] }], {}, { kind: 'no-table', sheets: ['Sheet1'] }],
    [
      'a header that says the same twice',
      [{ name: 'S', rows: [['x'], ['id', 'name[vi]', 'id']] }],
      {},
      { kind: 'repeated-header', sheet: 'S', row: 2, column: 3, name: 'id' },
    ],
  ] as const)('%s', async (_, sheets, options, refusal) => {
    const bytes = await sampleWorkbook(
      ...sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) })),
    );
    expect(await eventsOf(bytes, { understands, ...options })).toEqual([refusal]);
  });

  it('a workbook cut off', async () => {
    const bytes = await sampleWorkbook({ rows: [['id', 'name[vi]']] });
    expect(await eventsOf(bytes.subarray(0, bytes.length - 40))).toMatchObject([{ kind: 'damaged' }]);
  });
});
