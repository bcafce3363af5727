import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer, type HttpServer } from '#platform/http/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { actorId, createAdministratorToken, identifyReaders } from './index.ts';

const { db, close } = await testDatabase();
const bodies: string[] = [];
let server: HttpServer;
let token: string;
let administrator: number;

beforeAll(async () => {
  token = await createAdministratorToken(db);
  administrator = await actorId(db, 'administrator');
  server = await createHttpServer({
    log: pino({ level: 'silent' }),
    requestsPerMinute: 0,
    trustProxy: false,
    readJson: (text) => {
      bodies.push(text);
      return { kind: 'json', value: JSON.parse(text) };
    },
  });
  identifyReaders(server, db, '/api/');
  for (const url of ['/api/who', '/who'])
    for (const method of ['GET', 'POST', 'PUT', 'DELETE'] as const)
      server.route({ method, url, handler: async (request) => request.reader });
});
afterAll(async () => {
  await server.close();
  await close();
});

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';

async function ask(method: Method, url: string, authorization?: string, payload?: object) {
  const headers = authorization === undefined ? {} : { authorization };
  const reply = await server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return {
    status: reply.statusCode,
    body: reply.payload === '' ? null : reply.json(),
    headers: reply.headers,
  };
}

const NOBODY = { actorId: null, staff: false };

describe('who sends a request', () => {
  it('is nobody in particular without a token, and may read', async () => {
    expect(await ask('GET', '/api/who')).toMatchObject({ status: 200, body: NOBODY });
    expect((await ask('HEAD', '/api/who')).status).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE'] as const)('may not %s without a token', async (method) => {
    const { status, body, headers } = await ask(method, '/api/who');
    expect([status, body.type]).toEqual([401, 'urn:disan:problem:unauthenticated']);
    expect(headers['www-authenticate']).toMatch(/^Bearer /);
  });

  it.each([['Bearer TOKEN'], ['bearer TOKEN'], ['BEARER   TOKEN ']])(
    'is the administrator with %j',
    async (form) => {
      const authorization = form.replace('TOKEN', token);
      const known = { status: 200, body: { actorId: administrator, staff: true } };
      expect(await ask('GET', '/api/who', authorization)).toMatchObject(known);
      expect(await ask('POST', '/api/who', authorization)).toMatchObject(known);
    },
  );

  it.each([
    ['Bearer'],
    ['Bearer '],
    ['Bearer TOKENx'],
    ['Bearer TOKEN TOKEN'],
    ['Bearer TOKEN,'],
    ['TOKEN'],
    ['Basic TOKEN'],
    ['Digest username="TOKEN"'],
    [''],
  ])('is refused with %j, for reading too', async (form) => {
    const authorization = form.replaceAll('TOKEN', token);
    expect((await ask('GET', '/api/who', authorization)).status).toBe(401);
    expect((await ask('POST', '/api/who', authorization)).status).toBe(401);
  });

  it('is forgotten when a new token is made', async () => {
    const old = token;
    token = await createAdministratorToken(db);
    expect((await ask('GET', '/api/who', `Bearer ${old}`)).status).toBe(401);
    expect((await ask('GET', '/api/who', `Bearer ${token}`)).status).toBe(200);
  });

  it('is not the one of the request before', async () => {
    expect((await ask('GET', '/api/who', `Bearer ${token}`)).body.staff).toBe(true);
    const both = await Promise.all([ask('GET', '/api/who'), ask('GET', '/api/who', `Bearer ${token}`)]);
    expect(both.map(({ body }) => body.staff)).toEqual([false, true]);
  });
});

describe('the guarded part of the site', () => {
  it('is found by the route, however its address is written', async () => {
    expect((await ask('POST', '/%61pi/who')).status).toBe(401);
    expect((await ask('POST', '/api/%77ho')).status).toBe(401);
  });

  it('leaves the rest to itself: there a token says nothing', async () => {
    expect(await ask('POST', '/who')).toMatchObject({ status: 200, body: NOBODY });
    expect(await ask('GET', '/who', 'Bearer wrong')).toMatchObject({ status: 200, body: NOBODY });
    expect(await ask('GET', '/who', `Bearer ${token}`)).toMatchObject({ status: 200, body: NOBODY });
  });

  it('reads no body of somebody unknown', async () => {
    bodies.length = 0;
    expect((await ask('POST', '/api/who', 'Bearer wrong', { big: 'body' })).status).toBe(401);
    expect((await ask('POST', '/api/who', undefined, { big: 'body' })).status).toBe(401);
    expect(bodies).toEqual([]);
    await ask('POST', '/api/who', `Bearer ${token}`, { big: 'body' });
    expect(bodies).toEqual(['{"big":"body"}']);
  });
});
