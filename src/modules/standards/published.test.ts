import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { fieldMap } from './catalogue.ts';
import { completeness } from './completeness.ts';
import { CORE_FIELDS } from './core-fields.ts';
import { importTemplate } from './import-template.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { loadStandards } from './load.ts';
import { ABSENCES, KINDS } from './schema.ts';
import { mappingTable, standardTable } from './tables.ts';
import { columnByHeader, templateColumns } from './template-columns.ts';
import { validateBody } from './validation.ts';

/** The standards this project publishes: held to their format and to what the code expects of them. */
const outcome = await loadStandards('standards');

test('every file loads', () => {
  expect(outcome.kind === 'refused' ? outcome.issues : []).toEqual([]);
});

describe.skipIf(outcome.kind === 'refused')('the published standards', () => {
  if (outcome.kind === 'refused') return;
  const { catalogue } = outcome;
  const standards = catalogue.inForce();

  test('there is one in force for each of the ten kinds', () => {
    expect(standards.map((s) => s.kind)).toEqual([...KINDS]);
  });

  test('core fields exist and have the datatype the code relies on', () => {
    for (const [id, datatype] of Object.entries(CORE_FIELDS)) {
      const found = standards.flatMap((s) => fieldMap(s).get(id) ?? []);
      expect(found.length, id).toBeGreaterThan(0);
      expect(new Set(found.map((field) => field.datatype)), id).toEqual(new Set([datatype]));
    }
    for (const standard of standards)
      expect(fieldMap(standard).get('name')?.obligation.draft).toBe('mandatory');
  });

  test('Vietnamese and English say different things for every field of length', () => {
    const same = standards.flatMap((s) =>
      [...fieldMap(s).values()]
        .filter((f) => f.definition.vi === f.definition.en)
        .map((f) => `${s.kind}.${f.id}`),
    );
    expect(same).toEqual([]);
  });

  test('code lists agree with what the formats fix', () => {
    const codes = (scheme: string) => catalogue.codeList(scheme)?.codes.map((code) => code.code);
    expect(codes('absence')).toEqual([...ABSENCES]);
    expect(codes('record-kind')).toEqual([...KINDS]);
    expect(codes('name-type')).toContain('primary');
  });

  test('the old ICH types all lead to the six of today', () => {
    const [mapping] = catalogue.codeList('ich-type', '2024')?.mapsFrom ?? [];
    const old = catalogue.codeList('ich-type', '2010')?.codes.map((code) => code.code);
    expect(catalogue.codeList('ich-type', '2024')?.codes).toHaveLength(6);
    expect(mapping?.pairs.map((pair) => pair.from).sort()).toEqual(old?.sort());
  });

  describe.each(standards.map((s) => [s.kind, s] as const))('%s', (kind, standard) => {
    test('its JSON Schema is valid and takes a body that the server takes', () => {
      const schema = jsonSchemaOf(standard, catalogue);
      const ajv = new Ajv2020({ strict: false });
      const body = {
        standard: `${kind}@${standard.version}`,
        fields: { name: [{ id: 'n', value: 'Tên', lang: 'vi' }] },
      };
      const check = ajv.compile(schema);
      const mandatory = [...fieldMap(standard).values()].filter((f) => f.obligation.draft === 'mandatory');
      const filled = Object.fromEntries(
        mandatory.map((f) => [f.id, [{ id: `x-${f.id}`, absent: 'unknown' }]]),
      );
      const draft = { ...body, fields: { ...filled, ...body.fields } };
      expect(check(draft), JSON.stringify(check.errors)).toBe(true);
      expect(
        validateBody(catalogue, draft, { state: 'draft' }).issues.filter((i) => i.severity === 'error'),
      ).toEqual([]);
    });

    test('its gates can be passed', () => {
      const empty = completeness(standard, { standard: `${kind}@${standard.version}`, fields: {} });
      expect(empty.score).toBe(0);
      expect(empty.gates.published.toGo.length).toBeGreaterThan(0);
      expect(empty.missing.reduce((sum, m) => sum + m.gain, 0)).toBeCloseTo(100, -1);
    });

    test.each(['vi', 'en'] as const)('its import template and tables are complete (%s)', async (lang) => {
      const columns = templateColumns(standard);
      expect(new Set(columns.map((c) => c.key)).size).toBe(columns.length);
      const strays = columns.filter((c) => columnByHeader(columns, c.header[lang]) !== c).map((c) => c.key);
      expect(strays).toEqual([]);
      expect((await importTemplate(standard, catalogue, lang)).length).toBeGreaterThan(1000);
      expect(standardTable(standard, lang).rows).toHaveLength(fieldMap(standard).size);
      expect(mappingTable(standard, lang).rows).toHaveLength(fieldMap(standard).size);
    });
  });
});
