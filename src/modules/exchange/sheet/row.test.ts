import { describe, expect, it } from 'vitest';
import type { RecordBody } from '#modules/standards/index.ts';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import type { Mapping } from './mapping.ts';
import { planSheet } from './plan.ts';
import { readRow } from './row.ts';

const knowledge = await publishedKnowledge();
const standard = knowledge.catalogue.standard('artefact');
if (!standard) throw new Error('no artefacts');
const EMPTY: RecordBody = { standard: 'artefact@1.0', fields: {} };

function row(
  sheet: Record<string, string>,
  { mapping, current = EMPTY }: { mapping?: Mapping; current?: RecordBody } = {},
) {
  const outcome = planSheet(Object.keys(sheet), standard as NonNullable<typeof standard>, mapping);
  if (outcome.kind !== 'plan') throw new Error(JSON.stringify(outcome));
  return readRow(Object.values(sheet), { plan: outcome.plan, knowledge, current, base: current });
}

describe('readRow', () => {
  it('gives the body, and each cell as it was and will be', () => {
    const current = { ...EMPTY, fields: { name: [{ id: 'a', value: 'Trống', lang: 'vi' }] } };
    expect(row({ 'name[vi]': 'Trống', 'name[en]': 'Drum', materials: '' }, { current })).toEqual({
      kind: 'body',
      body: {
        ...EMPTY,
        fields: { name: [...current.fields.name, { id: 'name-1', value: 'Drum', lang: 'en' }] },
      },
      changes: [{ column: 'name[en]', before: '', after: 'Drum' }],
    });
  });

  it('puts constants into every statement of the row, and only where there is one', () => {
    const mapping = { constants: { 'identifiers.scheme': 'Số kiểm kê' } };
    expect(row({ 'name[vi]': 'T', 'identifiers.value': 'A|B' }, { mapping })).toMatchObject({
      body: {
        fields: {
          identifiers: [
            { value: { scheme: 'inventory', value: 'A' } },
            { value: { scheme: 'inventory', value: 'B' } },
          ],
        },
      },
    });
    const without = row({ 'name[vi]': 'T', 'identifiers.value': '' }, { mapping });
    expect(without.kind === 'body' && Object.keys(without.body.fields)).toEqual(['name']);
    expect(row({ 'name[vi]': 'T', 'identifiers.value': '[không có]' }, { mapping })).toMatchObject({
      body: { fields: { identifiers: [{ absent: 'none' }] } },
    });
  });

  it('reads the words of a sheet as the terms that a mapping says they mean', () => {
    const values = {
      ownership: { 'của nhà nước': 'SO_HUU_TOAN_DAN', '?': null },
      materials: { 'đồng đỏ': 'bronze' },
    };
    const mapping = { values };
    const outcome = row(
      { 'name[vi]': 'T', ownership: ' của nhà nước '.normalize('NFD'), materials: 'inorganic|đồng đỏ' },
      { mapping },
    );
    const fields = outcome.kind === 'body' ? outcome.body.fields : {};
    expect(fields.ownership?.map(({ value }) => value)).toEqual(['SO_HUU_TOAN_DAN']);
    expect(fields.materials?.map(({ value }) => value)).toEqual(['inorganic', 'bronze']);
    const left = row({ 'name[vi]': 'T', ownership: '?' }, { mapping });
    expect(left.kind === 'body' && Object.keys(left.body.fields)).toEqual(['name']);
  });

  it('composes Latin letters and leaves other scripts as they are', () => {
    const outcome = row({ 'name[vi]': ' Đền Hùng '.normalize('NFD'), 'inscriptions.original': '\uf9dd' });
    expect(outcome).toMatchObject({
      body: {
        fields: {
          name: [{ value: 'Đền Hùng'.normalize('NFC') }],
          inscriptions: [{ value: { original: '\uf9dd' } }],
        },
      },
    });
  });

  it('tells all problems of a row, with column and pointer', () => {
    const outcome = row({ 'name[vi]': 'T', 'Chất liệu': 'zzzz', date: '30/2/2000', '': 'lạc' });
    expect(
      outcome.kind === 'rejected' &&
        outcome.problems.map(({ code, column, pointer }) => [code, column, pointer]),
    ).toEqual([
      ['value-without-column', '', ''],
      ['impossible-date', 'date', '/fields/date'],
      ['unknown-term', 'Chất liệu', '/fields/materials'],
    ]);
  });

  it('has words for every problem in both languages, with nothing left to fill in', () => {
    const outcome = row({
      'name[vi]': 'T',
      materials: 'zzzz',
      'measurements.type': 'Cao|Rộng',
      'measurements.value': '1',
    });
    const problems = outcome.kind === 'rejected' ? outcome.problems : [];
    const texts = problems.flatMap(({ problem, advice }) => [problem.vi, problem.en, advice.vi, advice.en]);
    expect(texts.length).toBe(8);
    for (const text of texts) expect(text).toMatch(/^[^{}]{10,}[.?!]$/);
  });

  it.each(["'); drop table record; --", '<script>alert(1)</script>', '{{7*7}}', '\u202eevil'])(
    'keeps %s as the text it is',
    (value) => {
      expect(row({ 'name[vi]': value })).toMatchObject({ body: { fields: { name: [{ value }] } } });
    },
  );
});
