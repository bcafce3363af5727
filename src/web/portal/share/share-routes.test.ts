import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpServer } from '#platform/http/index.ts';
import { starterDatabase } from '#tests/support/starter.ts';
import { aPortal, aPortalServer } from '../portal.fixture.ts';

const { db, close } = await starterDatabase();
let server: HttpServer;
beforeAll(async () => {
  server = await aPortalServer(await aPortal(db));
});
afterAll(async () => {
  await server.close();
  await close();
});

/** Width and height stand at bytes 16 and 20 of a PNG (ISO 15948, IHDR). */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('sharing cards', () => {
  it.each(['/share/vi.png', '/share/en.png', '/share/vi/k0hwqwj08.png', '/share/en/k0hwqwj08.png?v=1'])(
    '%s is a picture of the size that services ask for',
    async (url) => {
      const { statusCode, headers, rawPayload } = await server.inject({ url });
      expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'image/png',
        'public, max-age=86400',
      ]);
      expect(sizeOf(rawPayload)).toEqual([1200, 630]);
      expect(rawPayload.length).toBeLessThan(150_000);
    },
  );

  it('differ by language, and are drawn once', async () => {
    const vi = await server.inject({ url: '/share/vi/k0hwqwj08.png' });
    const en = await server.inject({ url: '/share/en/k0hwqwj08.png' });
    expect(vi.rawPayload.equals(en.rawPayload)).toBe(false);
    const began = performance.now();
    const again = await server.inject({ url: '/share/vi/k0hwqwj08.png?v=77' });
    expect(performance.now() - began).toBeLessThan(100);
    expect(again.rawPayload.equals(vi.rawPayload)).toBe(true);
  });

  it('are not there for records that are not', async () => {
    for (const url of ['/share/vi/k0nothing.png', '/share/vi/..png', '/share/fr.png']) {
      expect([url, (await server.inject({ url })).statusCode]).toEqual([url, 404]);
    }
  });

  it('are named by the pages', async () => {
    const { headers } = await server.inject({ url: '/vi/hien-vat/k0hwqwj08' });
    const { body } = await server.inject({ url: String(headers.location) });
    expect(body).toContain('property="og:image" content="http://localhost/share/vi/k0hwqwj08.png?v=1"');
    const home = await server.inject({ url: '/en' });
    expect(home.body).toContain('property="og:image" content="http://localhost/share/en.png"');
  });
});
