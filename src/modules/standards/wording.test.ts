import { expect, test } from 'vitest';
import type { Rule } from './schema.ts';
import { DATATYPES } from './values.ts';
import {
  CARDINALITY_LABELS,
  DATATYPE_LABELS,
  OBLIGATION_LABELS,
  ruleInWords,
  VISIBILITY_LABELS,
} from './wording.ts';

const labelOf = () => ({ vi: 'Ngày lập', en: 'Founded on' });

test.each<[Rule, string, string]>([
  [{ rule: 'maxLength', value: 500 }, 'Tối đa 500 ký tự', 'At most 500 characters'],
  [{ rule: 'minLength', value: 3 }, 'Ít nhất 3 ký tự', 'At least 3 characters'],
  [{ rule: 'pattern', value: '^a$' }, 'Theo mẫu ^a$', 'Matches the pattern ^a$'],
  [{ rule: 'pattern', value: '^a$', message: { vi: 'Chỉ chữ a', en: 'Only a' } }, 'Chỉ chữ a', 'Only a'],
  [{ rule: 'range', min: '1', max: '9' }, 'Từ 1 đến 9', 'From 1 to 9'],
  [{ rule: 'range', min: '1' }, 'Từ 1 trở lên', '1 or more'],
  [{ rule: 'range', max: '9' }, 'Không quá 9', '9 or less'],
  [{ rule: 'notBefore', field: 'x' }, 'Không sớm hơn “Ngày lập”', 'Not earlier than “Founded on”'],
  [{ rule: 'requires', field: 'x' }, 'Phải nhập cùng “Ngày lập”', 'Needs “Founded on” as well'],
  [{ rule: 'unique' }, 'Không nhập trùng giá trị', 'No value twice'],
])('%j', (rule, vi, en) => {
  expect(ruleInWords(rule, labelOf)).toEqual({ vi, en });
});

test('every datatype has its own word in both languages', () => {
  for (const lang of ['vi', 'en'] as const) {
    expect(new Set(DATATYPES.map((datatype) => DATATYPE_LABELS[datatype][lang])).size).toBe(DATATYPES.length);
  }
});

test.each([
  ['obligation', OBLIGATION_LABELS],
  ['visibility', VISIBILITY_LABELS],
  ['cardinality', CARDINALITY_LABELS],
])('the words for %s differ', (_, labels) => {
  const vietnamese = Object.values(labels).map((label) => label.vi);
  expect(new Set(vietnamese).size).toBe(vietnamese.length);
});
