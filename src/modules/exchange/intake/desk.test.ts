import { readdir } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import {
  applyProfile,
  approve,
  chooseKey,
  discard,
  mapColumns,
  meanTerms,
  rereadFile,
  startCheck,
  startUndo,
} from './commands.ts';
import { aDesk } from './intake.fixture.ts';
import { everyRow, listJobs, listRows } from './job-queries.ts';
import { importTasks } from './jobs.ts';
import { findProfile } from './profile-queries.ts';

const database = await testDatabase();
const { db } = database;
const desk = await aDesk(database);
const { intake } = desk;
afterAll(async () => {
  await desk.close();
  await database.close();
});

const bodies = async () =>
  (
    await db
      .selectFrom('record')
      .innerJoin('record_version as v', (join) =>
        join.onRef('v.record_id', '=', 'record.id').onRef('v.version', '=', 'record.version'),
      )
      .select(['record.pid', 'record.state', 'v.body'])
      .orderBy('record.id')
      .execute()
  ).map(({ pid, state, body }) => ({ pid, state, body }));

/** The dry run of a sheet as it was laid out by name. */
async function checked(sheet: string, fileName?: string) {
  const job = await desk.taken(sheet, fileName);
  expect(await startCheck(intake, job)).toEqual({ kind: 'changed' });
  await desk.work();
  return await desk.job(job.id);
}

async function committed(sheet: string, fileName?: string) {
  const job = await checked(sheet, fileName);
  const digest = job.checked?.digest ?? '';
  const outcome = await approve(intake, { ...job, digest, skipRejected: true, reason: '' });
  expect(outcome).toEqual({ kind: 'changed' });
  await desk.work();
  return await desk.job(job.id);
}

describe('a file that is taken in', () => {
  it('is laid out by the names of its columns, with samples', async () => {
    const job = await desk.taken(
      'id;Tên gọi – tiếng Việt;Chất liệu;Ghi chú riêng\nA1;Trống;đồng;x\nA2;Chuông;;y\n',
    );
    expect(job).toMatchObject({ state: 'uploaded', kind: 'artefact', format: 'csv', profile: null });
    expect(job.mapping.columns).toMatchObject({ id: 'id', 'Chất liệu': 'materials', 'Ghi chú riêng': null });
    expect(job.inspection).toMatchObject({ encoding: 'UTF-8', delimiter: ';', conversions: [] });
    expect(job.inspection.columns.map(({ samples }) => samples)).toEqual([
      ['A1', 'A2'],
      ['Trống', 'Chuông'],
      ['đồng'],
      ['x', 'y'],
    ]);
  });

  it('shows the letters of a legacy encoding as they stand there and as they are read', async () => {
    // "Trống đồng" and "Bảo tàng lịch sử" in TCVN3.
    const tcvn3 = Buffer.from('name[vi],holder\nTrèng ®ång Ngäc Lò,B¶o tµng LÞch sö Quèc gia\n', 'latin1');
    const job = await desk.taken(tcvn3);
    expect(job.inspection).toMatchObject({ encoding: 'TCVN3' });
    expect(job.inspection.conversions).toContainEqual({
      column: 'name[vi]',
      encoding: 'TCVN3',
      before: 'Trèng ®ång Ngäc Lò',
      after: 'Trống đồng Ngọc Lũ',
    });
  });

  it.each([
    ['hiện vật.doc', 'a,b\n', { kind: 'unknown-format' }],
    ['a.csv', '', { kind: 'empty' }],
    ['a.csv', 'a,b\n'.padEnd(100_001, 'x'), { kind: 'too-large', limitBytes: 100_000 }],
    [
      'a.csv',
      'a,a\n1,2\n',
      { kind: 'unreadable', problems: [expect.objectContaining({ vi: expect.any(String) })] },
    ],
  ])('is refused where it cannot be read, and nothing of it stays: %s', async (fileName, text, expected) => {
    const before = await readdir(intake.folder);
    expect(await desk.receive(text, { fileName })).toEqual(expected);
    expect(await readdir(intake.folder)).toEqual(before);
    expect(await desk.receive('a\n1\n', { kind: 'dragon' })).toEqual({ kind: 'unknown-kind' });
  });

  it('is read anew with another delimiter or as another kind', async () => {
    const job = await desk.taken('id;name[vi]\nA,1;B\n');
    const outcome = await rereadFile(intake, { ...job, kind: 'artefact', reading: { delimiter: ',' } });
    expect(outcome).toEqual({ kind: 'changed' });
    const after = await desk.job(job.id);
    expect(after.inspection.columns.map(({ header }) => header)).toEqual(['id;name[vi]', ''].slice(0, 1));
    expect(after.revision).toBe(job.revision + 1);
    expect(await rereadFile(intake, { ...job, kind: 'museum', reading: {} })).toEqual({ kind: 'stale' });
  });
});

