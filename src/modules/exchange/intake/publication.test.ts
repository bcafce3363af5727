import { afterAll, describe, expect, it } from 'vitest';
import { updateRecord } from '#modules/registry/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { only } from '#tests/support/registry.ts';
import { standardOf, unknownBut } from '../import/sheets.fixture.ts';
import { approve, mapColumns, startPublication, startPublicationUndo, startUndo } from './commands.ts';
import { aDesk } from './intake.fixture.ts';
import type { ImportJob } from './job.ts';
import { listRows } from './job-queries.ts';
import { importTasks } from './jobs.ts';
import { standingAmong, statesOfCreated } from './publication-queries.ts';

const database = await testDatabase();
const { db } = database;
const desk = await aDesk(database);
const { intake } = desk;
afterAll(async () => {
  await desk.close();
  await database.close();
});

const registry = intake.registryFor((await desk.taken('id\nx\n')).actorId);
const constants = unknownBut(standardOf({ ...intake, registry }, 'artefact'), ['name', 'materials']);

/** An import that was written; cells of materials may be empty, all else may be published. */
async function committed(sheet: string, state: 'draft' | 'published' = 'draft'): Promise<ImportJob> {
  const taken = await desk.taken(sheet);
  const mapping = { ...taken.mapping, constants, state };
  expect(await mapColumns(intake, { ...taken, mapping })).toEqual({ kind: 'changed' });
  await desk.work();
  const job = await desk.job(taken.id);
  const digest = job.checked?.digest ?? '';
  expect(await approve(intake, { ...job, digest, skipRejected: true, reason: '' })).toEqual({
    kind: 'changed',
  });
  await desk.work();
  return await desk.job(job.id);
}

async function published(job: ImportJob, onlyReady = false): Promise<ImportJob> {
  expect(await startPublication(intake, { ...job, onlyReady, reason: 'đã duyệt' })).toEqual({
    kind: 'changed',
  });
  expect((await desk.job(job.id)).state).toBe('publishing');
  await desk.work();
  return await desk.job(job.id);
}

const states = ({ changesetId }: ImportJob) => statesOfCreated(db, changesetId ?? 0);
const pidsOf = async ({ id }: ImportJob) => (await listRows(db, id, { limit: 99 })).map(({ pid }) => pid);

describe('an import whose new records are published', () => {
  it('rejects rows that may not be, and says which fields they lack', async () => {
    const job = await committed('id,name[vi],materials\nA1,Trống đồng,đồng\nA2,Chuông đồng,\n', 'published');
    expect(job.checked).toMatchObject({
      counts: { created: 1, rejected: 1 },
      lacking: [{ field: 'materials', label: { vi: 'Chất liệu' }, rows: 1 }],
    });
    expect(await states(job)).toEqual({ published: 1 });
  });
});

