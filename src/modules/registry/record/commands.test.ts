import { afterAll, describe, expect, it } from 'vitest';
import { actorId } from '#modules/access/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aContext, only } from '#tests/support/registry.ts';
import { aBody } from '#tests/support/small-rules.ts';
import { isPid } from '../identifier/mint.ts';
import {
  confirmRecord,
  createRecord,
  type RecordOutcome,
  restoreVersion,
  transitionRecord,
  updateRecord,
} from './commands.ts';

const { db, close } = await testDatabase();
afterAll(close);
const ctx = await aContext(db);

const DRUM = aBody('artefact', { name: 'Trống đồng Ngọc Lũ' });
const made = (outcome: RecordOutcome) => only(outcome, 'created');
const aRecord = async (body: unknown = DRUM) => made(await createRecord(ctx, { body })).pid;

const versionsOf = async (pid: string) =>
  await db
    .selectFrom('record_version as v')
    .innerJoin('record', 'record.id', 'v.record_id')
    .select(['v.version', 'v.body', 'v.reason'])
    .where('record.pid', '=', pid)
    .orderBy('v.version')
    .execute();

describe('createRecord', () => {
  it('gives the record an identifier of the node, a first version and a line in the trail', async () => {
    const { pid, version } = made(
      await createRecord(ctx, { body: DRUM, reason: 'mới nhập', key: 'create-1' }),
    );
    expect(isPid(pid, '99999') && pid.startsWith('ds1')).toBe(true);
    expect(version).toBe(1);
    expect(await versionsOf(pid)).toEqual([{ version: 1, body: DRUM, reason: 'mới nhập' }]);
    const audit = await db.selectFrom('audit_event').selectAll().where('subject_id', '=', pid).execute();
    expect(audit).toMatchObject([{ action: 'record.create', actor_id: ctx.actorId, subject_kind: 'record' }]);
  });

  it('answers the same key with the same record', async () => {
    const first = made(await createRecord(ctx, { body: DRUM, key: 'create-2' }));
    const again = await createRecord(ctx, { body: aBody('museum', { name: 'Khác' }), key: 'create-2' });
    expect(again).toEqual({ ...first, repeated: true });
    const count = await db.selectFrom('changeset').select('id').where('key', '=', 'create-2').execute();
    expect(count).toHaveLength(1);
  });

  it('stores Latin letters composed', async () => {
    const pid = await aRecord(aBody('artefact', { name: 'Trống đồng'.normalize('NFD') }));
    expect((await versionsOf(pid))[0]?.body.fields.name?.[0]?.value).toBe('Trống đồng'.normalize('NFC'));
  });

  it.each([
    ['no body', null, '', 'not-an-object'],
    ['a list', [], '', 'not-an-object'],
    ['fields that are no lists', { standard: 'artefact@1.0', fields: { name: 'x' } }, '', 'not-an-object'],
    ['an unknown standard', { standard: 'drum@1.0', fields: {} }, '/standard', 'unknown-standard'],
    ['a missing name', aBody('artefact', {}), '/fields/name', 'missing-mandatory'],
    ['U+0000', aBody('artefact', { name: 'a\u0000b' }), '', 'unstorable-text'],
    ['half a character', aBody('artefact', { name: 'a\ud800' }), '/fields/name/0/value', 'unstorable-text'],
  ])('refuses %s', async (_what, body, pointer, code) => {
    const { issues } = only(await createRecord(ctx, { body }), 'invalid');
    expect(issues.map((issue) => [issue.pointer, issue.code])).toEqual([[pointer, code]]);
  });

  it('keeps SQL and HTML as the text they are', async () => {
    const name = `'); drop table record; -- <script>alert(1)</script> \\ " $1 {}`;
    const pid = await aRecord(aBody('artefact', { name }));
    expect((await versionsOf(pid))[0]?.body.fields.name?.[0]?.value).toBe(name);
  });

  it('takes a given identifier once, and only a right one', async () => {
    const pid = await aRecord();
    expect(await createRecord(ctx, { body: DRUM, pid })).toMatchObject({
      kind: 'conflict',
      code: 'pid-taken',
    });
    const wrong = `${pid.slice(0, -1)}${pid.endsWith('b') ? 'c' : 'b'}`;
    expect(await createRecord(ctx, { body: DRUM, pid: wrong })).toMatchObject({
      kind: 'invalid',
      issues: [{ code: 'bad-pid' }],
    });
  });

  it('is not for everybody', async () => {
    for (const kind of ['person', 'service'] as const) {
      const { id } = await db
        .insertInto('actor')
        .values({ kind, label: kind })
        .returning('id')
        .executeTakeFirstOrThrow();
      expect(await createRecord({ ...ctx, actorId: id }, { body: DRUM })).toEqual({ kind: 'forbidden' });
    }
    expect(await createRecord({ ...ctx, actorId: 9_999 }, { body: DRUM })).toEqual({ kind: 'forbidden' });
    const bootstrap = { ...ctx, actorId: await actorId(db, 'bootstrap') };
    expect(await createRecord(bootstrap, { body: DRUM })).toEqual({ kind: 'forbidden' });
  });
});

