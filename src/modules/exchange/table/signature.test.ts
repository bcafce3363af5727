import { describe, expect, it } from 'vitest';
import { otherFormatOf, readTable, tableFormatOf } from '../import/table-formats.ts';
import { formatOfContent } from './signature.ts';
import type { TableEvent } from './table-event.ts';
import { sampleWorkbook } from './workbooks.fixture.ts';

const dbf = Buffer.from('03 7c 03 0f 02000000 4100 2100'.replaceAll(' ', '') + '00'.repeat(20), 'hex');
const zipOf = (name: string) =>
  Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from(name)]);

describe('a file is known by its content', () => {
  it.each([
    ['xls', Buffer.from('0904060000001000', 'hex')],
    ['dbf', dbf],
    ['mdb', Buffer.from('\0\x01\0\0Standard Jet DB\0')],
    ['accdb', Buffer.from('\0\x01\0\0Standard ACE DB\0')],
    ['ods', zipOf('mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK')],
    ['numbers', zipOf('Index/Document.iwa')],
    ['doc', zipOf('word/document.xml')],
    ['pdf', Buffer.from('%PDF-1.7')],
    ['html', Buffer.from('\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel">')],
    [
      'xml-spreadsheet',
      Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>'),
    ],
  ] as const)('%s', (format, bytes) => {
    expect(formatOfContent(bytes, 'csv')).toEqual({ kind: 'other', format });
  });

  it.each([
    ['xlsx', 'csv', zipOf('[Content_Types].xml')],
    ['xlsx', 'csv', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['csv', 'xlsx', Buffer.from('id,name[vi]\n')],
    ['csv', 'csv', Buffer.from('{x},b\n')],
    ['jsonl', 'csv', Buffer.from('{"id":"1"}\n')],
    ['geojson', 'jsonl', Buffer.from('{"type": "FeatureCollection", "features": []}')],
    ['geojson', 'geojson', Buffer.from('')],
  ] as const)('%s, named .%s', (format, named, bytes) => {
    expect(formatOfContent(bytes, named)).toEqual({ kind: 'table', format });
  });
});

it.each([
  ['a.csv', 'csv', undefined],
  ['thư mục/Bảng.XLSX', 'xlsx', undefined],
  ['a.ndjson', 'jsonl', undefined],
  ['a.geojson', 'geojson', undefined],
  ['a.xls', undefined, 'xls'],
  ['a.mdb', undefined, 'mdb'],
  ['constructor', undefined, undefined],
  ['a.constructor', undefined, undefined],
])('the name %s says %s, or %s to be saved as XLSX', (name, format, other) => {
  expect([tableFormatOf(name), otherFormatOf(name)]).toEqual([format, other]);
});

describe('readTable', () => {
  async function read(named: 'csv' | 'xlsx', bytes: Uint8Array): Promise<TableEvent[]> {
    const events: TableEvent[] = [];
    async function* slowly() {
      for (let start = 0; start < bytes.length; start += 1_000) yield bytes.subarray(start, start + 1_000);
    }
    for await (const event of readTable(named, slowly())) events.push(event);
    return events;
  }

  it('reads a CSV file that is called .xlsx, and the reverse, and says what it is', async () => {
    const csv = await read('xlsx', Buffer.from('id,name\n1,a\n'));
    const workbook = await read(
      'csv',
      await sampleWorkbook({
        rows: [
          ['id', 'name'],
          ['1', 'a'],
        ],
      }),
    );
    expect(csv).toMatchObject([
      { kind: 'header', format: 'csv' },
      { line: 2, cells: ['1', 'a'] },
    ]);
    expect(workbook).toMatchObject([
      { kind: 'header', format: 'xlsx' },
      { line: 2, cells: ['1', 'a'] },
    ]);
  });

  it('refuses what is to be saved as XLSX', async () => {
    expect(await read('csv', dbf)).toEqual([{ kind: 'other-format', format: 'dbf' }]);
  });
});
