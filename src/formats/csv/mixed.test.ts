import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { type CsvEvent, type CsvOptions, readCsvStream } from './index.ts';

/** Letters of .VnTime and VNI as their bytes look in Windows-1252. */
const TCVN3 = ['Trèng ®ång Ngäc Lò', 'Th¹p ®ång §µo ThÞnh', 'T­îng PhËt b»ng gç'];
const VNI = ['Ñình laøng Ñình Baûng', 'Chuøa Moät Coät', 'Ñeàn Huøng'];
const UTF8 = ['Bảo tàng tỉnh Bắc Ninh', 'Bảo tàng Lịch sử quốc gia', 'Chùa Phật Tích'];

const legacy = (text: string): Buffer => Buffer.from(text, 'latin1');
const row = (...cells: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    ...cells.flatMap((cell, index) => [index === 0 ? Buffer.alloc(0) : Buffer.from(','), Buffer.from(cell)]),
    Buffer.from('\n'),
  ]);

async function read(bytes: Uint8Array, { size = 1_000, ...options }: CsvOptions & { size?: number } = {}) {
  async function* chunks() {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  const found: CsvEvent[] = [];
  for await (const event of readCsvStream(chunks(), options)) found.push(event);
  const header = found.find((event) => event.kind === 'header');
  const rows = found.flatMap((event) => (event.kind === 'row' ? [event.cells] : []));
  return { header, rows, last: found.at(-1) };
}

const three = [0, 1, 2];
const mixed = Buffer.concat([
  row('ma', 'tên', 'nơi giữ'),
  ...three.map((i) => row(`${i}`, legacy(TCVN3[i] ?? ''), UTF8[i] ?? '')),
]);

describe('a file of columns that are coded differently', () => {
  it('is decoded column by column, and says what was converted, however it is cut', async () => {
    for (const size of [1, 7, 1_000]) {
      const { header, rows } = await read(mixed, { size });
      expect(header).toMatchObject({ header: ['ma', 'tên', 'nơi giữ'], encoding: 'UTF-8', confidence: 1 });
      expect(rows).toEqual([
        ['0', 'Trống đồng Ngọc Lũ', UTF8[0]],
        ['1', 'Thạp đồng Đào Thịnh', UTF8[1]],
        ['2', 'Tượng Phật bằng gỗ', UTF8[2]],
      ]);
      expect(header?.conversions).toEqual([
        {
          ...{ column: 'tên', encoding: 'TCVN3', by: 'content' },
          samples: [
            { before: 'Trèng ®ång Ngäc Lò', after: 'Trống đồng Ngọc Lũ' },
            { before: 'Th¹p ®ång §µo ThÞnh', after: 'Thạp đồng Đào Thịnh' },
            { before: 'T­îng PhËt b»ng gç', after: 'Tượng Phật bằng gỗ' },
          ],
        },
      ]);
    }
  });

  it('may have two legacy encodings', async () => {
    const bytes = Buffer.concat([
      row('ma', 'ten', 'noi'),
      ...three.map((i) => row(`${i}`, legacy(TCVN3[i] ?? ''), legacy(VNI[i] ?? ''))),
    ]);
    const { header, rows } = await read(bytes);
    expect(rows.map(([, ten, noi]) => [ten, noi])).toEqual([
      ['Trống đồng Ngọc Lũ', 'Đình làng Đình Bảng'],
      ['Thạp đồng Đào Thịnh', 'Chùa Một Cột'],
      ['Tượng Phật bằng gỗ', 'Đền Hùng'],
    ]);
    expect(header?.conversions?.map(({ column, encoding }) => [column, encoding])).toEqual([
      ['ten', 'TCVN3'],
      ['noi', 'VNI'],
    ]);
  });

  it('may have single cells that were pasted from elsewhere', async () => {
    const bytes = Buffer.concat([mixed, row('3', 'Ấn vàng Sắc mệnh', legacy('B¶o tµng tØnh'))]);
    expect((await read(bytes)).rows.at(-1)).toEqual(['3', 'Ấn vàng Sắc mệnh', 'Bảo tàng tỉnh']);
  });

  it('has its delimiters, quotes and line breaks where bytes are', async () => {
    const quoted = Buffer.concat([Buffer.from('"'), legacy(`${TCVN3[0]}\r\n${TCVN3[1]}`), Buffer.from('"')]);
    const { rows } = await read(Buffer.concat([mixed, row('3', quoted, 'Nhà thờ, xã')]).subarray(0), {});
    expect(rows).toHaveLength(3);
    const semicolons = Buffer.from(mixed.toString('latin1').replaceAll(',', ';'), 'latin1');
    expect((await read(semicolons)).rows).toEqual((await read(mixed)).rows);
  });
});

describe('a file of one encoding', () => {
  it('stays that, though single columns tell too little or something else', async () => {
    const bytes = Buffer.concat([
      row('ma', 'ten', 'don vi'),
      ...three.map((i) => row(`${i}`, legacy(TCVN3[i] ?? ''), legacy('5 µm'))),
    ]);
    const { header, rows } = await read(bytes);
    expect(header).toMatchObject({ encoding: 'TCVN3' });
    expect(header?.conversions).toBeUndefined();
    expect(rows[0]?.[1]).toBe('Trống đồng Ngọc Lũ');
  });

  it('that is damaged UTF-8 is refused as before', async () => {
    const good = row('1', 'Trống đồng Ngọc Lũ ở Bảo tàng Lịch sử');
    const bytes = Buffer.concat([row('ma', 'ten'), good, row('2', Buffer.from([0xff, 0xfe, 0x41]))]);
    expect((await read(bytes)).last).toMatchObject({ kind: 'invalid-encoding', line: 3 });
  });

  it('with a cell that is nothing is refused by line and column', async () => {
    const bytes = Buffer.concat([mixed, row('3', 'x', Buffer.from([0x41, 0xff, 0xfe, 0x42]))]);
    expect((await read(bytes)).last).toEqual({ kind: 'invalid-encoding', line: 5, offset: 0, column: 3 });
  });

  it('that the caller names is not looked at', async () => {
    const { header, rows } = await read(mixed, { encoding: 'TCVN3' });
    expect(header).toMatchObject({ encoding: 'TCVN3' });
    expect(rows[0]?.[1]).toBe('Trống đồng Ngọc Lũ');
  });
});

it('of thirty thousand rows it holds a few, and goes on decoding below the sample', {
  timeout: 60_000,
}, async () => {
  const rows = 30_000;
  async function* chunks() {
    yield row('ma', 'ten', 'noi');
    const some = Buffer.concat(three.map((i) => row(`${i}`, legacy(TCVN3[i] ?? ''), UTF8[i] ?? '')));
    for (let i = 0; i < rows / 3; i += 1) yield some;
  }
  let [count, wrong] = [0, 0];
  for await (const event of readCsvStream(chunks())) {
    if (event.kind !== 'row') continue;
    if (event.cells[1]?.includes('ồng') !== true && event.cells[1] !== 'Tượng Phật bằng gỗ') wrong += 1;
    count += 1;
  }
  expect([count >= rows, wrong]).toEqual([true, 0]);
});
