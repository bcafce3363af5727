import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import type { Mapping } from '../sheet/mapping.ts';
import { sampleWorkbook } from '../table/workbooks.fixture.ts';
import { readSheet, type SheetEvent } from './read-sheet.ts';
import { bytesOf } from './sheets.fixture.ts';
import type { TableFormat } from './table-formats.ts';

const { catalogue } = await publishedKnowledge();
const standard = catalogue.standard('artefact');
if (!standard) throw new Error('no artefacts');

async function events(
  text: string | Uint8Array,
  mapping: Mapping = {},
  format: TableFormat = 'csv',
): Promise<SheetEvent[]> {
  const found: SheetEvent[] = [];
  const source = {
    bytes: bytesOf(text),
    format,
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

test('totals, signatures and headings of sections are left out, and said to be', async () => {
  const found = await events(
    'STT,id,name[vi]\nI,,Phòng một\n1,A,Trống\n,,Tổng cộng\n,,Người lập biểu\n,,Nguyễn Văn A\n',
  );
  expect(rowsIn(found).map(({ line }) => line)).toEqual([3]);
  const opened = found[0]?.kind === 'plan' ? found[0].report.aside : undefined;
  expect(opened?.first.map(({ line, kind }) => [line, kind])).toEqual([
    [2, 'section'],
    [4, 'total'],
    [5, 'signature'],
    [6, 'signature'],
  ]);
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
  const early = await events('id,Tuổi\n1,2\n');
  expect(early.map((event) => event.kind)).toEqual(['refused']);
  const late = await events(`id,name[vi]\n${'1,a\n'.repeat(600)}2\n`);
  expect(late.map((event) => event.kind)).toEqual(['plan', 'rows', 'refused']);
  expect(late.at(-1)).toMatchObject({ refusal: { kind: 'ragged-row', line: 602 } });
});

test('apostrophes that keep formulas still are taken away, others are not', async () => {
  const found = await events(`id,name[vi]\n1,'=A1\n2,'tis\n`);
  expect(rowsIn(found).map((row) => row.cells[1])).toEqual(['=A1', "'tis"]);
});

test('a year typed into a cell for days is a fault of its row; days where none belong are warned of', async () => {
  const bytes = await sampleWorkbook({
    name: 'Kho',
    rows: [
      ['id', 'name[vi]', 'date'],
      ['A', 'Trống', 1_802],
      ['B', 45_293, 45_293],
      ['C', 'Mâm', '01/02/2024'],
      ['D', 'Ấn', '#REF!'],
    ],
    formats: { '1,2': 'dd/mm/yyyy', '2,1': 'dd/mm/yyyy', '2,2': 'dd/mm/yyyy' },
  });
  const found = await events(bytes, {}, 'xlsx');
  expect(found[0]).toMatchObject({
    report: {
      ...{ format: 'xlsx', sheet: 'Kho', headerRow: 1 },
      warnings: [
        { code: 'date-in-text', column: 'name[vi]', line: 3, count: 1, sample: '2024-01-02' },
        { code: 'day-before-month', column: 'date', line: 4, count: 1, sample: '01/02/2024' },
      ],
    },
  });
  expect(
    rowsIn(found).map(({ line, faults = [] }) => [line, ...faults.map(({ code, column }) => [code, column])]),
  ).toEqual([[2, ['year-as-day', 'date']], [3], [4], [5]]);
});

test('records as a whole keep what their empty cells do not tell, even where a mapping clears', async () => {
  const line = JSON.stringify({ pid: 'd1x', version: 2, standard: 'artefact@1.0', fields: { name: [] } });
  const [opened, read] = await events(`${line}\n`, { emptyCells: 'clear' }, 'jsonl');
  expect(opened?.kind === 'plan' && opened.plan.clearsEmptyCells).toBe(false);
  expect(opened?.kind === 'plan' && opened.plan.groups.length).toBeGreaterThan(10);
  const cells = read?.kind === 'rows' ? (read.rows[0]?.cells ?? []) : [];
  expect([cells[0], cells.at(-1)]).toEqual([
    'd1x',
    '{"version":2,"standard":"artefact@1.0","rest":{"name":[]}}',
  ]);
});
