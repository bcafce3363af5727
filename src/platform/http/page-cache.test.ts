import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testEdge } from './edge.fixture.ts';
import { cachePages } from './index.ts';

const server = await testEdge();
afterAll(() => server.close());

let made = 0;
const pages = cachePages(server, (request) =>
  request.headers.authorization === undefined && request.url.startsWith('/vi') ? request.url : null,
);
server.get('/vi/page', async (_request, reply) => {
  made += 1;
  return reply
    .type('text/html; charset=utf-8')
    .headers({ 'cache-control': 'public, max-age=60', vary: 'Accept-Language' })
    .send(`<p>${made} ${'Trống đồng '.repeat(200)}</p>`);
});
server.get('/vi/own', async (_request, reply) => {
  made += 1;
  return reply.type('text/html').header('set-cookie', 'a=b').send('<p>own</p>');
});
server.get('/vi/secret', async (_request, reply) => {
  made += 1;
  return reply.type('text/html').header('cache-control', 'private, no-store').send('<p>secret</p>');
});
server.get('/vi/data', async () => {
  made += 1;
  return { made };
});

beforeEach(() => {
  pages.clear();
  made = 0;
});

const get = async (url: string, headers: Record<string, string> = {}) =>
  await server.inject({ url, headers });

describe('the page cache', () => {
  it('makes a page once and answers it in every encoding', async () => {
    const first = await get('/vi/page');
    const again = await get('/vi/page');
    const br = await get('/vi/page', { 'accept-encoding': 'gzip, br' });
    const zipped = await get('/vi/page', { 'accept-encoding': 'gzip;q=0.5, br;q=0' });
    expect(made).toBe(1);
    expect(again.payload).toBe(first.payload);
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(first.payload);
    expect(br.headers['content-encoding']).toBe('br');
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(first.payload);
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(Number(br.headers['content-length'])).toBe(br.rawPayload.length);
  });

  it('keeps the headers of the page, security included, and tells its age', async () => {
    const { headers: first } = await get('/vi/page');
    const { headers } = await get('/vi/page');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=60',
      'content-security-policy': first['content-security-policy'],
      age: '0',
    });
    expect(headers.vary).toBe('Accept-Language, Accept-Encoding, Cookie, Accept');
    expect(first.vary).toBe(headers.vary);
  });

  it('answers 304 to a reader who has the page, fresh or kept', async () => {
    const { headers } = await get('/vi/page');
    const tag = String(headers.etag);
    for (const held of [tag, `"other", ${tag}`, tag.replace('W/', ''), '*']) {
      const reply = await get('/vi/page', { 'if-none-match': held });
      expect([reply.statusCode, reply.payload, reply.headers.etag]).toEqual([304, '', tag]);
    }
    pages.clear();
    made = 0;
    expect((await get('/vi/page', { 'if-none-match': tag })).statusCode).toBe(304);
    expect((await get('/vi/page', { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('keeps variants apart, and readers with credentials out', async () => {
    await get('/vi/page?q=a');
    await get('/vi/page?q=b');
    expect(made).toBe(2);
    await get('/vi/page?q=a', { authorization: 'Bearer x' });
    expect(made).toBe(3);
  });

  it('keeps nothing that is somebody’s own, secret, or no page', async () => {
    for (const url of ['/vi/own', '/vi/secret', '/vi/data', '/vi/none']) {
      await get(url);
      await get(url);
    }
    expect(made).toBe(6);
  });

  it('compresses also what it does not keep', async () => {
    const reply = await get('/vi/page', { authorization: 'Bearer x', 'accept-encoding': 'br' });
    expect(brotliDecompressSync(reply.rawPayload).toString()).toContain('Trống đồng');
  });

  it('answers HEAD without a body', async () => {
    const reply = await server.inject({ method: 'HEAD', url: '/vi/page' });
    expect([reply.statusCode, reply.payload]).toEqual([200, '']);
  });

  it('forgets everything when told to', async () => {
    await get('/vi/page');
    pages.clear();
    await get('/vi/page');
    expect(made).toBe(2);
  });
});
