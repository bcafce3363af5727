import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCsv } from '#formats/csv/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { only } from '#tests/support/registry.ts';
import { exportRecords } from '../export/records.ts';
import type { Mapping } from '../sheet/mapping.ts';
import { importTable } from './commands.ts';
import { fileRefusalTexts } from './refusal-texts.ts';
import { anExchange, bytesOf, imported, standardOf } from './sheets.fixture.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await anExchange(db);
const standard = standardOf(ctx, 'artefact');

const folder = resolve('../shared/fixtures/hostile');
const file = (name: string) => readFileSync(`${folder}/${name}`);
const records = async () => (await db.selectFrom('record').select('id').execute()).length;

async function refusal(source: string | Uint8Array, mapping?: Mapping) {
  const result = await importTable(ctx, { bytes: bytesOf(source), format: 'csv', standard, mapping });
  return only(result, 'refused').refusal;
}

describe.skipIf(!existsSync(folder))('the hostile tables', () => {
  it.each([
    ['dup-header.csv', { kind: 'duplicate-header', line: 1, column: 3, name: 'title' }],
    ['nul.csv', { kind: 'nul-byte', line: 2, column: 2 }],
  ])('%s is refused, with its place, and nothing is written', async (name, expected) => {
    const before = await records();
    expect(await refusal(file(name), { columns: { id: 'id', title: 'name[vi]' } })).toEqual(expected);
    expect(await records()).toBe(before);
  });

  it.each([
    ['bomb-nested.zip', { kind: 'not-a-workbook' }],
    ['bag-symlink.zip', { kind: 'not-a-workbook' }],
    ['bag-absolute-entry.zip', { kind: 'not-a-workbook' }],
    ['zip-encrypted.zip', { kind: 'encrypted' }],
    ['zip-many.zip', { kind: 'too-large', exceeded: 'entries' }],
    ['zip-truncated.zip', { kind: 'damaged' }],
  ])('%s that is called a workbook is refused in words, and nothing is written', async (name, expected) => {
    const before = await records();
    const bytes = bytesOf(file(name));
    const result = await importTable(ctx, { bytes, format: 'xlsx', standard, dryRun: false });
    const found = only(result, 'refused').refusal;
    expect(found).toMatchObject(expected);
    expect(fileRefusalTexts(found).every(({ vi, en }) => vi !== '' && en !== '')).toBe(true);
    expect(await records()).toBe(before);
  });

  it('semicolons, a BOM and a line break in a cell are what Excel writes', async () => {
    const mapping = { columns: { mã: 'id', tên: 'name[vi]', 'ghi chú': 'description[vi]' } };
    const { rows, outcome } = await imported(ctx, file('semicolon-bom.csv'), { mapping });
    expect(outcome.kind).toBe('applied');
    expect(rows[0]?.changes).toContainEqual({
      column: 'description[vi]',
      before: '',
      after: 'dòng 1\r\ndòng 2',
    });
  });

  it('TCVN3 is converted, and said to be', async () => {
    const mapping = { columns: { ma: 'id', ten: 'name[vi]' } };
    const { rows, sheet } = await imported(ctx, file('tcvn3.csv'), { mapping });
    expect(sheet.encoding).toBe('TCVN3');
    expect(rows[0]?.changes).toEqual([expect.objectContaining({ column: 'name[vi]', after: 'Trống đồng' })]);
  });

  it('formulas are kept as text, do not come out alive, and come back as they were', async () => {
    const mapping = { columns: { id: null, title: 'name[vi]' } } as const;
    const { rows, outcome } = await imported(ctx, file('formula.csv'), { mapping });
    const { changesetId } = only(outcome, 'applied');
    expect(rows).toHaveLength(7);
    const { texts } = only(
      exportRecords(ctx, { filter: { kind: 'artefact', changeset: changesetId }, format: 'csv' }),
      'export',
    );
    let csv = '';
    for await (const text of texts) csv += text;
    const table = readCsv(csv);
    const cells = table.kind === 'table' ? table.rows.flatMap((row) => row.cells) : [];
    expect(cells.filter((cell) => cell.startsWith("'"))).toHaveLength(7);
    expect(cells.filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([]);
    expect((await imported(ctx, csv)).outcome).toMatchObject({ kind: 'unchanged', counts: { unchanged: 7 } });
  });
});

describe('bad files', () => {
  it.each([
    ['', { kind: 'empty' }],
    ['id,name[vi]\n1,a\n2,"b\n3,c\n', { kind: 'unclosed-quote', line: 3, column: 2 }],
    ['id,name[vi]\n1,a\n2\n', { kind: 'ragged-row', line: 3, column: 2, expected: 2, found: 1 }],
  ])('%j is refused as a whole', async (text, expected) => {
    const before = await records();
    expect(await refusal(text)).toEqual(expected);
    expect(await records()).toBe(before);
  });

  it('an encoding guessed from a few letters is not enough to build on', async () => {
    const bytes = Buffer.from('id,name[vi]\n1,Tr\xe8ng\n', 'latin1');
    expect(await refusal(bytes)).toMatchObject({ kind: 'uncertain-encoding' });
    const { sheet } = await imported(ctx, bytes, { mapping: { encoding: 'TCVN3' }, dryRun: true });
    expect(sheet.encoding).toBe('TCVN3');
  });

  it('a header that fits nothing is refused with every column named', async () => {
    const found = await refusal('a,b\n1,2\n');
    expect(found.kind === 'header' && found.problems.map(({ column }) => column)).toEqual([1, 2]);
  });
});
