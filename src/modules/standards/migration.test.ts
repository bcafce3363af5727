import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrateBody } from './migration.ts';
import type { MigrationStep } from './schema.ts';
import { aBody, aCatalogue, aField, aStandard, SAMPLE_FIELDS } from './standards.fixture.ts';
import { validateBody } from './validation.ts';

const from = aStandard({ status: 'superseded' });

/** `1.1` renames number, splits price, drops website and moves the type to the list of 2024. */
const to = aStandard(
  {
    version: '1.1',
    migrations: [
      { op: 'rename', from: 'number', to: 'inventoryNumber' },
      { op: 'split', from: 'price', pattern: '^(?<whole>[0-9]+)\\.(?<fraction>[0-9]+)$' },
      { op: 'drop', field: 'website', keepIn: 'description' },
      { op: 'drop', field: 'open' },
      { op: 'default', field: 'quantity', value: 1 },
      { op: 'mapTerm', field: 'type', scheme: 'ich-type', from: '2010', to: '2024' },
    ],
  },
  [
    ...SAMPLE_FIELDS.filter(
      (f) => !['number', 'price', 'website', 'open', 'type', 'description'].includes(f.id),
    ),
    aField({ id: 'inventoryNumber', datatype: 'text' }),
    aField({ id: 'whole', datatype: 'text' }),
    aField({ id: 'fraction', datatype: 'text' }),
    aField({ id: 'description', datatype: 'localizedText' }),
    aField({ id: 'type', datatype: 'term', codeList: 'ich-type@2024' }),
  ],
);
const catalogue = aCatalogue([from, to]);

function migrate(fields: Parameters<typeof aBody>[0], decisions: Record<string, string | null> = {}) {
  return migrateBody(aBody(fields), { from, to, catalogue, decisions });
}

test('every declared step leaves a body that is valid in the new version', () => {
  const outcome = migrate({
    number: [{ value: 'DT-1', source: ['Sổ kiểm kê'] }],
    price: [{ value: '12.50' }],
    website: [{ value: 'https://example.vn' }],
    open: [{ value: true }],
    type: [{ value: 'TIENG_NOI' }],
  });
  expect(outcome).toMatchObject({
    kind: 'migrated',
    body: {
      standard: 'monument@1.1',
      fields: {
        inventoryNumber: [{ id: 'number-0', value: 'DT-1', source: ['Sổ kiểm kê'] }],
        whole: [{ id: 'price-0-whole', value: '12' }],
        fraction: [{ id: 'price-0-fraction', value: '50' }],
        description: [{ id: 'website-0', value: 'Trường website: https://example.vn', lang: 'vi' }],
        quantity: [{ id: 'default-quantity', value: 1 }],
        type: [{ id: 'type-0', value: 'TRUYEN_KHAU' }],
      },
    },
    dropped: [
      { field: 'website', keptIn: 'description' },
      { field: 'open', statements: [{ value: true }], keptIn: undefined },
    ],
  });
  if (outcome.kind !== 'migrated') throw new Error(outcome.kind);
  expect(validateBody(catalogue, outcome.body, { state: 'draft' })).toEqual({ kind: 'valid', issues: [] });
});

test('the original body is not touched and a filled field keeps its value against a default', () => {
  const body = aBody({ quantity: [{ value: 7 }] });
  const before = structuredClone(body);
  const outcome = migrateBody(body, { from, to, catalogue });
  expect(body).toEqual(before);
  expect(outcome).toMatchObject({ body: { fields: { quantity: [{ value: 7 }] } } });
});

test('two old codes that became one leave one statement with both sources', () => {
  const type = [
    { value: 'TIENG_NOI', source: ['A'], note: 'một' },
    { value: 'NGU_VAN', source: ['B'] },
    { value: 'LE_HOI' },
  ];
  expect(migrate({ type })).toMatchObject({
    kind: 'migrated',
    body: {
      fields: {
        type: [
          { id: 'type-0', value: 'TRUYEN_KHAU', source: ['A', 'B'], note: 'một' },
          { id: 'type-2', value: 'LE_HOI' },
        ],
      },
    },
  });
});

test('a code with two successors waits for a person, and the decision finishes it', () => {
  const fields = { type: [{ value: 'NGHE' }] };
  expect(migrate(fields)).toMatchObject({
    kind: 'needs-choice',
    choices: [
      {
        field: 'type',
        reason: 'several-codes',
        statement: { id: 'type-0' },
        options: ['NGHE_THU_CONG', 'TRI_THUC'],
      },
    ],
  });
  expect(migrate(fields, { 'type-0': 'TRI_THUC' })).toMatchObject({
    kind: 'migrated',
    body: { fields: { type: [{ value: 'TRI_THUC' }] } },
  });
  expect(migrate(fields, { 'type-0': 'NO_SUCH_CODE' })).toMatchObject({ kind: 'needs-choice' });
});

