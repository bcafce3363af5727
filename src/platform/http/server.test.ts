import { afterAll, describe, expect, it } from 'vitest';
import { testEdge } from './edge.fixture.ts';
import { BODY_LIMIT_BYTES } from './instance.ts';

const server = await testEdge();
server.get('/slow', { handlerTimeout: 30 }, () => new Promise(() => {}));
afterAll(() => server.close());

const json = { 'content-type': 'application/json' };

describe('a request that does not fit its route', () => {
  it('is told every wrong place, with its pointer', async () => {
    const reply = await server.inject({
      url: '/api/list?limit=0&q=x&lmit=3&q2=',
      headers: { 'accept-language': 'en' },
    });
    expect(reply.statusCode).toBe(400);
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(
      reply.json().issues.map((issue: { pointer: string; code: string }) => [issue.pointer, issue.code]),
    ).toEqual([
      ['/query/lmit', 'additionalProperties'],
      ['/query/q2', 'additionalProperties'],
      ['/query/limit', 'minimum'],
    ]);
    expect(reply.json().issues[0].message).toBe(
      'This property is not known; remove it or check its spelling.',
    );
  });

  it('gets defaults and numbers read from text', async () => {
    expect((await server.inject('/api/list')).json()).toEqual({ limit: 24 });
    expect((await server.inject('/api/list?limit=7')).json()).toEqual({ limit: 7 });
    expect((await server.inject('/api/list?limit=7.5')).statusCode).toBe(400);
    expect((await server.inject('/api/list?q=a&q=b')).json().issues).toMatchObject([{ pointer: '/query/q' }]);
  });

  it.each([
    ['a missing property', {}, '/name', 'required'],
    ['an unknown one', { name: 'ab', 'a/b~': 1 }, '/a~1b~0', 'additionalProperties'],
    ['a number for a text', { name: 7 }, '/name', 'type'],
    ['too short a text', { name: 'a' }, '/name', 'minLength'],
    ['a list', [], '', 'type'],
  ])('names the place of %s in a body', async (_what, payload, pointer, code) => {
    const reply = await server.inject({ method: 'POST', url: '/api/things', payload });
    expect(reply.json()).toMatchObject({ status: 400, issues: [{ pointer, code }] });
  });

  it('is answered in Vietnamese unless English is preferred', async () => {
    const titleFor = async (language: string) =>
      (await server.inject({ url: '/api/none', headers: { 'accept-language': language } })).json().title;
    expect(await titleFor('')).toBe('Không tìm thấy');
    expect(await titleFor('fr, en;q=0.2, vi;q=0.4')).toBe('Không tìm thấy');
    expect(await titleFor('en-GB')).toBe('Not found');
    const reply = await server.inject({ url: '/api/none', headers: { 'accept-language': 'en' } });
    expect(reply.headers).toMatchObject({ 'content-language': 'en', 'cache-control': 'no-store' });
  });
});

describe('a body', () => {
  const send = async (payload: string | Buffer, headers: Record<string, string> = json) =>
    await server.inject({ method: 'POST', url: '/api/acts', payload, headers });

  it('is read as JSON by the reader given', async () => {
    expect((await send('{"a":1}')).json()).toEqual({ body: { a: 1 } });
    expect((await send('{"a":')).json()).toMatchObject({ status: 400, issues: [{ code: 'malformed' }] });
  });

  it('may be missing', async () => {
    expect((await server.inject({ method: 'POST', url: '/api/acts' })).json()).toEqual({ body: null });
    expect((await send('')).json()).toEqual({ body: null });
  });

  it('must be UTF-8', async () => {
    const reply = await send(Buffer.from([0x22, 0xc3, 0x28, 0x22]));
    expect(reply.json()).toMatchObject({ status: 400, issues: [{ pointer: '', code: 'not-utf-8' }] });
  });

  it('must be JSON, and not too large', async () => {
    const xml = await send('<a/>', { 'content-type': 'application/xml' });
    expect(xml.json()).toMatchObject({ status: 415 });
    expect(xml.headers.accept).toBe('application/json');
    const large = await send(`"${'x'.repeat(BODY_LIMIT_BYTES)}"`);
    expect(large.json()).toMatchObject({ status: 413, limitBytes: BODY_LIMIT_BYTES });
  });
});

