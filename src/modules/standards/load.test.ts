import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadStandards } from './load.ts';
import { migrateBody } from './migration.ts';
import type { Field } from './schema.ts';
import {
  aBody,
  aField,
  aStandard,
  SAMPLE_CONCEPTS,
  SAMPLE_FIELDS,
  SAMPLE_LISTS,
} from './standards.fixture.ts';
import { validateBody } from './validation.ts';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'standards-'));
  await put('records/monument/1.0.json', aStandard());
  for (const list of SAMPLE_LISTS) await put(`codelists/${list.scheme}/${list.version}.json`, list);
});
afterEach(() => rm(dir, { recursive: true }));

async function put(file: string, content: unknown): Promise<void> {
  await mkdir(dirname(join(dir, file)), { recursive: true });
  await writeFile(join(dir, file), typeof content === 'string' ? content : JSON.stringify(content));
}

async function problems(): Promise<string[]> {
  const outcome = await loadStandards(dir, { concepts: SAMPLE_CONCEPTS });
  return outcome.kind === 'loaded' ? [] : outcome.issues.map((i) => `${i.file}${i.pointer} ${i.code}`);
}

async function loaded() {
  const outcome = await loadStandards(dir);
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.issues));
  return outcome.catalogue;
}

describe('a sound directory', () => {
  test('gives a catalogue of standards, lists, fields and labels', async () => {
    const catalogue = await loaded();
    expect(catalogue.standard('monument')?.version).toBe('1.0');
    expect(catalogue.standard('monument', '2.0')).toBeUndefined();
    expect(catalogue.standardByReference('monument@1.0')).toBe(catalogue.standard('monument'));
    expect(catalogue.inForce().map((s) => s.kind)).toEqual(['monument']);
    expect(catalogue.field('monument', 'type')?.codeList).toBe('ich-type@2010');
    expect(catalogue.field('museum', 'type')).toBeUndefined();
    expect(catalogue.codeList('ich-type')?.version).toBe('2024');
    expect(catalogue.codeList('ich-type', '2010')?.codes).toHaveLength(5);
    expect(catalogue.label('ich-type', 'LE_HOI', 'en')).toBe('Label LE_HOI');
    expect(catalogue.label('ich-type', 'NGU_VAN', 'vi')).toBe('Nhãn NGU_VAN');
    expect(catalogue.label('ich-type', 'NO_SUCH', 'vi')).toBe('NO_SUCH');
  });

  test('orders versions as numbers', async () => {
    await put('records/monument/1.10.json', aStandard({ version: '1.10', status: 'draft' }));
    await put('records/monument/1.9.json', aStandard({ version: '1.9', status: 'draft' }));
    expect((await loaded()).versions('monument').map((s) => s.version)).toEqual(['1.0', '1.9', '1.10']);
  });

  test('publishing a version is a change of data: records of 1.0 migrate to 1.1', async () => {
    const body = aBody({ type: [{ value: 'NGU_VAN' }], number: [{ value: 'DT-7' }] });
    const before = await loaded();
    expect(validateBody(before, body, { state: 'draft' }).kind).toBe('valid');

    const fields = SAMPLE_FIELDS.map((f) => (f.id === 'type' ? { ...f, codeList: 'ich-type@2024' } : f));
    const migrations = [
      { op: 'mapTerm', field: 'type', scheme: 'ich-type', from: '2010', to: '2024' } as const,
    ];
    await put('records/monument/1.0.json', aStandard({ status: 'superseded' }));
    await put('records/monument/1.1.json', aStandard({ version: '1.1', migrations }, fields));

    const catalogue = await loaded();
    const [from, to] = catalogue.versions('monument');
    if (!from || !to) throw new Error('two versions expected');
    expect(catalogue.standard('monument')).toBe(to);
    const outcome = migrateBody(body, { from, to, catalogue });
    if (outcome.kind !== 'migrated') throw new Error(outcome.kind);
    expect(outcome.body.fields.type).toEqual([{ id: 'type-0', value: 'TRUYEN_KHAU' }]);
    expect(validateBody(catalogue, outcome.body, { state: 'draft' })).toEqual({ kind: 'valid', issues: [] });
    expect(validateBody(catalogue, body, { state: 'draft' }).kind).toBe('valid');
  });
});

