import { expect, test } from 'vitest';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import type { Mapping } from './mapping.ts';
import { planSheet } from './plan.ts';
import { readRow } from './row.ts';

const knowledge = await publishedKnowledge();
const standard = knowledge.catalogue.standard('monument');
if (!standard) throw new Error('no monuments');
const EMPTY = { standard: 'monument@1.0', fields: {} };

/** What is advised for a row of these cells. */
function advice(sheet: Record<string, string>, mapping?: Mapping): string[] {
  const outcome = planSheet(Object.keys(sheet), standard as NonNullable<typeof standard>, mapping);
  if (outcome.kind !== 'plan') throw new Error(JSON.stringify(outcome.problems));
  const plan = { plan: outcome.plan, knowledge, current: EMPTY, base: EMPTY };
  const read = readRow(Object.values(sheet), plan);
  return read.kind === 'rejected' ? read.problems.map((found) => found.advice.vi) : [];
}

test.each([
  [{ 'Loại hình': '1802', 'Niên đại': '' }, 'Giá trị “1802” có vẻ thuộc cột “Niên đại”.'],
  [{ 'Loại hình': 'Gỗ', 'Chất liệu': '' }, 'Giá trị “Gỗ” có vẻ thuộc cột “Chất liệu”.'],
  [
    { 'Số mốc giới': 'Di tích lịch sử', 'Loại hình': '' },
    'Giá trị “Di tích lịch sử” có vẻ thuộc cột “Loại hình”.',
  ],
])('%j: %s', (sheet, hint) => {
  expect(advice({ 'Tên di tích': 'Chùa', ...sheet })).toEqual([expect.stringContaining(hint)]);
});

test.each([
  // The other column has its own value, holds any text, or knows the value no better.
  [{ 'Loại hình': '1802', 'Niên đại': 'thế kỷ XV' }],
  [{ 'Loại hình': 'Gỗ lim', 'Địa chỉ': '', 'Ghi chú': '' }],
  [{ 'Loại hình': 'không rõ lắm', 'Niên đại': '' }],
  [{ 'Niên đại': '31/02/2020', 'Loại hình': '' }],
])('%j belongs nowhere else', (sheet) => {
  const [text = '', ...others] = advice({ 'Tên di tích': 'Chùa', ...sheet });
  expect(text).not.toBe('');
  expect(others).toEqual([]);
  expect(text).not.toContain('có vẻ thuộc cột');
});

test('a short list is told as a whole, a long one by what is near', () => {
  expect(advice({ 'Tên di tích': 'Chùa', 'Loại hình': 'zzzzzzzz' })[0]).toContain(
    'Di tích khảo cổ; Danh lam thắng cảnh',
  );
  expect(advice({ 'Tên di tích': 'Chùa', 'Loại hình': 'Di tích lịch xử' })[0]).toContain(
    'Ý bạn là: Di tích lịch sử?',
  );
  expect(advice({ 'Tên di tích': 'Chùa', 'Loại hình': 'Kiến trúc - nghệ thuật' })).toEqual([]);
});

test('what Excel made of a formula or left of a date is told as such', () => {
  expect(advice({ 'Tên di tích': '#REF!' })[0]).toContain('Hãy sửa công thức trong bảng tính');
  expect(advice({ 'Tên di tích': 'Chùa', 'Niên đại': '45293' })[0]).toContain('2024-01-02');
});
