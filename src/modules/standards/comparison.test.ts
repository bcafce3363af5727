import { expect, test } from 'vitest';
import { compareStandards } from './comparison.ts';
import type { Field } from './schema.ts';
import { aField, aStandard, SAMPLE_FIELDS } from './standards.fixture.ts';

const older = aStandard();

/** The sample standard with one field replaced. */
function withField(id: string, change: Partial<Field>) {
  const fields = SAMPLE_FIELDS.map((field) => (field.id === id ? { ...field, ...change } : field));
  return aStandard({ version: '1.1' }, fields);
}

test('a standard equals itself', () => {
  expect(compareStandards(older, older)).toEqual({
    added: [],
    removed: [],
    renamed: [],
    changed: [],
    compatibility: 'additive',
  });
});

test('an optional new field is additive, with a pointer into the newer version', () => {
  const newer = aStandard({}, [aField({ id: 'colour', datatype: 'text' }), ...SAMPLE_FIELDS]);
  expect(compareStandards(older, newer)).toMatchObject({
    added: [{ field: 'colour', pointer: '/groups/0/fields/0', breaking: false }],
    compatibility: 'additive',
  });
});

test('a mandatory new field and a removed field break', () => {
  const obligation = { draft: 'optional', submitted: 'optional', published: 'mandatory' } as const;
  const stricter = aStandard({}, [...SAMPLE_FIELDS, aField({ id: 'colour', datatype: 'text', obligation })]);
  expect(compareStandards(older, stricter)).toMatchObject({
    added: [{ breaking: true }],
    compatibility: 'breaking',
  });
  const fewer = aStandard({}, SAMPLE_FIELDS.slice(1));
  expect(compareStandards(older, fewer)).toMatchObject({
    removed: [{ field: 'name', pointer: '/groups/0/fields/0' }],
    compatibility: 'breaking',
  });
});

test('a declared rename is no removal, and what else changed is still shown', () => {
  const fields = SAMPLE_FIELDS.map((f) => (f.id === 'number' ? { ...f, id: 'code', weight: 3 } : f));
  const newer = aStandard({ migrations: [{ op: 'rename', from: 'number', to: 'code' }] }, fields);
  expect(compareStandards(older, newer)).toMatchObject({
    added: [],
    removed: [],
    renamed: [{ from: 'number', to: 'code', pointer: '/groups/0/fields/3' }],
    changed: [{ field: 'code', changes: [{ property: 'weight', from: 0, to: 3, breaking: false }] }],
    compatibility: 'breaking',
  });
});

test.each<[string, string, Partial<Field>, 'additive' | 'breaking']>([
  ['label', 'number', { label: { vi: 'Số', en: 'No.' } }, 'additive'],
  ['weight', 'number', { weight: 9 }, 'additive'],
  ['more values', 'quantity', { cardinality: '0..*' }, 'additive'],
  ['fewer values', 'number', { cardinality: '0..1' }, 'breaking'],
  ['at least one', 'number', { cardinality: '1..*' }, 'breaking'],
  ['datatype', 'number', { datatype: 'integer' }, 'breaking'],
  ['another code list', 'type', { codeList: 'ich-type@2024' }, 'breaking'],
  [
    'duty sooner',
    'type',
    { obligation: { draft: 'mandatory', submitted: 'mandatory', published: 'mandatory' } },
    'breaking',
  ],
  [
    'duty lifted',
    'type',
    { obligation: { draft: 'optional', submitted: 'optional', published: 'optional' } },
    'additive',
  ],
  ['more targets', 'holder', { targets: ['museum', 'agent'] }, 'additive'],
  ['other targets', 'holder', { targets: ['agent'] }, 'breaking'],
  [
    'longer text',
    'name',
    {
      rules: [
        { rule: 'minLength', value: 1 },
        { rule: 'maxLength', value: 99 },
      ],
    },
    'additive',
  ],
  ['shorter text', 'name', { rules: [{ rule: 'maxLength', value: 9 }] }, 'breaking'],
  ['rule lifted', 'number', { rules: [] }, 'additive'],
])('%s', (_, id, change, expected) => {
  const comparison = compareStandards(older, withField(id, change));
  expect(comparison.changed).toHaveLength(1);
  expect(comparison.changed[0]?.field).toBe(id);
  expect(comparison.compatibility).toBe(expected);
});
