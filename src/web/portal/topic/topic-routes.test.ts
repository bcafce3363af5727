import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#platform/i18n/index.ts';
import { searchableStarter } from '#tests/support/search.ts';
import { expectSoundPage, links, structuredData, texts } from '../html.fixture.ts';
import { aPortal, aPortalServer } from '../portal.fixture.ts';
import { topicAddress, topicSchemes } from './topics.ts';

const database = await searchableStarter();
const portal = await aPortal(database.db);
const server = await aPortalServer(portal);
afterAll(async () => {
  await server.close();
  await database.close();
});

const get = (url: string) => server.inject({ url, headers: { accept: 'text/html' } });
const page = async (url: string) => {
  const answer = await get(url);
  expect(answer.statusCode, url).toBe(200);
  return answer.body;
};
const found = async (href: string) =>
  /data-count[^>]*>([\d.,]+)/.exec(await page(href))?.[1]?.replace(/[.,]/g, '');

/** Links to searches with the number beside them, in lists and in the table of centuries. */
function counted(html: string): [href: string, count: string][] {
  const pattern =
    /<a href="(\/(?:vi\/tim-kiem|en\/search)[^"]*)">[^<]*<\/a>(?: <span class="count">|<\/th><td class="number">)([\d.,]+)/g;
  return [...html.matchAll(pattern)].map(([, href = '', count = '']) => [
    href.replaceAll('&amp;', '&'),
    count.replace(/[.,]/g, ''),
  ]);
}

describe('addresses of topics', () => {
  const schemes = topicSchemes(portal);

  it('are each a term’s own in its list, in both languages', () => {
    expect(schemes.map(({ id }) => id)).toHaveLength(7);
    for (const lang of LANGUAGES) {
      expect(new Set(schemes.map(({ segment }) => segment[lang])).size).toBe(schemes.length);
      for (const scheme of schemes) {
        const addresses = scheme.topics.map((topic) => topicAddress(lang, scheme, topic));
        expect(new Set(addresses).size, scheme.id).toBe(addresses.length);
        expect(addresses.filter((address) => !/^\/[a-z]+(\/[a-z0-9-]+){3}$/.test(address))).toEqual([]);
      }
    }
  });

  it.each([
    ['/vi/chu-de/periods', '/vi/chu-de/thoi-ky'],
    ['/vi/chu-de/thoi-ky/nguyen', '/vi/chu-de/thoi-ky/nha-nguyen'],
    ['/vi/chu-de/periods/nguyen-dynasty', '/vi/chu-de/thoi-ky/nha-nguyen'],
    ['/en/topics/thoi-ky/nha-nguyen', '/en/topics/periods/nguyen-dynasty'],
  ])('%s leads to %s', async (from, to) => {
    const answer = await get(from);
    expect([answer.statusCode, answer.headers.location]).toEqual([301, to]);
  });

  it.each(['/vi/chu-de/khong-co', '/vi/chu-de/thoi-ky/khong-co', '/vi/chu-de/constructor/x'])(
    '%s is not found',
    async (path) => {
      const answer = await get(path);
      expect(answer.statusCode).toBe(404);
      expect(texts(answer.body, 'h1')).toHaveLength(1);
    },
  );
});

describe('the index of topics', () => {
  it.each(LANGUAGES)('in %s shows every list, terms with records first', async (lang) => {
    const html = await page(lang === 'vi' ? '/vi/chu-de' : '/en/topics');
    expectSoundPage(html, lang);
    expect(texts(html, 'h2')).toContain(lang === 'vi' ? 'Dân tộc' : 'Ethnic groups');
    expect(texts(html, 'li')).toContain('Tày 45');
  });
});

describe('the page of a list', () => {
  it('has every term once, those with records first', async () => {
    for (const scheme of topicSchemes(portal)) {
      const html = await page(`/vi/chu-de/${scheme.segment.vi}`);
      expectSoundPage(html, 'vi');
      const all = links(html).filter((href) => href.startsWith(`/vi/chu-de/${scheme.segment.vi}/`));
      expect(all).toHaveLength(scheme.topics.length);
      expect(gzipSync(html, { level: 9 }).length / 1024).toBeLessThanOrEqual(14);
    }
  });

  it('says so when no record uses it, and leads to the published list', async () => {
    const html = await page('/vi/chu-de/chat-lieu');
    expect(html).toContain('Chưa có hồ sơ công khai nào ghi thuật ngữ của danh mục này.');
    expect(links(html)).toContain('/vi/tu-vung/materials');
  });
});

describe('the page of a term', () => {
  it.each([
    '/vi/chu-de/thoi-ky/nha-nguyen',
    '/en/topics/ethnic-groups/cham',
    '/vi/chu-de/loai-hinh-di-tich/di-tich-khao-co',
  ])('%s counts what the search finds', async (path) => {
    const html = await page(path);
    expectSoundPage(html, path.startsWith('/vi') ? 'vi' : 'en');
    const numbers = counted(html);
    expect(numbers.length).toBeGreaterThan(3);
    for (const [href, count] of numbers) expect(await found(href), href).toBe(count);
    expect(gzipSync(html, { level: 9 }).length / 1024).toBeLessThanOrEqual(14);
  });

  it('of a dynasty tells its years, what it belongs to and its reign eras', async () => {
    const html = await page('/vi/chu-de/thoi-ky/nha-nguyen');
    expect(html).toContain('1802');
    expect(links(html)).toContain('/vi/chu-de/thoi-ky/thoi-quan-chu-doc-lap');
    expect(html).toContain('Minh Mạng');
    expect(links(html).some((href) => href.startsWith('/vi/tu-vung/reign-eras#'))).toBe(true);
    const term = structuredData(html).find((statement) => statement['@type'] === 'DefinedTerm');
    expect(term).toMatchObject({ '@id': 'http://localhost/vocabulary/periods/nguyen', name: 'Nhà Nguyễn' });
  });

  it('names the same concept elsewhere', async () => {
    const html = await page('/vi/chu-de/chat-lieu/dong-thau');
    expect(links(html)).toContain('http://vocab.getty.edu/aat/300010957');
    const term = structuredData(html).find((statement) => statement['@type'] === 'DefinedTerm');
    expect(term?.sameAs).toEqual(['http://vocab.getty.edu/aat/300010957']);
    expect(html).toContain('Chưa có hồ sơ công khai nào ghi “đồng thau”.');
  });

  it('exists for every term of every list', async () => {
    for (const scheme of topicSchemes(portal))
      for (const topic of scheme.topics.filter((_, index) => index % 5 === 0))
        expectSoundPage(await page(topicAddress('vi', scheme, topic)), 'vi');
  });
});