describe('updateRecord', () => {
  const renamed = aBody('artefact', { name: 'Trống đồng Ngọc Lũ I' });

  it('writes a version on the version that the writer saw', async () => {
    const pid = await aRecord();
    const outcome = await updateRecord(ctx, { pid, expectedVersion: 1, body: renamed, reason: 'thêm số' });
    expect(outcome).toEqual({ kind: 'ok', pid, version: 2, change: 'updated', repeated: false });
    expect((await versionsOf(pid)).map((row) => row.body)).toEqual([DRUM, renamed]);
  });

  it('tells a writer who saw another version where the record stands', async () => {
    const pid = await aRecord();
    await updateRecord(ctx, { pid, expectedVersion: 1, body: renamed });
    const current = { pid, version: 2, state: 'draft' };
    expect(await updateRecord(ctx, { pid, expectedVersion: 1, body: DRUM })).toEqual({
      kind: 'stale',
      current,
    });
    expect(await updateRecord(ctx, { pid, expectedVersion: 3, body: DRUM })).toEqual({
      kind: 'stale',
      current,
    });
    expect(await updateRecord(ctx, { pid, expectedVersion: undefined, body: DRUM })).toEqual({
      kind: 'precondition-missing',
      current,
    });
  });

  it('writes nothing, and no changeset, for the same body', async () => {
    const pid = await aRecord();
    const before = await db.selectFrom('changeset').select('id').execute();
    const reordered = { fields: DRUM.fields, standard: DRUM.standard };
    expect(await updateRecord(ctx, { pid, expectedVersion: 1, body: reordered })).toMatchObject({
      kind: 'ok',
      change: 'unchanged',
      version: 1,
    });
    expect(await db.selectFrom('changeset').select('id').execute()).toHaveLength(before.length);
  });

  it('does not turn a record into another kind', async () => {
    const pid = await aRecord();
    const outcome = await updateRecord(ctx, {
      pid,
      expectedVersion: 1,
      body: aBody('museum', { name: 'x' }),
    });
    expect(outcome).toMatchObject({
      kind: 'invalid',
      issues: [{ pointer: '/standard', code: 'other-kind' }],
    });
  });

  it('says so when there is no such record, or it is gone', async () => {
    expect(await updateRecord(ctx, { pid: 'ds1none', expectedVersion: 1, body: DRUM })).toEqual({
      kind: 'not-found',
      subject: 'ds1none',
    });
    const pid = await aRecord();
    await transitionRecord(ctx, { pid, to: 'withdrawn', reason: 'nhập nhầm' });
    expect(await updateRecord(ctx, { pid, expectedVersion: 1, body: DRUM })).toMatchObject({
      kind: 'gone',
      tombstone: { pid, reason: 'nhập nhầm' },
    });
  });

  it('lets old gaps of a published record be, and opens no new one', async () => {
    const starter = { ...ctx, actorId: await actorId(db, 'bootstrap') };
    const { applyChangeset } = await import('../changeset/commands.ts');
    const gap = aBody('artefact', { name: 'Chưa có mô tả' });
    const full = aBody('artefact', { name: 'Đủ', description: 'Mô tả' });
    const operations = [gap, full].map((body) => ({ op: 'create', state: 'published', body }) as const);
    const { results } = only(await applyChangeset(starter, { kind: 'starter', operations }), 'applied');
    const [gapPid = '', fullPid = ''] = results.map((result) => result.pid);
    const better = aBody('artefact', { name: 'Vẫn chưa có mô tả' });
    expect(await updateRecord(ctx, { pid: gapPid, expectedVersion: 1, body: better })).toMatchObject({
      kind: 'ok',
    });
    expect(await updateRecord(ctx, { pid: fullPid, expectedVersion: 1, body: better })).toMatchObject({
      kind: 'invalid',
      issues: [{ pointer: '/fields/description' }],
    });
  });
});

