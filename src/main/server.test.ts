import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { addressOf, aTerminal, settings } from './invocation.fixture.ts';
import { openRuntime } from './runtime.ts';
import { serve } from './server.ts';

const own = await testDatabase();
let other: Server;
let taken: number;
beforeAll(async () => {
  other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const place = other.address();
  taken = typeof place === 'object' && place !== null ? place.port : 0;
});
afterAll(async () => {
  other.close();
  await own.close();
});

async function serveOn(changes: Record<string, string>, lang: 'vi' | 'en' = 'en') {
  const terminal = aTerminal(lang);
  const config = settings({ DATABASE_URL: await addressOf(own.db), ...changes });
  const opened = await openRuntime({ config, terminal });
  if (opened.kind === 'failed') throw new Error(terminal.said.join('\n'));
  const running = serve(opened.runtime, terminal).finally(opened.runtime.close);
  return { terminal, running };
}

describe('a place where the server cannot listen', () => {
  it('is told in one line with what to do, in the language of the terminal', async () => {
    const { terminal, running } = await serveOn({ DISAN_PORT: String(taken) });
    expect(await running).toBe(1);
    expect(terminal.answers).toEqual([]);
    expect(terminal.said).toEqual([
      `cannot listen on 127.0.0.1:${taken} (EADDRINUSE); choose another port with --port or another address with DISAN_LISTEN`,
    ]);
    const vi = await serveOn({ DISAN_PORT: String(taken) }, 'vi');
    expect(await vi.running).toBe(1);
    expect(vi.terminal.said).toEqual([expect.stringContaining('chọn cổng khác bằng --port')]);
  });

  it('may be an address that this machine has not', async () => {
    const { terminal, running } = await serveOn({ DISAN_LISTEN: '192.0.2.1', DISAN_PORT: '0' });
    expect(await running).toBe(1);
    expect(terminal.said).toEqual([expect.stringMatching(/^cannot listen on 192\.0\.2\.1:0 \(E\w+\)/)]);
  });
});

describe('a server', () => {
  it('says where it is ready, answers, and ends with 0 when it is asked to stop', async () => {
    const { terminal, running } = await serveOn({ DISAN_PORT: '0' });
    await expect.poll(() => terminal.answers, { timeout: 20_000 }).toHaveLength(1);
    const [, address = ''] = /^ready (http:\/\/localhost:\d+)$/.exec(terminal.answers[0] ?? '') ?? [];
    const ready = await fetch(`${address.replace('localhost', '127.0.0.1')}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
    // To this process alone, as a listener of its own: nothing outside is signalled.
    process.emit('SIGTERM');
    expect(await running).toBe(0);
    expect(terminal.said).toEqual(['stopping…']);
    await expect(fetch(address.replace('localhost', '127.0.0.1'))).rejects.toThrow();
  });
});
