import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readWorkbook, type WorkbookCell } from '#formats/xlsx/index.ts';
import {
  codeListCsvDownload,
  codeListDownload,
  type Download,
  importTemplateDownload,
  jsonSchemaDownload,
  mappingCsvDownload,
  standardCsvDownload,
  standardDownload,
} from './downloads.ts';
import { aCatalogue, aField, aStandard, SAMPLE_LISTS } from './standards.fixture.ts';
import { templateColumns } from './template-columns.ts';

const standard = aStandard();
const catalogue = aCatalogue();

function text({ bytes }: Download): string {
  return Buffer.from(bytes).toString('utf8');
}

test('JSON downloads are what they say', () => {
  expect(JSON.parse(text(standardDownload(standard)))).toEqual(standard);
  const schema = jsonSchemaDownload(standard, catalogue);
  expect(schema).toMatchObject({
    filename: 'monument-1.0.schema.json',
    mediaType: 'application/schema+json',
  });
  expect(JSON.parse(text(schema))).toMatchObject({ title: 'Di tích' });
  for (const list of SAMPLE_LISTS) expect(JSON.parse(text(codeListDownload(list)))).toEqual(list);
});

test('CSV opens in Excel as UTF-8 and has a row per field', () => {
  const download = standardCsvDownload(standard, 'vi');
  expect(download.filename).toBe('monument-1.0.vi.csv');
  expect([...download.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows: string[][] = parse(text(download), { bom: true });
  expect(rows).toHaveLength(22);
  expect(rows[0]?.slice(0, 2)).toEqual(['Nhóm', 'Mã trường']);
  expect(parse(text(mappingCsvDownload(standard, 'en')), { bom: true })).toHaveLength(22);
});

test('a text that a spreadsheet would run as a formula is neutralised', () => {
  const hostile = aStandard({}, [
    aField({ id: 'x', datatype: 'text', example: '=HYPERLINK("http://example.org")' }),
  ]);
  expect(text(standardCsvDownload(hostile, 'vi'))).toContain(`'=HYPERLINK`);
});

test('a code list as CSV', () => {
  const [list] = SAMPLE_LISTS;
  if (!list) throw new Error('a list expected');
  const rows: string[][] = parse(text(codeListCsvDownload(list, 'en')), { bom: true });
  expect(rows.map((r) => r[0])).toEqual(['Code', ...list.codes.map((c) => c.code)]);
});

test('the import template is a workbook with labels, keys and code lists', async () => {
  const template = await importTemplateDownload(standard, catalogue, 'vi');
  expect(template.filename).toBe('monument-1.0.import.vi.xlsx');
  const workbook = await readWorkbook(template.bytes);
  if (workbook.kind !== 'workbook') throw new Error(workbook.kind);
  const [data, explanation, codes] = workbook.sheets;
  expect([data?.name, explanation?.name, codes?.name]).toEqual(['Dữ liệu', 'Hướng dẫn', 'Danh mục']);
  expect(texts(data?.rows[0]).slice(0, 2)).toEqual(['Mã hồ sơ *', 'Tên gọi – tiếng Việt *']);
  expect(texts(data?.rows[1])).toEqual(templateColumns(standard).map((column) => column.key));
  expect(codes?.rows.map(texts)).toContainEqual(['unit@1', 'cm', 'Nhãn cm']);
});

function texts(row: readonly WorkbookCell[] = []): string[] {
  return row.map((cell) => (cell.kind === 'text' ? cell.value : cell.kind));
}
