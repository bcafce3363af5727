import { afterAll, describe, expect, it } from 'vitest';
import { testEdge } from '#platform/http/edge.fixture.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { createAdministratorToken, identifyReaders, readerOf } from './index.ts';

const { db, close } = await testDatabase();
const token = await createAdministratorToken(db);
const server = await testEdge();
identifyReaders(server, db, '/api/');
server.get('/api/me', async (request) => request.reader);
server.get('/page', async (request) => request.reader);
server.get('/own', async (request) => await readerOf(db, request));
server.post('/page', async (request) => request.reader);
server.put('/api/me', async (request) => request.reader);
afterAll(async () => {
  await server.close();
  await close();
});

const send = async (method: 'GET' | 'HEAD' | 'POST' | 'PUT', url: string, authorization?: string) =>
  await server.inject({ method, url, headers: authorization === undefined ? {} : { authorization } });

describe('the guard in front of the API', () => {
  it('knows nobody in particular, and the administrator', async () => {
    expect((await send('GET', '/api/me')).json()).toEqual({ actorId: null, staff: false });
    expect((await send('GET', '/api/me', `Bearer ${token}`)).json()).toEqual({
      actorId: expect.any(Number),
      staff: true,
    });
    expect((await send('PUT', '/api/me', `Bearer ${token}`)).statusCode).toBe(200);
  });

  it.each([
    ['GET', 'Bearer wrong'],
    ['GET', 'Bearer '],
    ['GET', 'Basic YTpi'],
    ['HEAD', 'Bearer wrong'],
    ['PUT', undefined],
    ['PUT', 'Bearer wrong'],
    ['PUT', 'Token abc'],
  ] as const)('refuses %s with %s', async (method, authorization) => {
    const reply = await send(method, '/api/me', authorization);
    expect(reply.statusCode).toBe(401);
    expect(reply.headers['www-authenticate']).toBe('Bearer realm="disan"');
  });

  it('does not mind how the address is written', async () => {
    for (const url of ['/%61pi/me', '/api/%6De', '/api/me?x=/page'])
      expect((await send('PUT', url)).statusCode).toBe(401);
  });

  it('keeps one request’s reader out of the next', async () => {
    await send('GET', '/api/me', `Bearer ${token}`);
    expect((await send('GET', '/api/me')).json()).toMatchObject({ staff: false });
  });

  it('leaves what stands elsewhere to its own', async () => {
    expect((await send('GET', '/page', 'Bearer wrong')).json()).toEqual({ actorId: null, staff: false });
    expect((await send('POST', '/page')).statusCode).toBe(200);
    expect((await send('GET', '/own', `Bearer ${token}`)).json()).toMatchObject({ kind: 'administrator' });
    expect((await send('GET', '/own', 'Bearer wrong')).json()).toEqual({ kind: 'bad-token' });
    expect((await send('GET', '/own')).json()).toMatchObject({ kind: 'anonymous' });
  });

  it('forgets a token when the next one is made', async () => {
    await createAdministratorToken(db);
    expect((await send('GET', '/api/me', `Bearer ${token}`)).statusCode).toBe(401);
  });
});
