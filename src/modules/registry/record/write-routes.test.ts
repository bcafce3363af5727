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

type Written = { pid: string; version: number; change: string };

const create = async (): Promise<string> =>
  ((await app.write('POST', '/records', sourceBody())).body as Written).pid;
const versions = async () => (await db.selectFrom('record_version').select('version').execute()).length;

describe('who may write', () => {
  const attempts: ['POST' | 'PUT' | 'DELETE', string][] = [
    ['POST', '/api/v1/records'],
    ['PUT', '/api/v1/records/d1xxxxxxxx'],
    ['POST', '/api/v1/records/d1xxxxxxxx/publish'],
    ['POST', '/api/v1/decisions'],
    ['DELETE', '/api/v1/relations/1'],
    ['POST', '/api/v1/changesets/1/revert'],
    ['POST', '/api/v1/duplicates/1/distinct'],
    // The router reads %61 as "a": the guard must not be passed by it.
    ['POST', '/%61pi/v1/records'],
  ];

  it.each(attempts)('nobody without a token: %s %s', async (method, url) => {
    const before = await versions();
    for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: 'Basic YTpi' }]) {
      const reply = await app.send({ method, url, headers, payload: sourceBody() });
      expect(reply.status).toBe(401);
      expect(reply.headers['www-authenticate']).toContain('Bearer');
    }
    expect(await versions()).toBe(before);
  });

  it('a wrong token is refused for reading too', async () => {
    for (const authorization of ['Bearer wrong', 'Bearer', `Bearer ${app.token}x`, app.token, 'Basic YTpi'])
      expect((await app.read('/standards', { authorization })).status).toBe(401);
    expect((await app.read('/standards', { authorization: `bearer  ${app.token} ` })).status).toBe(200);
  });

  it('a stranger’s body is not even read', async () => {
    const headers = { 'content-type': 'application/json' };
    const reply = await app.send({ method: 'POST', url: '/api/v1/records', headers, payload: '{"a":' });
    expect(reply.status).toBe(401);
  });
});

describe('creating a record', () => {
  it('answers with its place, version and tag', async () => {
    const { status, body, headers } = await app.write('POST', '/records', {
      ...sourceBody(),
      reason: 'nhập mới',
    });
    const { pid } = body as Written;
    expect([status, body]).toEqual([201, { pid, version: 1, change: 'created', repeated: false }]);
    expect(headers).toMatchObject({ location: `/api/v1/records/${pid}`, etag: `"${pid}.1"` });
    expect((await app.readAsStaff(`/records/${pid}`)).body).toMatchObject({
      provenance: { reason: 'nhập mới' },
    });
  });

  it('is made once for one Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'nhap-1'.normalize() };
    const first = await app.write('POST', '/records', sourceBody(), key);
    const again = await app.write('POST', '/records', sourceBody(), key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual({ ...(first.body as object), repeated: true });
  });

  it('never takes another request under the same Idempotency-Key for done', async () => {
    const key = { 'idempotency-key': 'nhap-2' };
    const { pid } = (await app.write('POST', '/records', sourceBody(), key)).body as Written;
    const before = await versions();
    const others = [
      await app.write('POST', '/records', sourceBody('Khác'), key),
      await app.write('PUT', `/records/${pid}`, sourceBody('Khác'), { ...key, 'if-match': `"${pid}.1"` }),
      await app.write('POST', `/records/${pid}/submit`, undefined, key),
    ];
    expect(others.map(({ status }) => status)).toEqual([409, 409, 409]);
    expect(others[0]?.body).toMatchObject({ issues: [{ code: 'key-reused' }] });
    expect(await versions()).toBe(before);
  });

  it.each([
    ['no body', undefined, '', 'type'],
    ['an unknown property', { ...sourceBody(), title: 'x' }, '/title', 'additionalProperties'],
    [
      'an unknown field',
      bodyOf('source', { name: ['x'], colour: ['red'] }),
      '/fields/colour',
      'unknown-field',
    ],
    ['an unknown standard', { standard: 'drum@1.0', fields: {} }, '/standard', 'unknown-standard'],
    [
      'an unknown code',
      sourceBody('x', { sourceType: ['tweet'] }),
      '/fields/sourceType/0/value',
      'unknown-code',
    ],
    ['no name', bodyOf('source', {}), '/fields/name', 'missing-mandatory'],
    ['a wrong statement', { ...sourceBody(), fields: { name: ['x'] } }, '/fields/name/0', 'type'],
  ])('is refused with %s', async (_what, body, pointer, code) => {
    const before = await versions();
    const answer = await app.write('POST', '/records', body, { 'accept-language': 'en' });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ title: 'The request is not valid' });
    const { issues } = answer.body as { issues: { pointer: string; code: string }[] };
    expect(issues.map((issue) => `${issue.pointer} ${issue.code}`)).toContain(`${pointer} ${code}`);
    expect(await versions()).toBe(before);
  });

  it.each([
    ['not JSON', '{"standard":', 'malformed', 'dòng 1'],
    ['a repeated name', '{"standard":"a","standard":"b"}', 'duplicate-key', 'cột'],
    ['half a character', '{"standard":"\\ud800"}', 'lone-surrogate', '/standard'],
    ['U+0000', '{"standard":"a\\u0000"}', 'null-character', '/standard'],
    ['a number too long', '{"standard":123456789012345678901}', 'number-out-of-range', 'chuỗi'],
  ])('is refused when the body has %s', async (_what, payload, code, word) => {
    const headers = { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' };
    const answer = await app.send({ method: 'POST', url: '/api/v1/records', headers, payload });
    expect(answer.body).toMatchObject({ status: 400, issues: [{ code }] });
    expect(answer.text).toContain(word);
  });

  it('keeps SQL and HTML as the text they are', async () => {
    const name = `'); drop table record; -- <script>alert(1)</script>`;
    const { pid } = (await app.write('POST', '/records', sourceBody(name))).body as Written;
    expect((await app.readAsStaff(`/records/${pid}`)).body).toMatchObject({ fields: { name } });
  });
});

