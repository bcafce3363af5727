import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#platform/i18n/index.ts';
import { searchableStarter } from '#tests/support/search.ts';
import { expectSoundPage, links, structuredData, texts } from '../html.fixture.ts';
import { aPortal, aPortalServer } from '../portal.fixture.ts';

const database = await searchableStarter();
const server = await aPortalServer(await aPortal(database.db));
afterAll(async () => {
  await server.close();
  await database.close();
});
const get = (url: string) => server.inject({ url, headers: { accept: 'text/html' } });
const PAGES = { vi: '/vi/suu-tap', en: '/en/collections' };

describe('the index of collections', () => {
  it.each(LANGUAGES)('in %s counts each list as the search does', async (lang) => {
    const { statusCode, body: html } = await get(PAGES[lang]);
    expect(statusCode).toBe(200);
    expectSoundPage(html, lang);
    expect(gzipSync(html, { level: 9 }).length / 1024).toBeLessThanOrEqual(14);
    const cards = [
      ...html.matchAll(/<h3><a href="([^"]*\?list=[^"]*)">[^<]*<\/a><\/h3><p><strong>([\d.,]+) /g),
    ];
    expect(cards.length).toBeGreaterThan(8);
    for (const [, href = '', count = ''] of cards) {
      const found = /data-count[^>]*>([\d.,]+)/.exec((await get(href)).body)?.[1];
      expect(found, href).toBe(count);
    }
  });

  it('names the decisions that made a list, with their pages', async () => {
    const html = (await get(PAGES.vi)).body;
    const treasures = texts(html, 'li').find((card) => card.startsWith('Bảo vật quốc gia'));
    expect(treasures).toMatch(/quyết định từ 1\/10\/2012 đến /);
    const decisions = links(html).filter((href) => href.startsWith('/vi/quyet-dinh/'));
    expect(decisions.length).toBeGreaterThan(5);
    for (const href of decisions.slice(0, 5)) expect((await get(href)).statusCode).toBe(200);
    expect(structuredData(html)[0]).toMatchObject({ '@type': 'CollectionPage' });
  });

  it('leaves the addresses of single collections to their records', async () => {
    expect((await get('/vi/suu-tap/khong-co')).statusCode).toBe(404);
  });
});
