import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { sourceBody } from '#tests/support/bodies.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const { db, close } = await testDatabase();
const app = await testApp(db);
await app.server.listen({ host: '127.0.0.1', port: 0 });
const place = app.server.server.address();
const origin = `http://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}/api/v1`;
afterAll(async () => {
  await app.close();
  await close();
});

const headers = { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' };

async function send(method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
  const reply = await fetch(origin + path, {
    method,
    headers: { ...headers, ...more },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: reply.status,
    etag: reply.headers.get('etag') ?? '',
    body: (await reply.json()) as unknown,
  };
}

const create = async (): Promise<string> =>
  ((await send('POST', '/records', sourceBody())).body as { pid: string }).pid;

type Full = { fields: { name: { id: string; value: string; lang: string }[] }; standard: string };

/** Reads, adds a name of its own, writes; when somebody was faster, does it again on top of what came with the refusal. */
async function addName(pid: string, value: string, id: string): Promise<number> {
  let { etag, body } = await send('GET', `/records/${pid}?view=full`);
  for (let attempt = 1; ; attempt += 1) {
    const { standard, fields } = body as Full;
    const name = [...fields.name, { id, value, lang: 'vi' }];
    const written = await send(
      'PUT',
      `/records/${pid}`,
      { standard, fields: { ...fields, name } },
      { 'if-match': etag },
    );
    if (written.status === 200) return attempt;
    expect(written.status).toBe(412);
    etag = written.etag;
    body = (written.body as { current: Full }).current;
  }
}

describe('many writers at once', () => {
  it('lose no edit', { timeout: 60_000 }, async () => {
    const pid = await create();
    const writers = Array.from({ length: 10 }, (_, i) => `Người ${i}`);
    const attempts = await Promise.all(writers.map((writer, i) => addName(pid, writer, `name-w${i}`)));
    expect(Math.max(...attempts)).toBeGreaterThan(1);
    const { body } = await send('GET', `/records/${pid}?view=full`);
    const names = (body as Full).fields.name.map(({ value }) => value);
    expect(names.toSorted()).toEqual([...writers, 'Đại Việt sử ký toàn thư'].toSorted());
    const { body: versions } = await send('GET', `/records/${pid}/versions?limit=100`);
    expect((versions as { items: unknown[] }).items).toHaveLength(writers.length + 1);
  });

  it('make one record with one key', async () => {
    const key = { 'idempotency-key': 'cung-mot-lan' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => send('POST', '/records', sourceBody(), key)),
    );
    expect(new Set(answers.map(({ body }) => (body as { pid: string }).pid)).size).toBe(1);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 201]);
  });

  it('move a record through a state once', async () => {
    const pid = await create();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => send('POST', `/records/${pid}/submit`)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409]);
  });

  it('cannot merge two records into each other', async () => {
    const [a, b] = [await create(), await create()];
    const answers = await Promise.all([
      send('POST', `/records/${a}/merge`, { into: b, reason: 'một' }),
      send('POST', `/records/${b}/merge`, { into: a, reason: 'hai' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});
