import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { sourceBody } from '#tests/support/bodies.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const { db, close } = await testDatabase();
const app = await testApp(db);
await app.server.listen({ host: '127.0.0.1', port: 0 });
const address = app.server.server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
afterAll(async () => {
  await app.close();
  await close();
});

describe('on a real port', () => {
  it('answers the API and refuses in the language of the reader', async () => {
    const list = await fetch(`${origin}/api/v1/standards`, {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect([list.status, list.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    const none = await fetch(`${origin}/api/v1/none`, { headers: { 'accept-language': 'en' } });
    expect(none.status).toBe(404);
    expect(none.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await none.json()).toMatchObject({ title: 'Not found', reference: expect.any(String) });
  });

  it('never answers a program with a page', async () => {
    const headers = { accept: 'text/html' };
    for (const path of ['/api/v1/none', '/api/', '/api/v1/records/none', '/api/v1/decisions?x=1']) {
      const reply = await fetch(origin + path, { headers });
      expect(reply.headers.get('content-type')).toContain('problem+json');
    }
  });

  it('asks a browser’s preflight question with what may be read', async () => {
    const reply = await fetch(`${origin}/api/v1/search`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'PUT' },
    });
    expect([reply.status, reply.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD']);
  });

  it('answers HEAD as it answers GET, without the content', async () => {
    const reply = await fetch(`${origin}/api/v1/standards/monument`, { method: 'HEAD' });
    expect([reply.status, await reply.text()]).toEqual([200, '']);
    expect(Number(reply.headers.get('content-length'))).toBeGreaterThan(1_000);
  });

  it('stops when asked, although connections are open', async () => {
    const { db: second, close: closeSecond } = await testDatabase();
    const other = await testApp(second);
    await other.server.listen({ host: '127.0.0.1', port: 0 });
    const place = other.server.server.address();
    const port = typeof place === 'object' && place !== null ? place.port : 0;
    await (await fetch(`http://127.0.0.1:${port}/healthz`)).text();
    await other.close();
    await closeSecond();
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });
});

describe('what operators look at', () => {
  it('says whether the program is alive and can answer', async () => {
    const health = await app.send({ method: 'GET', url: '/healthz' });
    expect([health.status, health.body]).toEqual([200, { status: 'alive' }]);
    const ready = await app.send({ method: 'GET', url: '/readyz' });
    expect([ready.status, ready.body]).toEqual([200, { status: 'ready' }]);
  });

  it('measures by route, for the holder of the token only', async () => {
    await app.read('/records/d1bcdfghjk');
    expect((await app.send({ method: 'GET', url: '/metrics' })).status).toBe(401);
    const wrong = await app.send({ method: 'GET', url: '/metrics', headers: { authorization: 'Bearer x' } });
    expect(wrong.status).toBe(401);
    const headers = { authorization: `Bearer ${app.token}` };
    const { text } = await app.send({ method: 'GET', url: '/metrics', headers });
    expect(text).toContain(
      'http_request_duration_seconds_count{method="GET",route="/api/v1/records/:pid",status="404"}',
    );
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('d1bcdfghjk');
  });

  it('says when it cannot answer', async () => {
    const { db: lost, close: closeLost } = await testDatabase();
    const cut = await testApp(lost);
    await closeLost();
    const ready = await cut.server.inject('/readyz');
    expect(ready.json()).toMatchObject({ status: 503, type: 'urn:disan:problem:busy' });
    expect((await cut.server.inject('/healthz')).statusCode).toBe(200);
    await cut.close();
  });
});

describe('pages', () => {
  const page = async (url: string, headers: Record<string, string> = {}) =>
    await app.server.inject({ url, headers });

  it('are kept for readers without credentials, and never for others', async () => {
    const first = await page('/vi/tieu-chuan');
    const kept = await page('/vi/tieu-chuan');
    expect([first.statusCode, first.headers.age, kept.headers.age]).toEqual([200, undefined, '0']);
    const own = await page('/vi/tieu-chuan', { authorization: `Bearer ${app.token}` });
    expect([own.headers.age, own.headers['cache-control']]).toEqual([undefined, 'private, no-store']);
    const stranger = await page('/vi/tieu-chuan', { authorization: 'Bearer wrong' });
    expect([stranger.statusCode, stranger.headers.age]).toEqual([200, undefined]);
  });

  it('are kept apart by how they are shown and under which name, and by nothing else', async () => {
    await page('/en/standards');
    const dark = await page('/en/standards', { cookie: 'hien-thi=theme:dark' });
    expect([dark.headers.age, dark.payload.includes('data-theme="dark"')]).toEqual([undefined, true]);
    expect((await page('/en/standards', { cookie: 'tracker=1' })).headers.age).toBe('0');
    expect((await page('/en/standards', { host: 'evil.example' })).payload).toContain('evil.example');
    expect((await page('/en/standards')).payload).not.toContain('evil.example');
  });

  it('are made anew after a change', async () => {
    await page('/vi/tieu-chuan');
    await app.write('POST', '/records', sourceBody());
    expect((await page('/vi/tieu-chuan')).headers.age).toBeUndefined();
    await page('/vi/tieu-chuan');
    await app.write('POST', '/records', {});
    expect((await page('/vi/tieu-chuan')).headers.age).toBe('0');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const chosen = { method: 'POST', url: '/vi/hien-thi', headers: form, payload: 'theme=dark' } as const;
    expect((await app.server.inject(chosen)).statusCode).toBe(303);
    expect((await page('/vi/tieu-chuan')).headers.age).toBe('0');
  });

  it('are designed where something is not there', async () => {
    const missing = await page('/en/monuments/none', { accept: 'text/html' });
    expect([missing.statusCode, missing.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(missing.headers['cache-control']).toBe('no-store');
  });
});
