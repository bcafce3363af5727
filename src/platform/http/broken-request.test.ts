import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { testEdge } from './edge.fixture.ts';

const server = await testEdge();
await server.listen({ host: '127.0.0.1', port: 0 });
afterAll(() => server.close());

const address = server.server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;

/** Sends bytes as they are and reads until the other side closes. */
async function talk(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const parts: Buffer[] = [];
  socket.write(text);
  for await (const part of socket) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('what is no HTTP', () => {
  it('is told so in a problem document', async () => {
    const answer = await talk('HELLO\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    const [, body = ''] = answer.split('\r\n\r\n');
    expect(JSON.parse(body)).toMatchObject({ status: 400, issues: [{ code: 'not-http' }] });
    expect(answer).toContain(`content-length: ${Buffer.byteLength(body)}\r\n`);
  });

  it('is told so when its head is without end', async () => {
    const answer = await talk(`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'y'.repeat(140_000)}\r\n\r\n`);
    expect(answer).toContain('head-too-large');
  });

  it('a long Vietnamese query is answered by its route', async () => {
    const q = encodeURIComponent('ồ'.repeat(10_000));
    const reply = await fetch(`http://127.0.0.1:${port}/api/list?q=${q}`);
    expect(await reply.json()).toMatchObject({
      status: 400,
      issues: [{ pointer: '/query/q', code: 'maxLength' }],
    });
  });
});
