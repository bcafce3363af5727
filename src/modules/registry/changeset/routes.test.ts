import { afterAll, describe, expect, it } from 'vitest';
import { findDuplicates } from '#modules/registry/index.ts';
import { testApp } from '#tests/support/app.ts';
import { sourceBody } from '#tests/support/bodies.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const { db, close } = await testDatabase();
const app = await testApp(db);
afterAll(async () => {
  await app.close();
  await close();
});

const create = async (name = 'Bản 1'): Promise<string> =>
  ((await app.write('POST', '/records', sourceBody(name))).body as { pid: string }).pid;

type Changesets = { items: { id: number; reason: string }[]; next?: string };
const newest = async (): Promise<number> =>
  ((await app.readAsStaff('/changesets?limit=1')).body as Changesets).items[0]?.id ?? 0;

describe('changesets', () => {
  it('are for staff', async () => {
    await create();
    expect((await app.read('/changesets')).status).toBe(401);
    expect((await app.read(`/changesets/${await newest()}`)).status).toBe(401);
  });

  it('are listed newest first, page by page', async () => {
    await create();
    await create();
    const first = (await app.readAsStaff('/changesets?limit=1')).body as Changesets;
    const second = (await app.readAsStaff(`/changesets?limit=1&after=${first.next}`)).body as Changesets;
    expect(second.items[0]?.id).toBeLessThan(first.items[0]?.id ?? 0);
  });

  it('show field by field what they did', async () => {
    const pid = await create();
    const edit = { ...sourceBody('Bản 2'), reason: 'sửa tên' };
    await app.write('PUT', `/records/${pid}`, edit, { 'if-match': `"${pid}.1"`, 'idempotency-key': 'sua-1' });
    const { body } = await app.readAsStaff(`/changesets/${await newest()}`);
    expect(body).toMatchObject({
      kind: 'edit',
      key: 'api:sua-1',
      reason: 'sửa tên',
      actor: 'administrator',
      records: {
        items: [
          { pid, fromVersion: 1, toVersion: 2, changes: [{ field: 'name', after: { value: 'Bản 2' } }] },
        ],
      },
    });
    expect((await app.readAsStaff('/changesets/999999')).status).toBe(404);
    expect((await app.readAsStaff('/changesets/x')).status).toBe(400);
  });

  it('are taken back as a whole, once, and for a reason', async () => {
    const pid = await create();
    await app.write('PUT', `/records/${pid}`, sourceBody('Sai'), { 'if-match': `"${pid}.1"` });
    const id = await newest();
    expect((await app.write('POST', `/changesets/${id}/revert`, {})).body).toMatchObject({
      issues: [{ pointer: '/reason' }],
    });
    const reverted = await app.write('POST', `/changesets/${id}/revert`, { reason: 'sai nguồn' });
    expect([reverted.status, reverted.body]).toMatchObject([
      201,
      { reverts: id, counts: expect.any(Object) },
    ]);
    expect((await app.readAsStaff(`/records/${pid}`)).body).toMatchObject({
      version: 3,
      fields: { name: 'Bản 1' },
    });
    expect((await app.readAsStaff(`/changesets/${id}`)).body).toMatchObject({
      revertedBy: expect.any(Number),
    });
    const again = await app.write('POST', `/changesets/${id}/revert`, { reason: 'lần nữa' });
    expect(again.body).toMatchObject({ status: 409, issues: [{ code: 'already-reverted' }] });
    expect((await app.write('POST', '/changesets/999999/revert', { reason: 'x' })).status).toBe(404);
  });

  it('are not taken back from under later edits', async () => {
    const pid = await create();
    await app.write('PUT', `/records/${pid}`, sourceBody('Bản 2'), { 'if-match': `"${pid}.1"` });
    const id = await newest();
    await app.write('PUT', `/records/${pid}`, sourceBody('Bản 3'), { 'if-match': `"${pid}.2"` });
    const { body } = await app.write('POST', `/changesets/${id}/revert`, { reason: 'x' });
    expect(body).toMatchObject({ status: 409, issues: [{ code: 'later-edits' }] });
  });
});

describe('duplicates', () => {
  it('are offered to staff until decided', async () => {
    const pids = [await create('Việt sử lược'), await create('Việt sử lược')];
    const rows = await db.selectFrom('record').select('id').where('pid', 'in', pids).execute();
    await db.transaction().execute((trx) =>
      findDuplicates(
        trx,
        rows.map((row) => row.id),
      ),
    );
    expect((await app.read('/duplicates')).status).toBe(401);
    const { items } = (await app.readAsStaff('/duplicates')).body as {
      items: { id: number; records: { pid: string }[] }[];
    };
    const pair = items.find(({ records }) => records.some(({ pid }) => pids.includes(pid)));
    expect(pair?.records.map(({ pid }) => pid).toSorted()).toEqual(pids.toSorted());
    const decided = await app.write('POST', `/duplicates/${pair?.id}/distinct`);
    expect(decided.body).toEqual({ id: pair?.id, status: 'distinct' });
    expect((await app.write('POST', `/duplicates/${pair?.id}/distinct`)).status).toBe(404);
    const left = (await app.readAsStaff('/duplicates')).body as { items: { id: number }[] };
    expect(left.items.map(({ id }) => id)).not.toContain(pair?.id);
  });
});
