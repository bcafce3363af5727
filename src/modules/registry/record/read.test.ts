import { afterAll, describe, expect, it } from 'vitest';
import { ANONYMOUS, type Reader } from '#modules/access/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { changesetDiff, listChangesets } from '../changeset/changeset-queries.ts';
import { listRelations } from '../relation/relation-queries.ts';
import { diffVersions, listVersions } from '../version/history-queries.ts';
import { currentRecordsAfter } from './bulk-queries.ts';
import { createRecord, mergeRecords, transitionRecord, updateRecord } from './commands.ts';
import { compactView } from './compact.ts';
import { type ReadOptions, readRecord } from './record-queries.ts';

const { db, close } = await testDatabase();
afterAll(close);

let now = new Date('2026-01-01T00:00:00Z');
const ctx = await aContext(db, { now: () => now });
const staff = { actorId: ctx.actorId, staff: true };
const read = async (pid: string, reader: Reader = staff, options: ReadOptions = {}) =>
  await readRecord(ctx, reader, { pid, ...options });
const found = async (pid: string, reader: Reader = staff, options: ReadOptions = {}) =>
  only(await read(pid, reader, options), 'found').record;

const body = (name: string, more: object = {}) =>
  aBody('artefact', { name, description: 'Mô tả', storage: 'Kho 3, giá 12', ...more });
const aDraft = async (name: string) => only(await createRecord(ctx, { body: body(name) }), 'created').pid;
const publish = async (pid: string) => {
  for (const to of ['submitted', 'verified', 'published'] as const) await transitionRecord(ctx, { pid, to });
};

