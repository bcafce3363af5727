import { expect, test } from 'vitest';
import { readWorkbook } from '#formats/xlsx/index.ts';
import { problem } from '../cells/problem.ts';
import type { RowReport } from './outcome.ts';
import { rejectedLines, rejectedWorkbook } from './report.ts';
import { reportLines } from './report-lines.ts';

const HEADER = ['id', 'Chất liệu', 'Lỗi', 'Gợi ý'];
const wrong = {
  ...problem('unknown-term', { given: 'zzzz', list: { vi: 'Chất liệu', en: 'Materials' } }),
  column: 'Chất liệu',
  pointer: '/fields/materials',
};
const twice = { ...problem('repeated-row', { line: 2, given: 'A' }), column: 'id', pointer: '' };
const ROWS: RowReport[] = [
  {
    line: 2,
    outcome: 'created',
    pid: 'd1x',
    problems: [],
    cells: ['A', 'wood', '', ''],
    changes: [{ column: 'materials', before: '', after: 'wood' }],
  },
  {
    line: 3,
    outcome: 'rejected',
    pid: '',
    problems: [wrong, twice],
    cells: ['=A()', 'zzzz', 'cũ', 'cũ'],
    changes: [],
  },
];

test('the report has a line for every row', () => {
  expect([...reportLines(ROWS, 'vi')].join('')).toBe(
    [
      '\ufeffline,outcome,pid,pointer,message,changes',
      '2,created,d1x,,,materials:  → wood',
      '3,rejected,,/fields/materials,"Chất liệu: “zzzz” không có trong danh mục Chất liệu. Hãy dùng nhãn hoặc mã có trong danh mục.\nid: Dòng 2 đã dùng mã “A”. Hãy gộp hai dòng hoặc sửa mã.",',
      '',
    ].join('\r\n'),
  );
});

test('rejected rows come back as they were, with problem and advice, and no formula alive', () => {
  expect([...rejectedLines(ROWS, { header: HEADER, lang: 'vi' })].join('')).toBe(
    [
      '\ufeffid,Chất liệu,Lỗi,Gợi ý',
      `'=A(),zzzz,"Chất liệu: “zzzz” không có trong danh mục Chất liệu.\nid: Dòng 2 đã dùng mã “A”.","Hãy dùng nhãn hoặc mã có trong danh mục.\nHãy gộp hai dòng hoặc sửa mã."`,
      '',
    ].join('\r\n'),
  );
  expect([...rejectedLines(ROWS, { header: HEADER, lang: 'en' })][0]).toContain('id,Chất liệu,Error,Advice');
});

test('the rejected rows come back as a workbook too, which is imported as it is', async () => {
  const pieces: Uint8Array[] = [];
  for await (const piece of rejectedWorkbook(ROWS, { header: HEADER, lang: 'vi' })) pieces.push(piece);
  const outcome = await readWorkbook(Buffer.concat(pieces));
  const rows = outcome.kind === 'workbook' ? outcome.sheets[0]?.rows : undefined;
  expect(rows?.map((cells) => cells.slice(0, 2).map(({ value }) => value))).toEqual([
    ['id', 'Chất liệu'],
    ['=A()', 'zzzz'],
  ]);
  expect(rows?.[0]?.slice(2).map(({ value }) => value)).toEqual(['Lỗi', 'Gợi ý']);
  expect(rows?.[1]?.[3]?.value).toContain('Hãy gộp hai dòng hoặc sửa mã.');
});
