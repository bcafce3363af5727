import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Catalogue, fieldMap } from './catalogue.ts';
import { compareStandards } from './comparison.ts';
import { loadStandards } from './load.ts';
import { migrateBody } from './migration.ts';
import { KINDS, type Kind, type RecordStandard } from './schema.ts';
import type { RecordBody } from './statement.ts';
import { validateBody } from './validation.ts';

/**
 * A version 1.1 of every published standard, made by data alone in a copy of the directory: `summary` is
 * renamed, a source number is added with a default, and nothing else changes.
 */
let dir: string;
let before: Catalogue;
let after: Catalogue;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'standards-'));
  await cp('standards', dir, { recursive: true });
  before = await loaded();
  for (const kind of KINDS) await publishNextVersion(kind);
  await reviseForms();
  after = await loaded();
});
afterAll(() => rm(dir, { recursive: true }));

async function loaded(): Promise<Catalogue> {
  const outcome = await loadStandards(dir);
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.issues));
  return outcome.catalogue;
}

async function publishNextVersion(kind: Kind): Promise<void> {
  const file = (version: string) => join(dir, 'records', kind, `${version}.json`);
  const standard = JSON.parse(await readFile(file('1.0'), 'utf8')) as RecordStandard;
  const next = structuredClone(standard);
  next.version = '1.1';
  next.migrations = [
    { op: 'rename', from: 'summary', to: 'abstract' },
    { op: 'default', field: 'recordEdition', value: 1 },
  ];
  const fields = next.groups.flatMap((group) => group.fields);
  const summary = fields.find((field) => field.id === 'summary');
  const [first] = next.groups;
  if (!summary || !first) throw new Error(`${kind} has no summary`);
  summary.id = 'abstract';
  first.fields.push({
    id: 'recordEdition',
    label: { vi: 'Lần biên tập', en: 'Edition' },
    definition: { vi: 'Lần biên tập của hồ sơ.', en: 'Edition of the record.' },
    datatype: 'integer',
    cardinality: '0..1',
    obligation: { draft: 'optional', submitted: 'optional', published: 'optional' },
    weight: 0,
    visibility: 'public',
  });
  await writeFile(file('1.1'), JSON.stringify(next));
  await writeFile(file('1.0'), JSON.stringify({ ...standard, status: 'superseded' }));
}

/** A form names the fields of the standard in force; one that names a field of before is refused at the next start. */
async function reviseForms(): Promise<void> {
  const refused = await loadStandards(dir);
  expect(refused.kind === 'refused' && refused.issues[0]?.pointer).toMatch(/^\/sections\/.*\/field$/);
  for (const name of await readdir(join(dir, 'forms'))) {
    if (!name.endsWith('.json')) continue;
    const file = join(dir, 'forms', name);
    const form = await readFile(file, 'utf8');
    await writeFile(file, form.replaceAll(/"field":\s*"summary"/g, '"field": "abstract"'));
  }
}

function standardOf(catalogue: Catalogue, kind: Kind, version?: string): RecordStandard {
  const standard = catalogue.standard(kind, version);
  if (!standard) throw new Error(`${kind} ${version}`);
  return standard;
}

/** A draft with everything mandatory answered and a summary to rename. */
function aDraft(standard: RecordStandard): RecordBody {
  const mandatory = [...fieldMap(standard).values()].filter((f) => f.obligation.draft === 'mandatory');
  const answered = mandatory.map((f) => [f.id, [{ id: `x-${f.id}`, absent: 'unknown' as const }]]);
  return {
    standard: `${standard.kind}@${standard.version}`,
    fields: {
      ...Object.fromEntries(answered),
      name: [{ id: 'n1', value: 'Trống đồng Ngọc Lũ', lang: 'vi', source: ['1426/QĐ-TTg'] }],
      summary: [{ id: 's1', value: 'Tóm tắt ngắn gọn về di sản được ghi trong hồ sơ này.', lang: 'vi' }],
    },
  };
}

const errors = (catalogue: Catalogue, body: RecordBody) =>
  validateBody(catalogue, body, { state: 'draft' }).issues.filter((issue) => issue.severity === 'error');

describe.each(KINDS.map((kind) => [kind]))('%s', (kind) => {
  test('1.0 was in force, then 1.1 is', () => {
    expect(before.standard(kind)?.version).toBe('1.0');
    expect(after.standard(kind)?.version).toBe('1.1');
    expect(after.versions(kind).map((s) => s.version)).toEqual(['1.0', '1.1']);
  });

  test('the difference is shown', () => {
    const comparison = compareStandards(standardOf(after, kind, '1.0'), standardOf(after, kind));
    expect(comparison).toMatchObject({
      added: [{ field: 'recordEdition', breaking: false }],
      removed: [],
      renamed: [{ from: 'summary', to: 'abstract' }],
      changed: [],
      compatibility: 'breaking',
    });
  });

  test('a record of 1.0 stays valid as such and is valid in 1.1 after migration, and only then', () => {
    const from = standardOf(after, kind, '1.0');
    const body = aDraft(from);
    expect(errors(before, body)).toEqual([]);
    expect(errors(after, body)).toEqual([]);
    expect(errors(after, { ...body, standard: `${kind}@1.1` })).toMatchObject([
      { pointer: '/fields/summary', code: 'unknown-field' },
    ]);

    const outcome = migrateBody(body, { from, to: standardOf(after, kind), catalogue: after });
    if (outcome.kind !== 'migrated') throw new Error(outcome.kind);
    expect(errors(after, outcome.body)).toEqual([]);
    expect(outcome.body.fields).toMatchObject({
      name: body.fields.name,
      abstract: body.fields.summary,
      recordEdition: [{ value: 1 }],
    });
  });
});

test('every old type of intangible heritage has a definite successor or a choice between existing codes', () => {
  const list = after.codeList('ich-type', '2024');
  const codes = new Set(list?.codes.map((code) => code.code));
  for (const pair of list?.mapsFrom?.flatMap((mapping) => mapping.pairs) ?? []) {
    expect(pair.to.length, pair.from).toBeGreaterThan(0);
    for (const code of pair.to) expect(codes.has(code), code).toBe(true);
  }
});
