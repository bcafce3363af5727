import fc from 'fast-check';
import Type from 'typebox';
import { afterAll, describe, expect, it } from 'vitest';
import { testEdge } from './edge.fixture.ts';
import {
  acceptedEncoding,
  allowReadsFromAnywhere,
  isHeld,
  readCursor,
  versionExpected,
  writeCursor,
} from './index.ts';

describe('If-Match', () => {
  it.each([
    [undefined, { kind: 'missing' }],
    ['', { kind: 'missing' }],
    ['"ds1x.7"', { kind: 'version', version: 7 }],
    ['"ds1x.7.AbC-_1"', { kind: 'version', version: 7 }],
    ['W/"ds1x.7"', { kind: 'version', version: 7 }],
    ['"other.1", "ds1x.3"', { kind: 'version', version: 3 }],
    ['"other.1"', { kind: 'other' }],
    ['"ds1x"', { kind: 'other' }],
    ['"ds1x.99999999999"', { kind: 'other' }],
    ['ds1x.7', { kind: 'other' }],
    ['*', { kind: 'other' }],
  ])('%s', (header, expected) => {
    expect(versionExpected(header, 'ds1x')).toEqual(expected);
  });
});

describe('If-None-Match', () => {
  it('compares weakly, in a list, and knows the asterisk', () => {
    expect(isHeld('"a", W/"b"', '"b"')).toBe(true);
    expect(isHeld('"b"', 'W/"b"')).toBe(true);
    expect(isHeld('*', '"b"')).toBe(true);
    expect(isHeld('"a"', '"b"')).toBe(false);
    expect(isHeld(undefined, '"b"')).toBe(false);
  });
});

describe('Accept-Encoding', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.000 , gzip ;q=0', 'identity'],
    ['zstd', 'identity'],
    [undefined, 'identity'],
  ])('%s → %s', (header, encoding) => {
    expect(acceptedEncoding(header)).toBe(encoding);
  });
});

describe('page tokens', () => {
  const KEY = Type.Object({ day: Type.String(), id: Type.Integer() });

  it('come back as they went', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (day, id) => {
        expect(readCursor(KEY, writeCursor({ day, id }))).toEqual({ day, id });
      }),
    );
  });

  it('of another list, or of nobody, are none', () => {
    expect(readCursor(KEY, writeCursor(7))).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readCursor(KEY, text)).toBeUndefined();
      }),
    );
  });
});

describe('other sites', async () => {
  const server = await testEdge();
  allowReadsFromAnywhere(server, '/api/');
  server.get('/api/open', async () => 'open');
  server.get('/page', async () => 'page');
  afterAll(() => server.close());

  it('may read what everybody may read', async () => {
    const open = await server.inject('/api/open');
    expect(open.headers['access-control-allow-origin']).toBe('*');
    expect(open.headers['access-control-expose-headers']).toContain('ETag');
    const none = await server.inject('/%61pi/open');
    expect(none.headers['access-control-allow-origin']).toBe('*');
  });

  it('may neither act nor use a token, nor read pages', async () => {
    const answers = await Promise.all([
      server.inject({ url: '/api/open', headers: { authorization: 'Bearer x' } }),
      server.inject({ method: 'POST', url: '/api/acts' }),
      server.inject('/page'),
    ]);
    for (const { headers } of answers) expect(headers['access-control-allow-origin']).toBeUndefined();
    const asked = await server.inject({ method: 'OPTIONS', url: '/api/open' });
    expect(asked.statusCode).toBe(204);
    expect(asked.headers['access-control-allow-methods']).toBe('GET, HEAD');
    expect(String(asked.headers['access-control-allow-headers'])).not.toMatch(/authorization/i);
  });
});
