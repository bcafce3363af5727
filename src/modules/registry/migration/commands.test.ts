import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANONYMOUS } from '#modules/access/index.ts';
import { type Catalogue, loadStandards } from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { catalogueRules } from '../catalogue-rules.ts';
import { listChangesets } from '../changeset/changeset-queries.ts';
import { revertChangeset } from '../changeset/commands.ts';
import { createRecord } from '../record/commands.ts';
import { readRecord } from '../record/record-queries.ts';
import { migrateRecords } from './commands.ts';

const { db, close } = await testDatabase();
let folder: string;
let before: Catalogue;
let after: Catalogue;

async function catalogueIn(directory: string): Promise<Catalogue> {
  const terms = only(await loadVocabularies(directory), 'loaded');
  return only(await loadStandards(directory, { concepts: terms.vocabularies }), 'loaded').catalogue;
}

/** Publishes `event@1.1` as a change of data: one file more, one field renamed by a declared step. */
async function publishNextVersion(directory: string): Promise<void> {
  const path = join(directory, 'records/event/1.0.json');
  const text = await readFile(path, 'utf8');
  const next = JSON.parse(text.replaceAll('"remarks"', '"notes"'));
  next.version = '1.1';
  next.migrations = [{ op: 'rename', from: 'remarks', to: 'notes' }];
  await writeFile(join(directory, 'records/event/1.1.json'), JSON.stringify(next));
  await writeFile(path, JSON.stringify({ ...JSON.parse(text), status: 'superseded' }));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disan-standards-'));
  await cp('standards', folder, { recursive: true });
  before = await catalogueIn(folder);
  await publishNextVersion(folder);
  after = await catalogueIn(folder);
});
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

function event(name: string) {
  const remarks = [{ id: 'r1', value: 'Theo biên bản', lang: 'vi' }];
  return { standard: 'event@1.0', fields: { name: [{ id: 'n1', value: name, lang: 'vi' }], remarks } };
}

describe('a new version of a standard', () => {
  test('is a change of data: records follow by its declared steps, in a changeset that can be taken back', async () => {
    const old = await aContext(db, { rules: catalogueRules(before) });
    const made = only(await createRecord(old, { body: event('Khai quật hố H1') }), 'created');
    const source = { db, rules: catalogueRules(after) };
    const staff = { actorId: old.actorId, staff: true };
    const ctx = { ...old, rules: source.rules };

    const tried = await migrateRecords(ctx, { catalogue: after, kind: 'event', dryRun: true });
    expect(tried).toMatchObject({ standard: 'event@1.1', migrated: 1, waiting: [], problems: [] });
    expect(only(await readRecord(source, staff, { pid: made.pid }), 'found').record.standard).toBe(
      'event@1.0',
    );

    const done = await migrateRecords(ctx, { catalogue: after, kind: 'event' });
    expect(done).toMatchObject({ migrated: 1, waiting: [], problems: [] });
    const { record } = only(await readRecord(source, staff, { pid: made.pid }), 'found');
    expect(record).toMatchObject({ standard: 'event@1.1', version: 2 });
    expect(record.body.fields.notes).toMatchObject([{ id: 'r1', value: 'Theo biên bản' }]);
    expect(record.body.fields).not.toHaveProperty('remarks');

    expect(await migrateRecords(ctx, { catalogue: after, kind: 'event' })).toMatchObject({ migrated: 0 });
    const [newest] = (await listChangesets(db, staff, { limit: 1 })).items;
    const undone = await revertChangeset(ctx, { changesetId: newest?.id ?? 0, reason: 'thử lại' });
    only(undone, 'applied');
    const back = only(await readRecord(source, staff, { pid: made.pid }), 'found').record;
    expect(back).toMatchObject({ standard: 'event@1.0', version: 3 });
  });

  test('says when there is no standard of that kind, and shows drafts to nobody', async () => {
    const ctx = await aContext(db, { rules: catalogueRules(before) });
    const made = only(await createRecord(ctx, { body: event('Bản nháp') }), 'created');
    expect(await readRecord({ db, rules: ctx.rules }, ANONYMOUS, { pid: made.pid })).toMatchObject({
      kind: 'not-found',
    });
  });
});