describe('readRecord', () => {
  it('tells the public of a location closed since no more in its history', async () => {
    const located = (publicPrecision: string) => {
      const written = body('Hang động');
      const geojson = { type: 'Point', coordinates: [108.123453, 15.76552] };
      const place = [{ id: 'p', value: { role: 'point', geojson, publicPrecision } }];
      return { ...written, fields: { ...written.fields, place } };
    };
    const pid = only(await createRecord(ctx, { body: located('exact') }), 'created').pid;
    await publish(pid);
    const closing = { pid, body: located('withheld'), expectedVersion: 1 };
    only(await updateRecord(ctx, closing), 'ok');
    const place = async (reader: Reader) =>
      (await found(pid, reader, { version: 1 })).body.fields.place?.[0]?.value;
    expect(await place(ANONYMOUS)).toMatchObject({ publicPrecision: 'withheld' });
    expect(await place(staff)).toMatchObject({ publicPrecision: 'exact' });
    expect(only(await diffVersions(ctx, ANONYMOUS, { pid, from: 1, to: 2 }), 'found').changes).toEqual([]);
  });

  it('shows a record with everything that belongs to it', async () => {
    const pid = await aDraft('Trống đồng Ngọc Lũ');
    expect(await found(pid)).toMatchObject({
      pid,
      kind: 'artefact',
      state: 'draft',
      verification: 'unconfirmed',
      version: 1,
      currentVersion: 1,
      standard: 'artefact@1.0',
      title: { vi: 'Trống đồng Ngọc Lũ' },
      names: [{ text: 'Trống đồng Ngọc Lũ', type: 'primary', lang: 'vi' }],
      designations: [],
      relations: [],
      moreRelations: false,
      aliases: [],
      createdAt: '2026-01-01T00:00:00.000Z',
      provenance: { actor: 'administrator', at: '2026-01-01T00:00:00.000Z', reason: '' },
    });
  });

  it('keeps a draft from the public, as if it were not there', async () => {
    const pid = await aDraft('Nháp');
    expect(await read(pid, ANONYMOUS)).toEqual({ kind: 'not-found' });
    expect(await read('ds1none', ANONYMOUS)).toEqual({ kind: 'not-found' });
    expect(await listVersions(ctx, ANONYMOUS, { pid, limit: 10 })).toEqual({ kind: 'not-found' });
    expect(await diffVersions(ctx, ANONYMOUS, { pid, from: 1, to: 1 })).toEqual({ kind: 'not-found' });
  });

  it('keeps fields that are not public from the public, and not even shows how much there is', async () => {
    const pid = await aDraft('Kho');
    await publish(pid);
    expect((await found(pid)).body.fields.storage).toMatchObject([{ value: 'Kho 3, giá 12' }]);
    expect((await found(pid, ANONYMOUS)).body.fields.storage).toEqual([
      { id: 'storage-restricted', absent: 'restricted' },
    ]);
    expect((await found(pid, ANONYMOUS)).body.fields.name).toMatchObject([{ value: 'Kho' }]);
  });

  it('shows the public the versions that were public, and no draft that led to them', async () => {
    const pid = await aDraft('v1 nháp');
    await updateRecord(ctx, { pid, expectedVersion: 1, body: body('v2') });
    now = new Date('2026-02-01T00:00:00Z');
    await publish(pid);
    now = new Date('2026-03-01T12:00:00Z');
    await updateRecord(ctx, { pid, expectedVersion: 2, body: body('v3') });
    expect((await found(pid, ANONYMOUS)).title.vi).toBe('v3');
    const nameAt = async (options: ReadOptions, reader: Reader = ANONYMOUS) => {
      const outcome = await read(pid, reader, options);
      return outcome.kind === 'found' ? outcome.record.names[0]?.text : outcome.kind;
    };
    expect(await nameAt({ version: 1 })).toBe('not-found');
    expect(await nameAt({ version: 1 }, staff)).toBe('v1 nháp');
    expect(await nameAt({ version: 2 })).toBe('v2');
    expect(await nameAt({ version: 9 })).toBe('not-found');
    const versions = only(await listVersions(ctx, ANONYMOUS, { pid, limit: 10 }), 'found').versions;
    expect(versions.items.map((item) => item.version)).toEqual([3, 2]);
    const [first] = only(await listVersions(ctx, staff, { pid, limit: 1, before: 2 }), 'found').versions
      .items;
    expect(first?.version).toBe(1);
    expect((await diffVersions(ctx, ANONYMOUS, { pid, from: 1, to: 3 })).kind).toBe('not-found');
    expect(only(await diffVersions(ctx, ANONYMOUS, { pid, from: 2, to: 3 }), 'found').changes).toMatchObject([
      {
        field: 'name',
        statement: 'name-1',
        change: 'changed',
        before: { value: 'v2' },
        after: { value: 'v3' },
      },
    ]);
  });

  it('shows what was current on a day, which ends at midnight in Việt Nam', async () => {
    const pid = await aDraft('Trước');
    const created = new Date(now);
    now = new Date('2026-05-10T16:30:00Z');
    await updateRecord(ctx, { pid, expectedVersion: 1, body: body('Tối 10/5') });
    now = new Date('2026-05-10T17:30:00Z');
    await updateRecord(ctx, { pid, expectedVersion: 2, body: body('Sáng 11/5') });
    const nameAt = async (at: string) => {
      const outcome = await read(pid, staff, { at });
      return outcome.kind === 'found' ? outcome.record.names[0]?.text : outcome.kind;
    };
    expect(await nameAt('2026-05-09')).toBe('Trước');
    expect(await nameAt('2026-05-10')).toBe('Tối 10/5');
    expect(await nameAt('2026-05-11')).toBe('Sáng 11/5');
    expect(await nameAt('2026-05-10T16:00:00Z')).toBe('Trước');
    expect(await nameAt(new Date(created.getTime() - 1).toISOString())).toBe('not-found');
    expect(await read(pid, staff, { at: '2026-02-30' })).toMatchObject({
      kind: 'invalid',
      issues: [{ pointer: '/at', code: 'impossible-date' }],
    });
  });

  it('shows the public nothing of the days before publication', async () => {
    now = new Date('2026-06-01T00:00:00Z');
    const pid = await aDraft('Chưa công bố');
    now = new Date('2026-06-20T00:00:00Z');
    await publish(pid);
    expect(await read(pid, ANONYMOUS, { at: '2026-06-10' })).toEqual({ kind: 'not-found' });
    expect((await read(pid, staff, { at: '2026-06-10' })).kind).toBe('found');
    expect((await read(pid, ANONYMOUS, { at: '2026-06-20' })).kind).toBe('found');
  });

  it('says where a merged record went and that a withdrawn one is gone', async () => {
    const [from, into, gone] = [await aDraft('Từ'), await aDraft('Vào'), await aDraft('Rút')];
    await publish(from);
    await mergeRecords(ctx, { from, into, reason: 'trùng' });
    expect(await read(from)).toEqual({ kind: 'merged', pid: into });
    expect(await read(from, ANONYMOUS)).toEqual({ kind: 'not-found' });
    await publish(into);
    expect(await read(from, ANONYMOUS)).toEqual({ kind: 'merged', pid: into });
    now = new Date('2026-07-01T00:00:00Z');
    await transitionRecord(ctx, { pid: gone, to: 'withdrawn', reason: 'nhầm' });
    expect(await read(gone)).toEqual({
      kind: 'withdrawn',
      tombstone: { pid: gone, since: '2026-07-01T00:00:00.000Z', reason: 'nhầm' },
    });
    expect(await read(gone, ANONYMOUS)).toEqual({ kind: 'not-found' });
  });
});