describe('a dry run', () => {
  it('counts and tells every row, and writes nothing', async () => {
    await committed('id,name[vi]\nD1,Ấm\nD2,Bát\n', 'đầu.csv');
    const before = await bodies();
    const job = await checked('id,name[vi],materials\nD1,Ấm sứ,\nD2,Bát,\nD3,Chén,vàng mã\nD4,Đĩa,\n');
    expect(job).toMatchObject({ state: 'checked', progress: 100, refusal: null });
    expect(job.checked?.counts).toEqual({ created: 1, updated: 1, unchanged: 1, rejected: 1 });
    expect(await bodies()).toEqual(before);
    expect(await listRows(db, job.id, { outcome: 'updated', limit: 9 })).toMatchObject([
      { place: 0, line: 2, changes: [{ column: 'name[vi]', before: 'Ấm', after: 'Ấm sứ' }], cells: [] },
    ]);
    expect(await listRows(db, job.id, { after: 1, limit: 1 })).toMatchObject([
      { place: 2, outcome: 'rejected', cells: ['D3', 'Chén', 'vàng mã'] },
    ]);
    const lines: number[] = [];
    for await (const { line } of everyRow(db, job.id)) lines.push(line);
    expect(lines).toEqual([2, 3, 4, 5]);
  });

  it('gathers the words that no list knows, and takes what they are said to mean', async () => {
    const job = await checked(
      'id,name[vi],materials\nT1,Ấm,hợp kim lạ\nT2,Bát,hợp kim lạ|gỗ gì đó\nT3,Cối,inorganic\n',
    );
    expect(job.checked?.unmatched.map(({ key, text, rows }) => [key, text, rows])).toEqual([
      ['materials', 'hợp kim lạ', 2],
      ['materials', 'gỗ gì đó', 1],
    ]);
    const terms = [
      { key: 'materials', text: 'hợp kim lạ', code: 'bronze' },
      { key: 'materials', text: 'gỗ gì đó', code: null },
    ];
    expect(await meanTerms(intake, { ...job, terms })).toEqual({ kind: 'changed' });
    expect(await startCheck(intake, job)).toEqual({ kind: 'stale' });
    await desk.work();
    expect((await desk.job(job.id)).checked).toMatchObject({
      counts: { created: 3, rejected: 0 },
      unmatched: [],
    });
  });

  it('says why a file cannot be read to its end, and can be tried again', async () => {
    const job = await checked('id,name[vi]\nR1,A\nR2,B,C\n');
    expect(job).toMatchObject({ state: 'refused', checked: null });
    expect(job.refusal?.[0]?.vi).toContain('Dòng 3');
    expect(await startCheck(intake, job)).toEqual({ kind: 'changed' });
  });
});

describe('the layout of columns', () => {
  it('is refused where it fits nothing, and kept under a name where it does', async () => {
    const job = await desk.taken('Số,Tên hiện vật riêng,Sở hữu\nM1,Mõ,dân\n');
    const refused = await mapColumns(intake, { ...job, mapping: { columns: { Số: 'no-such-key' } } });
    expect(refused).toMatchObject({ kind: 'invalid', problems: [{ code: 'unknown-key' }, {}, {}] });
    const mapping = {
      columns: { Số: 'id', 'Tên hiện vật riêng': 'name[vi]', 'Sở hữu': null },
      constants: { ownership: 'SO_HUU_TOAN_DAN' },
      delimiter: ',' as const,
    };
    expect(await mapColumns(intake, { ...job, mapping, saveAs: 'Kiểu sổ cũ' })).toEqual({ kind: 'changed' });
    await desk.work();
    expect((await desk.job(job.id)).checked?.counts).toMatchObject({ created: 1 });
    const { delimiter: _, ...kept } = mapping;
    expect((await findProfile(db, 'Kiểu sổ cũ'))?.mapping).toEqual(kept);
  });

  it('comes from the profile of a sheet with the same headers, in any order', async () => {
    const job = await desk.taken('Sở hữu;TÊN HIỆN VẬT RIÊNG;Số\nx;Y;M9\n');
    expect(job).toMatchObject({ profile: 'Kiểu sổ cũ' });
    expect(job.mapping.columns).toEqual({ 'Sở hữu': null, 'TÊN HIỆN VẬT RIÊNG': 'name[vi]', Số: 'id' });
    expect(await applyProfile(intake, { ...job, name: 'Kiểu sổ cũ' })).toEqual({ kind: 'changed' });
    expect(await applyProfile(intake, { ...job, name: 'khác' })).toEqual({ kind: 'not-found' });
  });

  it('says which column is the key, and then none is', async () => {
    const job = await desk.taken('id,Mã khác,name[vi]\n1,2,A\n');
    await chooseKey(intake, { ...job, column: 'Mã khác', emptyCells: 'clear' });
    const after = await desk.job(job.id);
    expect(after.mapping).toMatchObject({
      columns: { id: null, 'Mã khác': 'id', 'name[vi]': 'name[vi]' },
      emptyCells: 'clear',
    });
    await chooseKey(intake, { ...after, column: null, emptyCells: 'keep' });
    expect(Object.values((await desk.job(job.id)).mapping.columns ?? {})).not.toContain('id');
  });
});

