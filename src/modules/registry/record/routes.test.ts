import { afterAll, describe, expect, it } from 'vitest';
import { type Answer, testApp } from '#tests/support/app.ts';
import { bodyOf, sourceBody } from '#tests/support/bodies.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const { db, close } = await testDatabase();
const app = await testApp(db);
afterAll(async () => {
  await app.close();
  await close();
});

const create = async (body: unknown = sourceBody()): Promise<string> => {
  const answer = await app.write('POST', '/records', body);
  expect(answer.status).toBe(201);
  return pidIn(answer);
};

const pidIn = ({ body }: Answer): string => String((body as { pid: string }).pid);

const publish = async (pid: string): Promise<string> => {
  for (const act of ['submit', 'verify', 'publish'])
    expect((await app.write('POST', `/records/${pid}/${act}`)).status).toBe(200);
  return pid;
};

describe('reading a record', () => {
  it('gives one value per field', async () => {
    const pid = await publish(await create());
    const { status, body, headers } = await app.read(`/records/${pid}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      pid,
      ark: `ark:99999/${pid}`,
      kind: 'source',
      state: 'published',
      verification: 'unconfirmed',
      version: 1,
      standard: 'source@1.0',
      title: { vi: 'Đại Việt sử ký toàn thư' },
      fields: { name: 'Đại Việt sử ký toàn thư', sourceType: 'chronicle', licence: 'CC0-1.0' },
      absences: {},
      designations: [],
      relations: [],
      assets: [],
      rights: { licence: 'CC0-1.0' },
      completeness: {
        score: expect.any(Number),
        gates: { published: { required: 60, reached: expect.any(Boolean) } },
      },
      provenance: { actor: 'administrator' },
    });
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, no-cache',
      'content-language': 'vi',
      vary: 'Accept-Language, Authorization',
      'access-control-allow-origin': '*',
    });
  });

  it('says why a field is empty', async () => {
    const fields = { ...sourceBody().fields, date: [{ id: 'd', absent: 'unknown' }] };
    const pid = await create({ standard: 'source@1.0', fields });
    expect((await app.readAsStaff(`/records/${pid}`)).body).toMatchObject({
      fields: { date: null },
      absences: { date: 'unknown' },
    });
  });

  it('gives all statements on request, as they are sent back to be written', async () => {
    const pid = await publish(await create());
    const { body } = await app.read(`/records/${pid}?view=full`);
    expect((body as { fields: unknown }).fields).toEqual(sourceBody().fields);
    expect(body).not.toHaveProperty('absences');
    expect(body).toMatchObject({
      completeness: { missing: expect.any(Array), gates: { published: { toGo: expect.any(Array) } } },
    });
  });

  it('answers 304 until the record or what is said of it changes', async () => {
    const pid = await publish(await create());
    const { headers } = await app.read(`/records/${pid}`);
    const tag = String(headers.etag);
    expect(tag).toMatch(new RegExp(`^"${pid}\\.1\\.`));
    const held = { 'if-none-match': tag };
    const unchanged = await app.read(`/records/${pid}`, held);
    expect([unchanged.status, unchanged.text, unchanged.headers.etag]).toEqual([304, '', tag]);
    expect((await app.read(`/records/${pid}?view=full`, held)).status).toBe(200);
    await app.write('POST', `/records/${pid}/confirm`);
    expect((await app.read(`/records/${pid}`, held)).status).toBe(200);
  });

  it('shows a draft to staff only, and no private field to others', async () => {
    const museum = bodyOf('museum', { name: ['Bảo tàng'], storage: ['Kho số 3'] });
    const draft = await create(museum);
    expect((await app.read(`/records/${draft}`)).status).toBe(404);
    const seen = await app.readAsStaff(`/records/${draft}`);
    expect(seen.body).toMatchObject({ state: 'draft', fields: { storage: 'Kho số 3' } });
    expect(seen.headers['cache-control']).toBe('private, no-cache');
    expect(seen.headers['access-control-allow-origin']).toBeUndefined();
    await db
      .updateTable('record')
      .set({ access_class: 1, state: 'published' })
      .where('pid', '=', draft)
      .execute();
    await db
      .insertInto('publication')
      .columns(['record_id', 'version', 'event', 'access_class'])
      .expression(
        db
          .selectFrom('record')
          .select((eb) => ['id', eb.lit(1).as('v'), eb.val('published').as('e'), eb.lit(1).as('c')])
          .where('pid', '=', draft),
      )
      .execute();
    const open = await app.read(`/records/${draft}`);
    expect(open.body).toMatchObject({ fields: { storage: null }, absences: { storage: 'restricted' } });
    expect(open.text).not.toContain('Kho số 3');
  });

  it('gives an earlier version by number and by day', async () => {
    const pid = await publish(await create());
    await app.write('PUT', `/records/${pid}`, sourceBody('Toàn thư'), { 'if-match': `"${pid}.1"` });
    expect((await app.read(`/records/${pid}?version=1`)).body).toMatchObject({
      version: 1,
      currentVersion: 2,
    });
    const today = new Date().toISOString().slice(0, 10);
    expect((await app.read(`/records/${pid}?at=${today}T23:59:59Z`)).body).toMatchObject({ version: 2 });
    expect((await app.read(`/records/${pid}?at=1999-01-01`)).status).toBe(404);
    expect((await app.read(`/records/${pid}?version=9`)).status).toBe(404);
  });

  it.each([
    ['at=2015-02-31', '/query/at'],
    ['at=hôm nay', '/query/at'],
    ['version=0', '/query/version'],
    ['version=99999999999', '/query/version'],
    ['version=1&at=2015-01-01', '/query/at'],
    ['view=raw', '/query/view'],
    ['lang=en', '/query/lang'],
  ])('refuses ?%s', async (query, pointer) => {
    const pid = await publish(await create());
    const { status, body } = await app.read(`/records/${pid}?${encodeURI(query)}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ issues: [{ pointer }] });
  });

  it('leads from other names to the record, and tells mistyped ones', async () => {
    const pid = await publish(await create());
    await app.write('POST', `/records/${pid}/aliases`, { scheme: 'inventory', value: 'ĐVSK/1' });
    const alias = await app.read(`/records/${encodeURIComponent('inventory:ĐVSK/1')}`);
    expect([alias.status, alias.headers.location]).toEqual([301, `/api/v1/records/${pid}`]);
    const ark = await app.read(`/records/${encodeURIComponent(`ark:/99999/${pid}`)}`);
    expect([ark.status, ark.headers.location]).toEqual([301, `/api/v1/records/${pid}`]);
    const wrong = `${pid.slice(0, -1)}${pid.endsWith('b') ? 'c' : 'b'}`;
    expect((await app.read(`/records/${wrong}`, { 'accept-language': 'en' })).body).toMatchObject({
      status: 404,
      issues: [{ pointer: '/params/pid', code: 'bad-check-character' }],
    });
    for (const none of ['none', 'x:y', "'; drop table record; --"])
      expect((await app.read(`/records/${encodeURIComponent(none)}`)).status).toBe(404);
  });
});

describe('a record that ended', () => {
  it('is a tombstone after withdrawal: since when and why', async () => {
    const pid = await publish(await create());
    expect((await app.write('POST', `/records/${pid}/withdraw`)).body).toMatchObject({
      status: 400,
      issues: [{ pointer: '/reason', code: 'reason-missing' }],
    });
    expect((await app.write('POST', `/records/${pid}/withdraw`, { reason: 'nhập trùng' })).status).toBe(200);
    const { status, body } = await app.read(`/records/${pid}`, { 'accept-language': 'en' });
    expect(status).toBe(410);
    expect(body).toMatchObject({
      title: 'The record was withdrawn',
      reason: 'nhập trùng',
      since: expect.any(String),
    });
    expect(
      (await app.write('PUT', `/records/${pid}`, sourceBody(), { 'if-match': `"${pid}.1"` })).status,
    ).toBe(410);
  });

  it('leads to the one it was merged into, but is not written to', async () => {
    const [from, into] = [await publish(await create()), await publish(await create())];
    const merged = await app.write('POST', `/records/${from}/merge`, { into, reason: 'cùng một bộ sách' });
    expect(merged.body).toMatchObject({ pid: from, change: 'merged' });
    const { status, headers } = await app.read(`/records/${from}`);
    expect([status, headers.location]).toEqual([301, `/api/v1/records/${into}`]);
    const written = await app.write('PUT', `/records/${from}`, sourceBody(), { 'if-match': `"${from}.1"` });
    expect(written.body).toMatchObject({ status: 409, issues: [{ code: 'record-merged' }] });
    expect(written.text).toContain(into);
  });
});
