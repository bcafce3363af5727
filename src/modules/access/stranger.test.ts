import { afterAll, expect, it } from 'vitest';
import { testEdge } from '#platform/http/edge.fixture.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { createAdministratorToken, identifyReaders } from './index.ts';

const { db, close } = await testDatabase();
const token = await createAdministratorToken(db);
const bodies: string[] = [];
const server = await testEdge({
  readJson: (text) => {
    bodies.push(text);
    return { kind: 'json', value: JSON.parse(text) };
  },
});
identifyReaders(server, db, '/api/');
afterAll(async () => {
  await server.close();
  await close();
});

const post = async (authorization?: string) =>
  await server.inject({
    method: 'POST',
    url: '/api/things',
    payload: { name: 'Trống đồng' },
    headers: authorization === undefined ? {} : { authorization },
  });

it.each([undefined, 'Bearer wrong', 'Basic eDp5'])(
  'the body of a stranger is not read: %s',
  async (authorization) => {
    expect((await post(authorization)).statusCode).toBe(401);
    expect(bodies).toEqual([]);
  },
);

it('the body of the administrator is', async () => {
  expect((await post(`bearer   ${token} `)).statusCode).toBe(200);
  expect(bodies).toEqual(['{"name":"Trống đồng"}']);
});

it('two requests at once are told apart', async () => {
  const [own, other] = await Promise.all([post(`Bearer ${token}`), post()]);
  expect([own.statusCode, other.statusCode]).toEqual([200, 401]);
});
