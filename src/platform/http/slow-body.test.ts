import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testEdge } from './edge.fixture.ts';

const WITHIN_MS = 300;
const server = await testEdge({ bodyWithin: WITHIN_MS });
void server.register(async (scope) => {
  scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  const count = async (body: unknown) => {
    let bytes = 0;
    for await (const chunk of body as Readable) bytes += chunk.length;
    return { bytes };
  };
  scope.post('/files', { config: { slowBody: true } }, async ({ body }) => count(body));
  scope.post('/notes', async ({ body }) => count(body));
});
let port = 0;
beforeAll(async () => {
  await server.listen({ port: 0, host: '127.0.0.1' });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** Sends 200 KB in ten parts with a rest after each; `stallAfter`: parts after which nothing more comes. */
async function drip(path: string, { stallAfter = 10 } = {}): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/octet-stream', 'content-length': 200_000 };
  const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers });
  const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', async (reply) => {
      let text = '';
      for await (const chunk of reply) text += chunk;
      resolve({ status: reply.statusCode ?? 0, text });
    });
  });
  let isAnswered = false;
  answer.then(
    () => {
      isAnswered = true;
    },
    () => {
      isAnswered = true;
    },
  );
  for (let part = 0; part < stallAfter && !isAnswered; part += 1) {
    sent.write(Buffer.alloc(20_000));
    await pause(WITHIN_MS / 5);
  }
  if (stallAfter === 10 && !isAnswered) sent.end();
  return await answer;
}

describe('a body that comes slowly', () => {
  it('is read to its end by a route for files, however long it takes', async () => {
    expect(await drip('/files')).toEqual({ status: 200, text: '{"bytes":200000}' });
  });

  it('is ended by such a route once nothing more comes', async () => {
    const { status, text } = await drip('/files', { stallAfter: 2 });
    expect(status).toBe(408);
    expect(JSON.parse(text)).toMatchObject({ status: 408, issues: [{ code: 'too-slow' }] });
  });

  it('is ended by every other route after the time for requests', async () => {
    expect((await drip('/notes')).status).toBe(408);
  });
});