test('a code without successor offers the whole new list, or may be left out', () => {
  const fields = { type: [{ value: 'KHAC' }] };
  const outcome = migrate(fields);
  expect(outcome).toMatchObject({ kind: 'needs-choice', choices: [{ reason: 'no-code' }] });
  if (outcome.kind === 'needs-choice') expect(outcome.choices[0]?.options).toHaveLength(4);
  const left = migrate(fields, { 'type-0': null });
  expect(left.kind).toBe('migrated');
  expect(left).not.toHaveProperty('body.fields.type');
});

test('a text that does not fit the split pattern is not lost silently', () => {
  const fields = { price: [{ value: '1200' }] };
  expect(migrate(fields)).toMatchObject({
    kind: 'needs-choice',
    choices: [
      {
        field: 'price',
        reason: 'not-splittable',
        statement: { value: '1200' },
        options: ['whole', 'fraction'],
      },
    ],
  });
  expect(migrate(fields, { 'price-0': null }).kind).toBe('migrated');
});

test('absences travel with their field', () => {
  const outcome = migrate({ number: [{ absent: 'unknown' }], type: [{ absent: 'not-found' }] });
  expect(outcome).toMatchObject({
    kind: 'migrated',
    body: { fields: { inventoryNumber: [{ absent: 'unknown' }], type: [{ absent: 'not-found' }] } },
  });
});

test('several versions are crossed in order', () => {
  const steps: MigrationStep[] = [{ op: 'rename', from: 'inventoryNumber', to: 'registerNumber' }];
  const latest = aStandard({ version: '1.10', migrations: steps }, [
    ...SAMPLE_FIELDS,
    aField({ id: 'registerNumber', datatype: 'text' }),
  ]);
  const outcome = migrateBody(aBody({ number: [{ value: 'DT-1' }] }), {
    from,
    to: latest,
    catalogue: aCatalogue([latest, from, to]),
  });
  expect(outcome).toMatchObject({
    kind: 'migrated',
    body: { standard: 'monument@1.10', fields: { registerNumber: [{ value: 'DT-1' }] } },
  });
});

test('there is no path backwards, to another kind, or for a body of another version', () => {
  const noPath = { kind: 'no-path' };
  expect(migrateBody(aBody({}, 'monument@1.1'), { from: to, to: from, catalogue })).toMatchObject(noPath);
  expect(migrateBody(aBody({}, 'monument@0.9'), { from, to, catalogue })).toMatchObject(noPath);
  const artefact = aStandard({ id: 'artefact', kind: 'artefact', version: '1.1' });
  expect(migrateBody(aBody(), { from, to: artefact, catalogue })).toMatchObject(noPath);
});

test('no statement disappears: each is in the new body, among the dropped, or waits for a choice', () => {
  const texts = fc.constantFrom(
    '12.50',
    'x',
    'TIENG_NOI',
    'NGU_VAN',
    'LE_HOI',
    'NGHE',
    'KHAC',
    'https://example.vn',
  );
  const list = fc.array(texts, { maxLength: 3 });
  const fields = fc.record({
    number: list,
    price: list,
    website: list,
    open: list,
    type: list,
    description: list,
  });
  fc.assert(
    fc.property(fields, (values) => {
      const given = Object.fromEntries(
        Object.entries(values).map(([id, list]) => [id, list.map((value) => ({ value }))]),
      );
      const outcome = migrate(given);
      if (outcome.kind === 'no-path') throw new Error(outcome.kind);
      const kept = Object.values(outcome.body.fields).flat();
      const waiting =
        outcome.kind === 'needs-choice' ? outcome.choices.map((choice) => choice.statement) : [];
      const dropped = outcome.dropped.flatMap((field) => field.statements);
      const found = new Set(
        [...kept, ...waiting, ...dropped].map((s) => s.id.replace(/-(whole|fraction)$/, '')),
      );
      // Codes that became one are merged: the first statement stands for all of them.
      const merged = ['TIENG_NOI', 'NGU_VAN', 'LE_HOI'];
      const expected = Object.entries(values).flatMap(([field, list]) =>
        list.flatMap((value, i) => (field === 'type' && merged.includes(value) ? [] : [`${field}-${i}`])),
      );
      expect(expected.filter((id) => !found.has(id))).toEqual([]);
    }),
  );
});

test('a migrated body never names a field the new version does not have', () => {
  const outcome = migrate({
    number: [{ value: 'DT-1' }],
    open: [{ value: true }],
    website: [{ absent: 'none' }],
  });
  if (outcome.kind !== 'migrated') throw new Error(outcome.kind);
  const known = to.groups.flatMap((group) => group.fields.map((field) => field.id));
  for (const field of Object.keys(outcome.body.fields)) expect(known).toContain(field);
});
