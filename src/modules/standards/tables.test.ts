import { expect, test } from 'vitest';
import { aStandard, SAMPLE_LISTS } from './standards.fixture.ts';
import { codeListTable, mappingTable, standardTable, type Table } from './tables.ts';

const standard = aStandard();

/** A row as an object by column key. */
function row({ columns, rows }: Table, index: number): Record<string, string | undefined> {
  return Object.fromEntries(columns.map((column, i) => [column.key, rows[index]?.[i]]));
}

test('every field is a row with its demands in words', () => {
  const table = standardTable(standard, 'vi');
  expect(table.rows).toHaveLength(21);
  expect(row(table, 0)).toMatchObject({
    group: 'Nhận diện',
    id: 'name',
    label: 'Tên gọi',
    datatype: 'Văn bản theo ngôn ngữ',
    cardinality: 'Một hoặc nhiều',
    submitted: 'Bắt buộc',
    rules: 'Ít nhất 2 ký tự; Tối đa 40 ký tự',
    visibility: 'Công khai',
  });
});

test('rules between fields name the other field, in the language of the reader', () => {
  const english = standardTable(standard, 'en');
  const closed = english.rows.findIndex((r) => r[1] === 'closedOn');
  expect(row(english, closed).rules).toBe('Not earlier than “Founded on”; Needs “Founded on” as well');
  const quantity = english.rows.findIndex((r) => r[1] === 'quantity');
  expect(row(english, quantity).rules).toBe('From 1 to 500');
});

test('all lists of a field are named', () => {
  const table = standardTable(standard, 'en');
  const size = table.rows.findIndex((r) => r[1] === 'size');
  expect(row(table, size).list).toBe('measurement-type@1, unit@1');
});

test('the crosswalk has a column per vocabulary and stays empty where nothing maps', () => {
  const table = mappingTable(standard, 'en');
  expect(table.columns.map((c) => c.header)).toContain('CIDOC CRM');
  expect(row(table, 0)).toMatchObject({ id: 'name', dc: 'title', marc: '245$a', lido: '' });
});

test('a code list shows both languages to every reader', () => {
  const [list] = SAMPLE_LISTS;
  if (!list) throw new Error('a list expected');
  expect(row(codeListTable(list, 'en'), 2)).toMatchObject({
    code: 'LE_HOI',
    vi: 'Nhãn LE_HOI',
    en: 'Label LE_HOI',
  });
});
