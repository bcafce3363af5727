import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { testEdge } from './edge.fixture.ts';
import { cachePages } from './index.ts';

const server = await testEdge();
cachePages(server, (request) => request.url);
const made: string[] = [];
server.get('/vi/:name', async (request, reply) => {
  const { name } = request.params as { name: string };
  made.push(name);
  // Random, so that compression cannot make it small.
  return reply
    .type('text/html')
    .send(name.startsWith('large') ? randomBytes(3_000_000).toString('hex') : name);
});
afterAll(() => server.close());
afterEach(() => {
  vi.restoreAllMocks();
  made.length = 0;
});

const get = async (name: string) => await server.inject(`/vi/${name}`);

describe('the page cache', () => {
  it('keeps a page for a minute', async () => {
    const start = performance.now();
    const clock = vi.spyOn(performance, 'now');
    clock.mockReturnValue(start);
    await get('page');
    clock.mockReturnValue(start + 59_000);
    expect((await get('page')).headers.age).toBe('59');
    clock.mockReturnValue(start + 61_000);
    expect((await get('page')).headers.age).toBeUndefined();
    expect(made).toEqual(['page', 'page']);
  });

  it('has a limit of memory, and lets go first of what nobody asked for lately', {
    timeout: 60_000,
  }, async () => {
    await get('wanted');
    await get('forgotten');
    for (let i = 0; i < 6; i += 1) {
      await get(`large-${i}`);
      await get('wanted');
    }
    expect(made.filter((name) => name === 'wanted')).toHaveLength(1);
    await get('forgotten');
    expect(made.filter((name) => name === 'forgotten')).toHaveLength(2);
    await get('large-0');
    expect(made.filter((name) => name === 'large-0')).toHaveLength(2);
  });
});
