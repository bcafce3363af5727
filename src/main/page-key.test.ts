import fc from 'fast-check';
import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { pageKey } from './page-key.ts';

interface Asked {
  url?: string;
  headers?: Record<string, string>;
  host?: string;
}

/** The four things of a request that a key is made from. */
function key({ url = '/vi', headers = {}, host = 'disan.example' }: Asked, publicUrl: string | null = null) {
  return pageKey({ url, headers, host, protocol: 'https' } as FastifyRequest, publicUrl);
}

describe('which answers are kept', () => {
  it.each(['/vi', '/en', '/vi?x=1', '/vi/tim-kiem?q=%C4%91', '/en/artefacts/d1x7'])('%s', (url) => {
    expect(key({ url })).not.toBeNull();
  });

  it.each([
    '/',
    '/api/v1/search',
    '/assets/portal.css',
    '/healthz',
    '/metrics',
    '/vix',
    '/english',
    '/ark:99999/d1',
    '/VI',
  ])('not %s', (url) => {
    expect(key({ url })).toBeNull();
  });

  it('not those for readers with credentials, right or wrong', () => {
    expect(key({ headers: { authorization: 'Bearer x' } })).toBeNull();
    expect(key({ headers: { authorization: '' } })).toBeNull();
  });
});

describe('which answers are kept apart', () => {
  it('by address, display and host', () => {
    const keys = [
      {},
      { url: '/vi?a' },
      { url: '/en' },
      { headers: { cookie: 'hien-thi=theme:dark' } },
      { headers: { cookie: 'hien-thi=text:150' } },
      { host: 'other.example' },
    ].map((asked) => key(asked));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('not by host where the public address is set: all pages name that one', () => {
    const publicUrl = 'https://disan.example';
    expect(key({ host: 'a.example' }, publicUrl)).toBe(key({ host: 'b.example' }, publicUrl));
  });

  it('not by cookies that change no page, nor by how one is written that does', () => {
    expect(key({ headers: { cookie: '_ga=1; s=2' } })).toBe(key({}));
    expect(key({ headers: { cookie: 'hien-thi=theme:system' } })).toBe(key({}));
    expect(key({ headers: { cookie: 'hien-thi=text:150.theme:dark' } })).toBe(
      key({ headers: { cookie: 'x=1; hien-thi=theme:dark.text:150.evil:1' } }),
    );
  });

  it('by no more than the 96 ways of display, whatever cookies are sent', () => {
    const seen = new Set<string | null>();
    fc.assert(
      fc.property(fc.string(), (value) => {
        seen.add(key({ headers: { cookie: `hien-thi=${value}` } }));
      }),
    );
    expect(seen.size).toBeLessThanOrEqual(3 * 2 * 4 * 2 * 2);
  });
});