describe('the drafts of an import', () => {
  it('are published as one changeset, and are drafts again when that is taken back', async () => {
    const job = await committed('id,name[vi],materials\nB1,Trống đồng,đồng\nB2,Chuông đồng,đồng\n');
    expect(await states(job)).toEqual({ draft: 2 });
    const after = await published(job);
    expect(after).toMatchObject({ state: 'committed', refusal: null, publications: [expect.any(Number)] });
    expect(await states(job)).toEqual({ published: 2 });
    const trail = await db
      .selectFrom('record_state_change')
      .select(['changeset_id', 'after', 'reason'])
      .where('changeset_id', 'in', after.publications)
      .where('after', '=', 'published')
      .execute();
    expect(trail.map(({ reason }) => reason)).toEqual(['đã duyệt', 'đã duyệt']);

    // The import itself stands below the publication.
    await startUndo(intake, { ...after, reason: 'nhầm' });
    await desk.work();
    const kept = await desk.job(job.id);
    expect(kept).toMatchObject({ state: 'committed', refusal: [{}] });

    await startPublicationUndo(intake, { ...kept, reason: 'chưa duyệt xong' });
    await desk.work();
    const back = await desk.job(job.id);
    expect(await states(job)).toEqual({ draft: 2 });
    expect(await standingAmong(db, back.publications)).toBeNull();
    await startUndo(intake, { ...back, reason: 'nhầm' });
    await desk.work();
    expect((await desk.job(job.id)).state).toBe('undone');
    expect(await states(job)).toEqual({ withdrawn: 2 });
  });

  it('are all kept where one is not ready, which is named; or the others are published', async () => {
    const job = await committed('id,name[vi],materials\nC1,Trống đồng,đồng\nC2,Chuông đồng,\nC3,Âu,gỗ\n');
    const [, second = ''] = await pidsOf(job);
    const refused = await published(job);
    expect(refused.refusal).toEqual([
      expect.objectContaining({ vi: expect.stringContaining('1 trong 3 hồ sơ nháp') }),
      {
        vi: `Dòng 3, hồ sơ ${second}: còn thiếu Chất liệu.`,
        en: `Row 3, record ${second}: still to be given: Materials.`,
      },
    ]);
    expect(await states(job)).toEqual({ draft: 3 });
    const some = await published(refused, true);
    expect(some.refusal).toBeNull();
    expect(await states(job)).toEqual({ draft: 1, published: 2 });

    const record = { pid: second, expectedVersion: 1, body: await completed(second) };
    only(await updateRecord(registry, record), 'ok');
    const all = await published(some);
    expect(await states(job)).toEqual({ published: 3 });
    expect(all.publications).toHaveLength(2);
    expect((await published(all)).refusal).toEqual([
      expect.objectContaining({ vi: expect.stringContaining('không còn hồ sơ nháp') }),
    ]);
    await startPublicationUndo(intake, { ...(await desk.job(job.id)), reason: 'một phần' });
    await desk.work();
    expect(await states(job)).toEqual({ draft: 1, published: 2 });
    expect(await standingAmong(db, all.publications)).toBe(all.publications[0]);
  });

  it('are published once when the worker that did it was killed', async () => {
    const job = await committed('id,name[vi],materials\nD1,Trống đồng,đồng\n');
    const after = await published(job);
    await db
      .updateTable('import_job')
      .set({ state: 'publishing', publications: [] })
      .where('id', '=', job.id)
      .execute();
    await importTasks(intake)['import.publish']?.(
      { id: job.id, onlyReady: false, reason: 'x' },
      { attempt: 2 },
    );
    expect(await desk.job(job.id)).toMatchObject({ state: 'committed' });
    expect(await states(job)).toEqual({ published: 1 });
    expect(await standingAmong(db, after.publications)).toBe(after.publications[0]);
  });

  it('are published by the thousand', async () => {
    const rows = Array.from({ length: 1_203 }, (_, index) => `E${index},Hiện vật số ${index},gỗ`);
    const job = await committed(['id,name[vi],materials', ...rows].join('\n'));
    await published(job);
    expect(await states(job)).toEqual({ published: 1_203 });
  });
});

async function completed(pid: string) {
  const { body } = await db
    .selectFrom('record')
    .innerJoin('record_version as v', 'v.record_id', 'record.id')
    .select('v.body')
    .where('pid', '=', pid)
    .executeTakeFirstOrThrow();
  return { ...body, fields: { ...body.fields, materials: [{ id: 'materials-1', value: 'bronze' }] } };
}

describe('a commit that a killed worker had written', () => {
  it('is told with the records of rows that have no key', async () => {
    const job = await committed('name[vi],materials\nẤm đồng,đồng\nBát gỗ,gỗ\n');
    const pids = await pidsOf(job);
    await db
      .updateTable('import_job')
      .set({ state: 'committing', changeset_id: null })
      .where('id', '=', job.id)
      .execute();
    await db.updateTable('import_row').set({ pid: '' }).where('job_id', '=', job.id).execute();
    await importTasks(intake)['import.commit']?.({ id: job.id }, { attempt: 2 });
    expect(await pidsOf(job)).toEqual(pids);
    expect(pids.every((pid) => pid !== '')).toBe(true);
  });
});

describe('a dry run', () => {
  it('tells what may not be as it was meant, and what was left out', async () => {
    const job = await committed(
      'id,name[vi],materials,acquisitionDate\nF1,Mõ gỗ,gỗ,01/02/2024\nTổng cộng,,,\n',
    );
    expect(job.checked?.warnings).toEqual([
      { vi: expect.stringContaining('“01/02/2024”'), en: expect.stringContaining('“01/02/2024”') },
    ]);
    expect(job.checked?.aside).toMatchObject({ count: 1 });
  });
});