describe('a broken directory is refused with file and pointer', () => {
  test('an empty directory', async () => {
    await rm(join(dir, 'records'), { recursive: true });
    expect(await problems()).toEqual(['records broken-reference']);
  });

  test('a file that is no JSON', async () => {
    await put('codelists/unit/2.json', '{"scheme": ');
    expect(await problems()).toEqual(['codelists/unit/2.json broken-json']);
  });

  test('structure: unknown property, missing language, unknown rule and operation', async () => {
    const standard = structuredClone(aStandard()) as unknown as Record<string, unknown>;
    standard.colour = 'red';
    standard.label = { vi: 'Di tích' };
    standard.migrations = [{ op: 'explode' }];
    await put('records/monument/1.0.json', standard);
    expect((await problems()).sort()).toEqual([
      'records/monument/1.0.json/colour unknown-property',
      'records/monument/1.0.json/label/en missing-property',
      'records/monument/1.0.json/migrations/0/op wrong-alternative',
    ]);
  });

  test('a path that does not match the content', async () => {
    await put('records/monument/2.0.json', aStandard({ status: 'draft' }));
    await put('codelists/units/1.json', { ...SAMPLE_LISTS[4], scheme: 'unit' });
    expect(await problems()).toContain('records/monument/2.0.json/id wrong-place');
    expect(await problems()).toContain('codelists/units/1.json/scheme wrong-place');
  });

  test('two versions in force', async () => {
    await put('records/monument/1.1.json', aStandard({ version: '1.1' }));
    expect(await problems()).toEqual(['records/monument/1.1.json/status duplicate-definition']);
  });

  test.each<[string, Partial<Field> & Pick<Field, 'id' | 'datatype'>, string]>([
    ['an unknown list', { id: 'x', datatype: 'term', codeList: 'nope@1' }, '/codeList broken-reference'],
    [
      'an unknown version of a list',
      { id: 'x', datatype: 'term', codeList: 'unit@9' },
      '/codeList broken-reference',
    ],
    [
      'an unknown vocabulary',
      { id: 'x', datatype: 'term', vocabulary: 'stars' },
      '/vocabulary broken-reference',
    ],
    ['a term without a list', { id: 'x', datatype: 'term' }, '/datatype broken-declaration'],
    ['a role without roles', { id: 'x', datatype: 'agentRole' }, '/datatype broken-declaration'],
    [
      'a rule on an unknown field',
      { id: 'x', datatype: 'text', rules: [{ rule: 'requires', field: 'y' }] },
      '/rules/0 broken-reference',
    ],
    [
      'a pattern that does not compile',
      { id: 'x', datatype: 'text', rules: [{ rule: 'pattern', value: '(' }] },
      '/rules/0 broken-reference',
    ],
    ['a field id used twice', { id: 'name', datatype: 'text' }, '/id duplicate-definition'],
    [
      'a duty that is lifted again',
      {
        id: 'x',
        datatype: 'text',
        obligation: { draft: 'mandatory', submitted: 'optional', published: 'optional' },
      },
      '/obligation broken-declaration',
    ],
  ])('%s', async (_, field, expected) => {
    await put('records/monument/1.0.json', aStandard({}, [...SAMPLE_FIELDS, aField(field)]));
    const at = `records/monument/1.0.json/groups/0/fields/${SAMPLE_FIELDS.length}`;
    expect(await problems()).toContain(`${at}${expected}`);
  });

  test('migrations that lead nowhere', async () => {
    const migrations = [
      { op: 'rename', from: 'a', to: 'b' } as const,
      { op: 'mapTerm', field: 'type', scheme: 'unit', from: '0', to: '1' } as const,
      { op: 'split', from: 'a', pattern: '(?<c>.)' } as const,
      { op: 'drop', field: 'gone', keepIn: 'd' } as const,
      { op: 'default', field: 'e', value: 1 } as const,
    ];
    await put('records/monument/1.0.json', aStandard({ migrations }));
    expect(await problems()).toEqual(
      [0, 1, 2, 3, 4].map((i) => `records/monument/1.0.json/migrations/${i} broken-reference`),
    );
  });

  test('code lists: repeated in URL form, unknown parents and mappings', async () => {
    const label = { vi: 'A', en: 'A' };
    await put('codelists/unit/2.json', {
      ...SAMPLE_LISTS[4],
      scheme: 'unit',
      version: '2',
      codes: [
        { code: 'A_B', label },
        { code: 'a-b', label, broader: 'nope' },
      ],
      mapsFrom: [
        { version: '1', pairs: [{ from: 'inch', to: ['A_B', 'yard'], match: 'exact' }] },
        { version: '0', pairs: [] },
      ],
    });
    expect((await problems()).sort()).toEqual([
      'codelists/unit/2.json/codes/1 duplicate-definition',
      'codelists/unit/2.json/codes/1/broader broken-reference',
      'codelists/unit/2.json/mapsFrom/0/pairs/0/from broken-reference',
      'codelists/unit/2.json/mapsFrom/0/pairs/0/to/1 broken-reference',
      'codelists/unit/2.json/mapsFrom/1/version broken-reference',
    ]);
  });
});