describe('a commit', () => {
  it('writes the good rows as one changeset, and is taken back to the last value', async () => {
    const first = await committed('id,name[vi]\nC1,Một\n');
    const before = await bodies();
    const job = await committed('id,name[vi],ownership\nC1,Một sửa,\nC2,Hai,\nC3,Ba,rồng\n');
    expect(job).toMatchObject({ state: 'committed', refusal: null });
    expect(job.changesetId).toBeGreaterThan(first.changesetId ?? 0);
    const rows = await listRows(db, job.id, { limit: 9 });
    expect(rows.map(({ outcome, pid }) => [outcome, pid !== ''])).toEqual([
      ['updated', true],
      ['created', true],
      ['rejected', false],
    ]);
    expect(await startUndo(intake, { ...job, reason: 'nhập nhầm' })).toEqual({ kind: 'changed' });
    await desk.work();
    const undone = await desk.job(job.id);
    expect(undone).toMatchObject({ state: 'undone' });
    expect(undone.undoChangesetId).toBeGreaterThan(job.changesetId ?? 0);
    const after = await bodies();
    expect(after.filter(({ pid }) => before.some((record) => record.pid === pid))).toEqual(before);
    expect(after.at(-1)).toMatchObject({ state: 'withdrawn' });
  });

  it('needs the word of a person for leaving rows out, and rows to write', async () => {
    const job = await checked('id,name[vi],ownership\nN1,A,rồng\n');
    const asked = { ...job, digest: job.checked?.digest ?? '', reason: '' };
    expect(await approve(intake, { ...asked, skipRejected: false })).toEqual({ kind: 'has-rejected' });
    expect(await approve(intake, { ...asked, skipRejected: true })).toEqual({ kind: 'nothing-to-write' });
    expect(await approve(intake, { ...asked, digest: 'x', skipRejected: true })).toEqual({ kind: 'stale' });
  });

  it('is not made when the registry has changed since the dry run; the new one is shown', async () => {
    await committed('id,name[vi]\nX1,Cũ\n');
    const job = await checked('id,name[vi]\nX1,Mới\nX2,Khác\n');
    await committed('id,name[vi]\nX1,Giữa chừng\n');
    const before = await bodies();
    await approve(intake, { ...job, digest: job.checked?.digest ?? '', skipRejected: false, reason: '' });
    await desk.work();
    const after = await desk.job(job.id);
    expect(after).toMatchObject({ state: 'checked', refusal: [{ en: expect.stringContaining('changed') }] });
    expect(await bodies()).toEqual(before);
    const [row] = await listRows(db, job.id, { limit: 1 });
    expect(row?.changes).toEqual([{ column: 'name[vi]', before: 'Giữa chừng', after: 'Mới' }]);
  });

  it('is finished by the next worker when the one that wrote it was killed', async () => {
    const job = await committed('id,name[vi]\nK1,Kèn\n');
    await db
      .updateTable('import_job')
      .set({ state: 'committing', changeset_id: null })
      .where('id', '=', job.id)
      .execute();
    await db.updateTable('import_row').set({ pid: '' }).where('job_id', '=', job.id).execute();
    await importTasks(intake)['import.commit']?.({ id: job.id }, { attempt: 2 });
    expect(await desk.job(job.id)).toMatchObject({ state: 'committed', changesetId: job.changesetId });
    expect((await listRows(db, job.id, { limit: 1 }))[0]?.pid).not.toBe('');
  });

  it('is not made twice for the same file', async () => {
    const sheet = 'id,name[vi]\nS1,Sáo\n';
    const first = await committed(sheet);
    const again = await checked(sheet);
    expect(again.checked).toMatchObject({ repeats: first.changesetId, counts: { unchanged: 1 } });
    const asked = { ...again, digest: again.checked?.digest ?? '', skipRejected: false, reason: '' };
    expect(await approve(intake, asked)).toEqual({ kind: 'stale' });
  });
});

describe('work that fails', () => {
  it('is told after three attempts, and what has no file any more is not tried for ever', async () => {
    const job = await desk.taken('id,name[vi]\nF1,A\n');
    await startCheck(intake, job);
    const lost = { ...intake, folder: `${intake.folder}/none` };
    const attempt = (n: number) => importTasks(lost)['import.check']?.({ id: job.id }, { attempt: n });
    await expect(attempt(1)).rejects.toThrow('ENOENT');
    expect((await desk.job(job.id)).state).toBe('checking');
    await expect(attempt(3)).rejects.toThrow('ENOENT');
    expect(await desk.job(job.id)).toMatchObject({ state: 'failed', refusal: [{ vi: expect.any(String) }] });
    await attempt(4);
  });

  it('leaves no file of an import that was given up', async () => {
    const job = await desk.taken('id,name[vi]\nG1,A\n');
    expect(await discard(intake, job)).toEqual({ kind: 'changed' });
    expect(await readdir(intake.folder)).not.toContain(job.spool);
    expect((await listJobs(db, { limit: 100 })).map(({ id }) => id)).not.toContain(job.id);
    expect(await discard(intake, job)).toEqual({ kind: 'stale' });
    expect(await discard(intake, { id: 99_999, revision: 1 })).toEqual({ kind: 'not-found' });
  });
});
