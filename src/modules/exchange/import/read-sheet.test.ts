import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import type { Mapping } from '../sheet/mapping.ts';
import { readSheet, type SheetEvent } from './read-sheet.ts';
import { bytesOf } from './sheets.fixture.ts';
import { tableFormatOf } from './table-formats.ts';

const { catalogue } = await publishedKnowledge();
const standard = catalogue.standard('artefact');
if (!standard) throw new Error('no artefacts');

async function events(text: string, mapping: Mapping = {}): Promise<SheetEvent[]> {
  const found: SheetEvent[] = [];
  const source = {
    bytes: bytesOf(text),
    format: 'csv' as const,
    standard: standard as NonNullable<typeof standard>,
    mapping,
  };
  for await (const event of readSheet(source)) found.push(event);
  return found;
}

const rowsIn = (found: SheetEvent[]) => found.flatMap((event) => (event.kind === 'rows' ? event.rows : []));

test('a sheet is a plan, rows with their lines, and the digest of the file', async () => {
  const text = 'id,name[vi],STT\nA,Trống,1\n,,\nB,"Thạp\nĐào Thịnh",2\n';
  const found = await events(text, { otherColumns: 'ignore' });
  expect(found.map((event) => event.kind)).toEqual(['plan', 'rows', 'end']);
  expect(found[0]).toMatchObject({
    report: { header: ['id', 'name[vi]', 'STT'], encoding: 'UTF-8', ignored: ['STT'] },
  });
  expect(rowsIn(found)).toEqual([
    { line: 2, cells: ['A', 'Trống', '1'] },
    { line: 4, cells: ['B', 'Thạp\nĐào Thịnh', '2'] },
  ]);
  expect(found.at(-1)).toEqual({ kind: 'end', digest: createHash('sha256').update(text).digest('hex') });
});

test('the labels under the keys of the template are no record; the same words further down are', async () => {
  const labels = 'Mã hồ sơ *,Tên gọi – tiếng Việt *';
  const found = await events(`id,name[vi]\n${labels}\nA,Trống\n${labels}\n`);
  expect(rowsIn(found).map((row) => row.line)).toEqual([3, 4]);
});

test('rows come in batches, and empty ones by the million are none', async () => {
  const found = await events(
    `id,name[vi]\n${Array.from({ length: 1_201 }, (_, i) => `${i},Tên ${i}\n`).join('')}${',\n'.repeat(5_000)}`,
  );
  const sizes = found.flatMap((event) => (event.kind === 'rows' ? [event.rows.length] : []));
  expect(sizes).toEqual([500, 500, 201]);
});

test('delimiter and encoding of the mapping come before what is detected', async () => {
  const found = await events('id;name[vi],x\n1;a,b\n', {
    delimiter: ';',
    otherColumns: 'ignore',
    columns: { 'name[vi],x': 'name[vi]' },
  });
  expect(rowsIn(found)).toEqual([{ line: 2, cells: ['1', 'a,b'] }]);
  const refused = await events('id,name[vi]\n', { encoding: 'UTF-16LE' });
  expect(refused.at(-1)?.kind).toBe('refused');
});

test('nothing follows a refusal, and it may come late', async () => {
  const early = await events('id,STT\n1,2\n');
  expect(early.map((event) => event.kind)).toEqual(['refused']);
  const late = await events(`id,name[vi]\n${'1,a\n'.repeat(600)}2\n`);
  expect(late.map((event) => event.kind)).toEqual(['plan', 'rows', 'refused']);
  expect(late.at(-1)).toMatchObject({ refusal: { kind: 'ragged-row', line: 602 } });
});

test('apostrophes that keep formulas still are taken away, others are not', async () => {
  const found = await events(`id,name[vi]\n1,'=A1\n2,'tis\n`);
  expect(rowsIn(found).map((row) => row.cells[1])).toEqual(['=A1', "'tis"]);
});

test.each([
  ['a.csv', 'csv'],
  ['thư mục/Bảng.CSV', 'csv'],
  ['a.txt', 'csv'],
  ['a.xlsx', undefined],
  ['csv', undefined],
])('%s is a table of %s', (name, format) => {
  expect(tableFormatOf(name)).toBe(format);
});
