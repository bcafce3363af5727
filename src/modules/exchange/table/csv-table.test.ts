import { Buffer } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTable } from '../import/table-formats.ts';
import type { TableEvent, TableHeader } from './table-event.ts';

async function read(
  bytes: Uint8Array,
): Promise<{ header: TableHeader | undefined; events: TableEvent[]; rows: string[][] }> {
  async function* pieces() {
    for (let start = 0; start < bytes.length; start += 1_000) yield bytes.subarray(start, start + 1_000);
  }
  const events: TableEvent[] = [];
  for await (const event of readTable('csv', pieces())) events.push(event);
  return {
    header: events.find((event): event is TableHeader => event.kind === 'header'),
    rows: events.flatMap((event) => (event.kind === 'row' ? [event.cells] : [])),
    events,
  };
}

const lines = ['Trèng ®ång Ngäc Lò', 'Th¹p ®ång §µo ThÞnh', 'T­îng PhËt b»ng gç'].map((old, index) => ({
  old,
  index,
  today: `Bảo tàng số ${index}, tỉnh Thanh Hóa`,
}));

describe('a CSV file with texts of several times', () => {
  it('saved as Unicode with the letters of an old font is converted by column', async () => {
    const text = ['ma,ten,noi', ...lines.map(({ old, index, today }) => `${index},${old},"${today}"`)].join(
      '\n',
    );
    const { header, rows } = await read(Buffer.from(text));
    expect(rows.map(([, ten]) => ten)).toEqual([
      'Trống đồng Ngọc Lũ',
      'Thạp đồng Đào Thịnh',
      'Tượng Phật bằng gỗ',
    ]);
    expect(rows.map(([, , noi]) => noi)).toEqual(lines.map(({ today }) => today));
    expect(header?.conversions).toMatchObject([{ column: 'ten', encoding: 'TCVN3', by: 'content' }]);
  });

  it('with the bytes of each shows what became of the columns', async () => {
    const rowsOf = lines.map(({ old, index, today }) =>
      Buffer.concat([Buffer.from(`${index},`), Buffer.from(old, 'latin1'), Buffer.from(`,"${today}"\n`)]),
    );
    const { header, rows } = await read(Buffer.concat([Buffer.from('ma,ten,noi\n'), ...rowsOf]));
    expect(rows[0]).toEqual(['0', 'Trống đồng Ngọc Lũ', 'Bảo tàng số 0, tỉnh Thanh Hóa']);
    expect(header).toMatchObject({ format: 'csv', encoding: 'UTF-8' });
    expect(header?.conversions?.[0]).toMatchObject({ column: 'ten', encoding: 'TCVN3' });
  });

  it('keeps the order of rows, and what refuses it stands last', async () => {
    const rows = Array.from({ length: 1_203 }, (_, index) => `${index},a`);
    const { events, rows: found } = await read(Buffer.from(['id,ten', ...rows, '1'].join('\n')));
    expect(found.map(([id]) => Number(id))).toEqual(rows.map((_, index) => index));
    expect(events.at(-1)).toMatchObject({ kind: 'ragged-row', line: 1_205 });
  });
});

const folder = resolve('../shared/fixtures/hostile');
describe.skipIf(!existsSync(folder))('the hostile CSV files', () => {
  it.each([
    ['semicolon-bom.csv', 'header', 1],
    ['formula.csv', 'header', 7],
    ['dup-header.csv', 'duplicate-header', 0],
    ['nul.csv', 'nul-byte', 0],
    ['tcvn3.csv', 'header', 1],
  ])('%s', async (file, kind, count) => {
    const { events, rows } = await read(readFileSync(`${folder}/${file}`));
    expect(events.find((event) => event.kind === kind)).toBeDefined();
    expect(rows).toHaveLength(count);
    expect(JSON.stringify(rows)).not.toMatch(/[\u0080-\u009f]/);
  });
});
