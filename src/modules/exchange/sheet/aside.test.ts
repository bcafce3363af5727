import { expect, test } from 'vitest';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import { type AsideRows, asideReader, asideText } from './aside.ts';
import { planSheet } from './plan.ts';

const { catalogue } = await publishedKnowledge();
const standard = catalogue.standard('monument');
if (!standard) throw new Error('no monuments');
const HEADER = ['TT', 'Mã di tích', 'Tên di tích', 'Địa chỉ', 'Năm xây dựng'];

/** The kinds of the rows that are no data; - for data. */
function read(rows: string[][], header = HEADER) {
  const outcome = planSheet(header, standard as NonNullable<typeof standard>);
  if (outcome.kind !== 'plan') throw new Error(JSON.stringify(outcome.problems));
  const noted: AsideRows = { count: 0, first: [] };
  const isAside = asideReader(outcome.plan, noted);
  const kinds = rows.map((cells, index) =>
    isAside(index + 2, cells) ? (noted.first.at(-1)?.kind ?? '') : '-',
  );
  return { kinds, noted };
}

test.each([
  [['', 'Tổng cộng', '', '', ''], 'total'],
  [['Cộng: 12 di tích', '', '', '', ''], 'total'],
  [['', '', 'Tổng số', '', '1.204'], 'total'],
  [['', '', '', 'Hà Nội, ngày 03 tháng 10 năm 2024', ''], 'signature'],
  [['', 'Người lập biểu', '', 'THỦ TRƯỞNG ĐƠN VỊ', ''], 'signature'],
  [['II', '', 'Huyện Gia Lâm', '', ''], 'section'],
  [['A.', '', 'Di tích lịch sử', '', ''], 'section'],
  // Names that begin alike are names.
  [['7', '', 'Tổng Lãnh sự quán cũ', '', ''], '-'],
  [['8', '', 'Cộng đồng làng Đường Lâm', 'Sơn Tây', ''], '-'],
  [['9', 'DT-09', 'Tổng cộng', '', ''], '-'],
  [['10', '', 'Đình Tổng', '', '1802'], '-'],
])('%j is %s', (cells, kind) => {
  expect(read([cells]).kinds).toEqual([kind]);
});

test('the names below the titles of those who sign are no data, a table that goes on is', () => {
  const { kinds, noted } = read([
    ['1', 'DT-1', 'Chùa Một Cột', 'Hà Nội', ''],
    ['', '', 'Tổng cộng', '', '1'],
    ['', '', 'Người lập biểu', '', 'Giám đốc'],
    ['', 'Nguyễn Văn A', '', '', 'Trần Thị B'],
    ['', '', 'Đình Bảng', 'Bắc Ninh', '1736'],
    ['2', 'DT-2', 'Đền Hùng', 'Phú Thọ', ''],
  ]);
  expect(kinds).toEqual(['-', 'total', 'signature', 'signature', 'signature', '-']);
  expect(asideText(noted).vi).toBe(
    'bỏ qua 4 dòng không phải dữ liệu (tổng cộng, chữ ký, đề mục): dòng 3 “Tổng cộng · 1”; dòng 4 “Người lập biểu · Giám đốc”; dòng 5 “Nguyễn Văn A · Trần Thị B”; dòng 6 “Đình Bảng · Bắc Ninh · 1736”',
  );
});

test('a million of them are counted, and the first are told', () => {
  const { noted } = read(Array.from({ length: 1_000 }, () => ['', '', 'Tổng cộng', '', '5']));
  expect([noted.count, noted.first.length]).toEqual([1_000, 20]);
  expect(asideText(noted).en).toMatch(/^left out 1000 rows .*; …$/);
});
