import { expect, test } from 'vitest';
import { aCatalogue, aStandard } from './standards.fixture.ts';
import { columnByHeader, templateColumns } from './template-columns.ts';
import { templateSheets } from './template-sheets.ts';

const standard = aStandard();
const columns = templateColumns(standard);

test('keys are unique, start with the record key and follow the fields', () => {
  const keys = columns.map((column) => column.key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.slice(0, 6)).toEqual([
    'id',
    'name[vi]',
    'name[en]',
    'type',
    'description[vi]',
    'description[en]',
  ]);
  expect(keys).toContain('size.unit');
  expect(keys).toContain('geometry.publicPrecision');
  expect(keys.filter((key) => key.startsWith('photographs'))).toEqual([]);
});

test('only the Vietnamese column of a mandatory text is mandatory, only the first part of a structured value', () => {
  const mandatory = columns.filter((column) => column.mandatory).map((column) => column.key);
  expect(mandatory).toEqual(['id', 'name[vi]', 'type']);
});

test('parts know their own code lists', () => {
  const lists = Object.fromEntries(
    columns.map((column) => [column.key, column.codeList ?? column.vocabulary]),
  );
  expect(lists).toMatchObject({
    type: 'ich-type@2010',
    materials: 'materials',
    'size.type': 'measurement-type@1',
    'size.unit': 'unit@1',
    'makers.role': 'agent-role@1',
    'geometry.role': 'geometry-role@1',
  });
  expect(lists['size.value']).toBeUndefined();
});

test.each([
  ['name[vi]', 'name[vi]'],
  ['NAME[VI]', 'name[vi]'],
  ['Tên gọi – tiếng Việt *', 'name[vi]'],
  ['ten goi – tieng viet', 'name[vi]'],
  ['Name – English', 'name[en]'],
  ['Loại hình', 'type'],
  ['Ghi chú của tôi', undefined],
])('the header %s means %s', (header, key) => {
  expect(columnByHeader(columns, header)?.key).toBe(key);
});

test('every own header leads back to its column, in both languages', () => {
  for (const column of columns) {
    expect(columnByHeader(columns, column.header.vi)).toBe(column);
    expect(columnByHeader(columns, `${column.header.en} *`)).toBe(column);
  }
});

test('the data sheet carries keys, marks, notes and lists', () => {
  const [data] = templateSheets(standard, aCatalogue(), 'vi');
  expect(data).toMatchObject({ name: 'Dữ liệu', frozenRows: 2 });
  expect(data?.rows[0]?.['name[vi]']).toBe('name[vi]');
  const column = (key: string) => data?.columns.find((c) => c.key === key);
  expect(column('name[vi]')?.header).toBe('Tên gọi – tiếng Việt *');
  expect(column('name[vi]')?.note).toContain('Ít nhất 2 ký tự; Tối đa 40 ký tự');
  expect(column('name[vi]')?.note).toContain('Bắt buộc khi gửi duyệt.');
  expect(column('number')?.note).toContain('Ví dụ: DT-12');
  expect(column('type')?.list).toContain('Nhãn LE_HOI');
  expect(column('size.unit')?.list).toBeUndefined();
});

test('the explanation has a row per column and the codes every list that a column uses', () => {
  const [, explanation, codes] = templateSheets(standard, aCatalogue(), 'en');
  const explained = explanation?.rows.map((row) => row.key).filter(Boolean);
  expect(explained).toEqual(columns.map((column) => column.key));
  expect(explanation?.rows.map((row) => row.definition).join()).toContain('[unknown] [none]');
  expect(codes?.rows).toContainEqual({ list: 'unit@1', code: 'cm', label: 'Label cm' });
  expect(codes?.rows).toContainEqual({ list: 'materials', code: 'bronze', label: 'bronze' });
  expect(new Set(codes?.rows.map((row) => row.list)).size).toBe(6);
});