describe('writing a new version', () => {
  it('needs the tag of the version that was read', async () => {
    const pid = await create();
    const missing = await app.write('PUT', `/records/${pid}`, sourceBody('Mới'));
    expect(missing.body).toMatchObject({ status: 428 });
    const { headers } = await app.readAsStaff(`/records/${pid}`);
    const tag = { 'if-match': String(headers.etag) };
    const written = await app.write('PUT', `/records/${pid}`, sourceBody('Mới'), tag);
    expect([written.status, written.headers.etag]).toEqual([200, `"${pid}.2"`]);
    expect(written.body).toMatchObject({ version: 2, change: 'updated' });
  });

  it('gives whoever was too late the current state', async () => {
    const pid = await create();
    await app.write('PUT', `/records/${pid}`, sourceBody('Nhanh hơn'), { 'if-match': `"${pid}.1"` });
    for (const tag of [`"${pid}.1"`, `"${pid}.9"`, '"other.2"', '*', 'nonsense']) {
      const late = await app.write('PUT', `/records/${pid}`, sourceBody('Chậm'), { 'if-match': tag });
      expect(late.status).toBe(412);
      expect(late.headers.etag).toBe(`"${pid}.2"`);
      expect(late.body).toMatchObject({
        current: { pid, version: 2, state: 'draft', fields: { name: [{ value: 'Nhanh hơn' }] } },
      });
    }
  });

  it('lets one of many at once win, and loses no edit', async () => {
    const pid = await create();
    const tag = { 'if-match': `"${pid}.1"` };
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => app.write('PUT', `/records/${pid}`, sourceBody(`Bản ${i}`), tag)),
    );
    const statuses = answers.map((answer) => answer.status).toSorted();
    expect(statuses).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
    expect((await app.readAsStaff(`/records/${pid}`)).body).toMatchObject({ version: 2 });
  });

  it('writes nothing for the same body', async () => {
    const pid = await create();
    const same = await app.write('PUT', `/records/${pid}`, sourceBody(), { 'if-match': `"${pid}.1"` });
    expect([same.status, same.body]).toEqual([
      200,
      { pid, version: 1, change: 'unchanged', repeated: false },
    ]);
  });

  it('names what it cannot find', async () => {
    const answer = await app.write('PUT', '/records/d1bcdfghjk', sourceBody(), {
      'if-match': '"d1bcdfghjk.1"',
    });
    expect(answer.status).toBe(404);
    expect(
      (await app.write('PUT', '/records/NOT-A-PID', sourceBody(), { 'if-match': '"x.1"' })).body,
    ).toMatchObject({
      status: 400,
      issues: [{ pointer: '/params/pid' }],
    });
  });
});