describe('the history of a closed record', () => {
  const history = async (pid: string, reader: Reader) => [
    (await listVersions(ctx, reader, { pid, limit: 10 })).kind,
    (await diffVersions(ctx, reader, { pid, from: 1, to: 1 })).kind,
    (await listRelations(ctx, reader, { pid, limit: 10 })) === undefined ? 'not-found' : 'found',
  ];
  const NONE = ['not-found', 'not-found', 'not-found'];
  const ALL = ['found', 'found', 'found'];

  it('is gone for the public when it is withdrawn', async () => {
    const pid = await aDraft('Công bố rồi rút');
    await publish(pid);
    expect(await history(pid, ANONYMOUS)).toEqual(ALL);
    await transitionRecord(ctx, { pid, to: 'withdrawn', reason: 'nhầm' });
    expect(await history(pid, ANONYMOUS)).toEqual(NONE);
    expect(await history(pid, staff)).toEqual(ALL);
  });

  it('is hidden for the public while what it was merged into is', async () => {
    const [from, into] = [await aDraft('Trùng'), await aDraft('Còn nháp')];
    await publish(from);
    await mergeRecords(ctx, { from, into, reason: 'trùng' });
    expect(await history(from, ANONYMOUS)).toEqual(NONE);
    expect(await history(from, staff)).toEqual(ALL);
    await publish(into);
    expect(await history(from, ANONYMOUS)).toEqual(['found', 'found', 'not-found']);
  });
});

describe('changesets', () => {
  it('are inspected field by field, by staff only', async () => {
    const pid = await aDraft('Xem');
    await updateRecord(ctx, { pid, expectedVersion: 1, body: body('Xem lại'), reason: 'sửa tên' });
    const [latest] = (await listChangesets(db, staff, { limit: 1 })).items;
    expect(latest).toMatchObject({
      kind: 'edit',
      actor: 'administrator',
      reason: 'sửa tên',
      counts: { updated: 1 },
    });
    const id = latest?.id ?? 0;
    const { records } = only(await changesetDiff(ctx, staff, { id, limit: 10 }), 'found');
    expect(records.items).toMatchObject([
      { pid, fromVersion: 1, toVersion: 2, changes: [{ field: 'name' }], states: [] },
    ]);
    expect(await changesetDiff(ctx, ANONYMOUS, { id, limit: 10 })).toEqual({ kind: 'not-found' });
    expect(await listChangesets(db, ANONYMOUS, { limit: 10 })).toEqual({ items: [] });
    const all = await listChangesets(db, staff, { limit: 1_000 });
    const rest = await listChangesets(db, staff, { limit: 1_000, before: id });
    expect(rest.items).toEqual(all.items.slice(1));
  });
});

describe('compactView', () => {
  it('takes one value per field: the reader’s language, the primary name, the surer statement', () => {
    const view = {
      standard: 'artefact@1.0',
      fields: {
        name: [
          { id: '1', value: 'Nom cũ', lang: 'vi', nameType: 'former' },
          { id: '2', value: 'Tên', lang: 'vi' },
          { id: '3', value: 'Name', lang: 'en' },
        ],
        date: [
          { id: '4', value: 'có thể', certainty: 'possible' as const },
          { id: '5', value: 'chắc' },
        ],
        owner: [{ id: '6', absent: 'restricted' as const }],
        empty: [],
      },
    };
    expect(compactView(view, 'vi').values).toEqual({ name: 'Tên', date: 'chắc', owner: null, empty: null });
    expect(compactView(view, 'en').values.name).toBe('Name');
    expect(compactView(view, 'en').absences).toEqual({ owner: 'restricted' });
  });
});

describe('currentRecordsAfter', () => {
  it('walks over every record once', async () => {
    const ids: number[] = [];
    for (let after = 0; ; ) {
      const page = await currentRecordsAfter(db, { after, limit: 3 });
      ids.push(...page.map((record) => record.id));
      after = ids.at(-1) ?? 0;
      if (page.length < 3) break;
    }
    const all = await db.selectFrom('record').select('id').orderBy('id').execute();
    expect(ids).toEqual(all.map((row) => row.id));
  });
});