describe('what goes wrong inside', () => {
  it('never shows', async () => {
    const reply = await server.inject('/api/faults/none');
    expect(reply.statusCode).toBe(500);
    expect(reply.payload).not.toMatch(/secret|line 12|node_modules|\.ts/);
    expect(reply.json().reference).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['53300', '57P03', '40001', '40P01', '55P03', 'ECONNREFUSED'])('is passing: %s', async (code) => {
    const reply = await server.inject(`/api/faults/${code}`);
    expect(reply.json()).toMatchObject({ status: 503, type: 'urn:disan:problem:busy' });
    expect(reply.headers['retry-after']).toBe('5');
  });

  it('is given up in time', async () => {
    expect((await server.inject('/slow')).json()).toMatchObject({
      status: 503,
      type: 'urn:disan:problem:too-slow',
    });
    expect((await server.inject('/api/faults/57014')).json()).toMatchObject({
      type: 'urn:disan:problem:too-slow',
    });
  });
});

describe('every answer', () => {
  it('tells browsers to run nothing but our own files', async () => {
    const { headers } = await server.inject('/api/list');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
  });
});

describe('the limit of requests', () => {
  it('answers with a problem and when to come back', async () => {
    const limited = await testEdge({ requestsPerMinute: 2 });
    await limited.inject('/api/list');
    await limited.inject('/api/list');
    const reply = await limited.inject({ url: '/api/list', headers: { 'accept-language': 'en' } });
    expect(reply.json()).toMatchObject({ status: 429, title: 'Too many requests' });
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    await limited.close();
  });

  it('counts addresses behind a trusted proxy one by one, and trusts nobody else', async () => {
    const from = (address: string) => ({ url: '/api/list', headers: { 'x-forwarded-for': address } });
    const statuses = async (trustProxy: boolean) => {
      const limited = await testEdge({ requestsPerMinute: 1, trustProxy });
      const first = await limited.inject(from('203.0.113.1'));
      const second = await limited.inject(from('203.0.113.2'));
      await limited.close();
      return [first.statusCode, second.statusCode];
    };
    expect(await statuses(true)).toEqual([200, 200]);
    expect(await statuses(false)).toEqual([200, 429]);
  });

  it('is not misled by addresses that the client makes up', async () => {
    const limited = await testEdge({ requestsPerMinute: 1, trustProxy: true });
    const through = (made: string) =>
      limited.inject({ url: '/api/list', headers: { 'x-forwarded-for': `${made}, 203.0.113.9` } });
    expect((await through('198.51.100.1')).statusCode).toBe(200);
    expect((await through('198.51.100.2')).statusCode).toBe(429);
    await limited.close();
  });
});

describe('people', () => {
  it('get a page where programs get a problem document', async () => {
    const edge = await testEdge();
    edge.decorate('errorPage', (answer, lang) => `<h1 lang="${lang}">${answer.status}</h1>`);
    const page = await edge.inject({ url: '/en/none', headers: { accept: 'text/html,*/*' } });
    expect(page.payload).toBe('<h1 lang="en">404</h1>');
    expect(page.statusCode).toBe(404);
    const api = await edge.inject({ url: '/api/none', headers: { accept: 'text/html' } });
    expect(api.headers['content-type']).toContain('problem+json');
    await edge.close();
  });
});

describe('an address', () => {
  it('that is not UTF-8 leads nowhere', async () => {
    for (const url of ['/api/%ff', '/api/faults/a%00b', `/api/faults/${'x'.repeat(501)}`])
      expect((await server.inject(url)).json()).toMatchObject({ status: 404 });
  });

  it.each([
    ['/api/list?q=%C3%28', '/query/q'],
    ['/api/list?limit=2&q=a%00b', '/query/q'],
    ['/api/list?%ff=1', '/query/%ff'],
    [`/api/list?limit=2&q=${'x'.repeat(10_000)}`, '/query/q'],
  ])('is told what is wrong with its query: %.40s', async (url, pointer) => {
    expect((await server.inject(url)).json()).toMatchObject({ status: 400, issues: [{ pointer }] });
  });
});
