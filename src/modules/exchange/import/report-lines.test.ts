import { expect, test } from 'vitest';
import { readCsv } from '#formats/csv/index.ts';
import type { RowReport } from './outcome.ts';
import { reportEnd, reportLines } from './report-lines.ts';

const counts = { created: 3, updated: 2, unchanged: 1, rejected: 5 };
const report = { header: ['id'], encoding: 'UTF-8', ignored: [] } as const;
const row: RowReport = {
  line: 4,
  outcome: 'updated',
  pid: 'd1x',
  problems: [],
  changes: [{ column: 'name[vi]', before: 'Chùa Lý Quốc Sư', after: '=Chùa' }],
  cells: [],
};

function tableOf(text: string) {
  const table = readCsv(text, { unguard: true });
  if (table.kind !== 'table') throw new Error(table.kind);
  return [table.header, ...table.rows.map(({ cells }) => cells)];
}

test('rows that are no data and the counts stand below the rows, with the sheet they are of', () => {
  const aside = { count: 2, first: [{ line: 9, kind: 'total', text: '=Tổng cộng' } as const] };
  const sheet = { ...report, sheet: 'Di tích', aside };
  const text = [...reportLines([row], 'vi', sheet.sheet), ...reportEnd({ sheet, counts }, 'vi')].join('');
  expect(text).toContain("'=Tổng cộng");
  expect(tableOf(text)).toEqual([
    ['sheet', 'line', 'outcome', 'pid', 'pointer', 'message', 'changes'],
    ['Di tích', '4', 'updated', 'd1x', '', '', 'name[vi]: Chùa Lý Quốc Sư → =Chùa'],
    ['Di tích', '9', 'left-out', '', '', '=Tổng cộng', ''],
    ['Di tích', '', 'total', '', '', 'mới 3, sửa 2, không đổi 1, bị từ chối 5, bỏ qua 2', ''],
  ]);
});

test('a file that is one table has no column for sheets', () => {
  const text = [...reportLines([row], 'en'), ...reportEnd({ sheet: report, counts }, 'en')].join('');
  expect(tableOf(text).at(-1)).toEqual([
    '',
    'total',
    '',
    '',
    '3 created, 2 updated, 1 unchanged, 5 rejected',
    '',
  ]);
});