describe('restoreVersion', () => {
  it('writes an earlier body as a new version', async () => {
    const pid = await aRecord();
    await updateRecord(ctx, { pid, expectedVersion: 1, body: aBody('artefact', { name: 'Sai' }) });
    const outcome = await restoreVersion(ctx, { pid, version: 1, expectedVersion: 2 });
    expect(outcome).toMatchObject({ kind: 'ok', version: 3 });
    expect((await versionsOf(pid)).map((row) => row.body.fields.name?.[0]?.value)).toEqual([
      'Trống đồng Ngọc Lũ',
      'Sai',
      'Trống đồng Ngọc Lũ',
    ]);
    expect(await restoreVersion(ctx, { pid, version: 3, expectedVersion: 3 })).toMatchObject({
      change: 'unchanged',
    });
    expect(await restoreVersion(ctx, { pid, version: 9, expectedVersion: 3 })).toMatchObject({
      kind: 'not-found',
    });
    expect(await restoreVersion(ctx, { pid, version: 1, expectedVersion: undefined })).toMatchObject({
      kind: 'precondition-missing',
    });
  });
});

describe('transitionRecord', () => {
  const full = aBody('artefact', { name: 'Trống', description: 'Trống đồng Đông Sơn' });
  const publications = async (pid: string) =>
    await db
      .selectFrom('publication')
      .innerJoin('record', 'record.id', 'publication.record_id')
      .select(['publication.event', 'publication.version', 'publication.access_class as accessClass'])
      .where('record.pid', '=', pid)
      .orderBy('publication.id')
      .execute();

  it('leads from draft to publication, and each change of the public state is announced', async () => {
    const pid = await aRecord(full);
    for (const to of ['submitted', 'verified', 'published'] as const) {
      expect(await transitionRecord(ctx, { pid, to })).toMatchObject({ kind: 'ok', change: 'moved' });
    }
    await updateRecord(ctx, {
      pid,
      expectedVersion: 1,
      body: aBody('artefact', { name: 'T', description: 'M' }),
    });
    await confirmRecord(ctx, { pid });
    expect(await confirmRecord(ctx, { pid })).toMatchObject({ kind: 'ok', change: 'unchanged' });
    await transitionRecord(ctx, { pid, to: 'withdrawn', reason: 'trùng' });
    expect(await publications(pid)).toEqual([
      { event: 'published', version: 1, accessClass: 1 },
      { event: 'updated', version: 2, accessClass: 1 },
      { event: 'updated', version: 2, accessClass: 1 },
      { event: 'withdrawn', version: 2, accessClass: 1 },
    ]);
  });

  it('announces nothing of a draft', async () => {
    const pid = await aRecord(full);
    await updateRecord(ctx, { pid, expectedVersion: 1, body: DRUM });
    await transitionRecord(ctx, { pid, to: 'submitted' });
    await transitionRecord(ctx, { pid, to: 'draft' });
    await transitionRecord(ctx, { pid, to: 'withdrawn', reason: 'nhầm' });
    expect(await publications(pid)).toEqual([]);
  });

  it('refuses what the life of a record does not allow', async () => {
    const pid = await aRecord(full);
    const outcome = only(await transitionRecord(ctx, { pid, to: 'published' }), 'conflict');
    expect(outcome).toMatchObject({ code: 'illegal-transition', records: [pid] });
    expect(outcome.message.vi).toContain('submitted, withdrawn');
    expect(await transitionRecord(ctx, { pid, to: 'withdrawn', reason: '  ' })).toMatchObject({
      kind: 'invalid',
      issues: [{ code: 'reason-missing' }],
    });
    expect(await transitionRecord(ctx, { pid, to: 'submitted', expectedVersion: 7 })).toMatchObject({
      kind: 'stale',
    });
    expect(await confirmRecord(ctx, { pid, expectedVersion: 7 })).toMatchObject({ kind: 'stale' });
  });

  it('refuses to publish what is incomplete', async () => {
    const pid = await aRecord();
    await transitionRecord(ctx, { pid, to: 'submitted' });
    await transitionRecord(ctx, { pid, to: 'verified' });
    expect(await transitionRecord(ctx, { pid, to: 'published' })).toMatchObject({
      kind: 'incomplete',
      issues: [{ pointer: '/fields/description' }],
    });
  });
});
