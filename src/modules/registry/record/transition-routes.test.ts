import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { bodyOf, sourceBody } from '#tests/support/bodies.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const { db, close } = await testDatabase();
const app = await testApp(db);
afterAll(async () => {
  await app.close();
  await close();
});

type Written = { pid: string; version: number };

const create = async (body: unknown = sourceBody()): Promise<string> =>
  ((await app.write('POST', '/records', body)).body as Written).pid;
const act = async (pid: string, name: string, body?: unknown, headers?: Record<string, string>) =>
  await app.write('POST', `/records/${pid}/${name}`, body, headers);
const stateOf = async (pid: string) =>
  ((await app.readAsStaff(`/records/${pid}`)).body as { state: string }).state;

describe('the life of a record', () => {
  it('goes from draft to publication and is confirmed, each step in the history', async () => {
    const pid = await create();
    for (const [name, state] of [
      ['submit', 'submitted'],
      ['return', 'draft'],
      ['submit', 'submitted'],
      ['verify', 'verified'],
      ['publish', 'published'],
    ] as const) {
      expect((await act(pid, name, { reason: 'theo biên bản' })).body).toMatchObject({ change: 'moved' });
      expect(await stateOf(pid)).toBe(state);
    }
    expect((await act(pid, 'confirm')).body).toMatchObject({ change: 'confirmed' });
    expect((await act(pid, 'confirm')).body).toMatchObject({ change: 'unchanged' });
    expect((await app.read(`/records/${pid}`)).body).toMatchObject({ verification: 'confirmed' });
  });

  it('has no shortcuts', async () => {
    const pid = await create();
    const answer = await act(pid, 'publish', undefined, { 'accept-language': 'en' });
    expect(answer.body).toMatchObject({ status: 409, issues: [{ code: 'illegal-transition' }] });
    expect(answer.text).toContain('submitted, withdrawn');
  });

  it('waits for what the next state demands', async () => {
    const pid = await create(bodyOf('source', { name: ['Chỉ có tên'] }));
    const answer = await act(pid, 'submit');
    expect(answer.status).toBe(422);
    const { issues } = answer.body as { issues: { pointer: string }[] };
    expect(issues.map((issue) => issue.pointer)).toEqual(
      expect.arrayContaining(['/fields/sourceType', '/fields/date']),
    );
  });

  it('minds a tag when one is given', async () => {
    const pid = await create();
    await app.write('PUT', `/records/${pid}`, sourceBody('Mới'), { 'if-match': `"${pid}.1"` });
    const late = await act(pid, 'submit', undefined, { 'if-match': `"${pid}.1"` });
    expect(late.body).toMatchObject({ status: 412, current: { version: 2 } });
    expect((await act(pid, 'submit', undefined, { 'if-match': `"${pid}.2"` })).status).toBe(200);
  });

  it('knows no other acts, and no other words', async () => {
    const pid = await create();
    expect((await act(pid, 'explode')).status).toBe(404);
    expect((await act(pid, 'submit', { why: 'x' })).status).toBe(400);
    expect((await act(pid, 'submit', { reason: 7 })).status).toBe(400);
  });
});

describe('restoring', () => {
  it('writes an earlier body as a new version', async () => {
    const pid = await create();
    await app.write('PUT', `/records/${pid}`, sourceBody('Sai'), { 'if-match': `"${pid}.1"` });
    expect((await act(pid, 'restore', { version: 1 })).status).toBe(428);
    const answer = await act(pid, 'restore', { version: 1 }, { 'if-match': `"${pid}.2"` });
    expect(answer.body).toMatchObject({ version: 3, change: 'updated' });
    expect((await act(pid, 'restore', { version: 8 }, { 'if-match': `"${pid}.3"` })).status).toBe(404);
    expect((await act(pid, 'restore', {})).body).toMatchObject({
      status: 400,
      issues: [{ pointer: '/version' }],
    });
  });
});

describe('merging', () => {
  it('is refused with itself, with another kind, with nothing, and without a reason', async () => {
    const [pid, museum] = [await create(), await create(bodyOf('museum', { name: ['Bảo tàng'] }))];
    expect((await act(pid, 'merge', { into: pid, reason: 'x' })).body).toMatchObject({ status: 409 });
    expect((await act(pid, 'merge', { into: museum, reason: 'x' })).body).toMatchObject({
      issues: [{ code: 'merge-of-kinds' }],
    });
    expect((await act(pid, 'merge', { into: 'd1bcdfghjk', reason: 'x' })).body).toMatchObject({
      status: 404,
      issues: [{ code: 'unknown-subject' }],
    });
    expect((await act(pid, 'merge', { into: museum })).body).toMatchObject({
      issues: [{ pointer: '/reason' }],
    });
  });
});

describe('erasing personal data', () => {
  it('leaves a mark and no value, in every version', async () => {
    const contact = 'bà Nguyễn Thị Hoa, 0900 000 000';
    const pid = await create(bodyOf('museum', { name: ['Bảo tàng'], internalContact: [contact] }));
    expect((await app.readAsStaff(`/records/${pid}`)).text).toContain(contact);
    const answer = await act(pid, 'erase', { reason: 'theo yêu cầu của chủ thể dữ liệu' });
    expect(answer.body).toMatchObject({ change: 'erased' });
    const after = await app.readAsStaff(`/records/${pid}?version=1`);
    expect(after.text).not.toContain(contact);
    expect(after.body).toMatchObject({ absences: { internalContact: 'restricted' } });
    expect((await act(pid, 'erase', {})).status).toBe(400);
  });
});
