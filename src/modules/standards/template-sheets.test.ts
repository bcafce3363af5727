import { describe, expect, test } from 'vitest';
import type { Field } from './schema.ts';
import { aCatalogue, aField, aStandard } from './standards.fixture.ts';
import { templateSheets } from './template-sheets.ts';

/** The data column and the explanation row of one field in a standard of its own. */
function sheetsOf(field: Field, lang: 'vi' | 'en' = 'vi') {
  const standard = aStandard({}, [field]);
  const [data, explanation, codes] = templateSheets(standard, aCatalogue([standard]), lang);
  return { column: data?.columns[1], row: explanation?.rows.at(-1), codes: codes?.rows ?? [], explanation };
}

describe('the note of a column is the rule in the sheet', () => {
  test('all lines in their order, none empty', () => {
    const { column } = sheetsOf(
      aField({
        id: 'number',
        datatype: 'text',
        obligation: { draft: 'optional', submitted: 'mandatory', published: 'mandatory' },
        rules: [{ rule: 'minLength', value: 3 }],
        example: 'DT-12',
      }),
    );
    expect(column?.note?.split('\n')).toEqual([
      'Định nghĩa number',
      'Bắt buộc khi gửi duyệt.',
      'Nhập nhiều giá trị thì ngăn cách bằng dấu |',
      'Ít nhất 3 ký tự',
      'Ví dụ: DT-12',
    ]);
  });

  test('in English', () => {
    const { column } = sheetsOf(aField({ id: 'materials', datatype: 'term', vocabulary: 'materials' }), 'en');
    expect(column?.note?.split('\n')).toEqual([
      'Definition of materials',
      'Separate several values by |',
      'Choose from the list materials (label or code).',
    ]);
  });
});

describe('a list restricts a column', () => {
  test('of one value by labels in the language of the sheet', () => {
    const field = aField({ id: 'type', datatype: 'term', cardinality: '0..1', codeList: 'unit@1' });
    expect(sheetsOf(field, 'vi').column?.list).toEqual(['Nhãn cm', 'Nhãn m']);
    expect(sheetsOf(field, 'en').column?.list).toEqual(['Label cm', 'Label m']);
  });

  test('not where several values share a cell', () => {
    expect(sheetsOf(aField({ id: 'type', datatype: 'term', codeList: 'unit@1' })).column).not.toHaveProperty(
      'list',
    );
  });

  test('not where the list is not at hand', () => {
    const standard = aStandard({}, [
      aField({ id: 'm', datatype: 'term', cardinality: '0..1', vocabulary: 'materials' }),
    ]);
    const [data, , codes] = templateSheets(
      standard,
      { ...aCatalogue([standard]), concepts: undefined },
      'vi',
    );
    expect(data?.columns[1]).not.toHaveProperty('list');
    expect(codes?.rows).toEqual([]);
  });
});

describe('the explanation', () => {
  test('puts help, form and law beside the definition', () => {
    const { row } = sheetsOf(
      aField({
        id: 'number',
        datatype: 'integer',
        cardinality: '0..1',
        help: { vi: 'Đếm cả mảnh vỡ.', en: 'Count fragments too.' },
        formRef: 'Phiếu hiện vật, mục 3',
        legalBasis: 'Luật 45/2024/QH15 Điều 3',
      }),
    );
    expect(row).toEqual({
      key: 'number',
      label: 'Trường number',
      definition: 'Định nghĩa number Đếm cả mảnh vỡ.',
      datatype: 'Số nguyên',
      obligation: 'Tùy chọn',
      list: '',
      rules: '',
      form: 'Phiếu hiện vật, mục 3; Luật 45/2024/QH15 Điều 3',
      example: '',
    });
  });

  test('says that only the Vietnamese text is mandatory', () => {
    const obligation = { draft: 'optional', submitted: 'mandatory', published: 'mandatory' } as const;
    const { explanation } = sheetsOf(aField({ id: 'name', datatype: 'localizedText', obligation }), 'en');
    const rows = explanation?.rows.filter((row) => row.key?.startsWith('name'));
    expect(rows?.map((row) => [row.key, row.obligation])).toEqual([
      ['name[vi]', 'Mandatory'],
      ['name[en]', 'Recommended'],
    ]);
  });

  test('begins with what holds for the whole sheet', () => {
    const { explanation } = sheetsOf(aField({ id: 'number', datatype: 'text' }), 'vi');
    expect(explanation?.rows[0]).toEqual({ label: 'Tiêu chuẩn', definition: 'Di tích (monument@1.0)' });
    expect(explanation?.rows.some((row) => row.definition?.includes('[không rõ]'))).toBe(true);
  });
});

test('a list that two columns use is printed once', () => {
  const standard = aStandard({}, [
    aField({ id: 'a', datatype: 'term', codeList: 'unit@1' }),
    aField({ id: 'b', datatype: 'term', codeList: 'unit@1' }),
  ]);
  const [, , codes] = templateSheets(standard, aCatalogue([standard]), 'en');
  expect(codes?.rows).toEqual([
    { list: 'unit@1', code: 'cm', label: 'Label cm' },
    { list: 'unit@1', code: 'm', label: 'Label m' },
  ]);
});

test('the sheets have different names that Excel takes', () => {
  for (const lang of ['vi', 'en'] as const) {
    const names = templateSheets(aStandard(), aCatalogue(), lang).map((sheet) => sheet.name);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  }
});
