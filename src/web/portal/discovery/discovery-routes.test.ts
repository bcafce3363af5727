import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seal } from '#modules/audit/index.ts';
import type { HttpServer } from '#platform/http/index.ts';
import { starterDatabase } from '#tests/support/starter.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { aPortal, aPortalServer } from '../portal.fixture.ts';

const { db, close } = await starterDatabase();
let server: HttpServer;
beforeAll(async () => {
  await seal(db);
  server = await aPortalServer(await aPortal(db));
});
afterAll(async () => {
  await server.close();
  await close();
});

async function get(url: string): Promise<{ status: number; type: string; body: string }> {
  const { statusCode, headers, body } = await server.inject({ url });
  return { status: statusCode, type: String(headers['content-type']), body };
}

/** Texts of all elements of a name; throws where the document is not well-formed. */
function texts(xml: string, wanted: string): string[] {
  const found: string[] = [];
  let open = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    open = name;
  });
  parser.on('text', (text) => {
    if (open === wanted && text.trim() !== '') found.push(text);
  });
  parser.write(xml).close();
  return found;
}

const everyNth = (list: readonly string[], n: number) => list.filter((_, index) => index % n === 0);

describe('robots.txt', () => {
  it('names the sitemap and closes what recombines other pages', async () => {
    const { status, type, body } = await get('/robots.txt');
    expect([status, type]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(body).toContain('Sitemap: http://localhost/sitemap.xml');
    expect(body.split('\n')).toEqual(expect.arrayContaining(['Disallow: /*?*after=', 'Disallow: /quan-tri']));
    expect(body).not.toMatch(/^Disallow: \/$/m);
  });
});

describe('sitemaps', () => {
  it('lead from the index to every public record, in both languages, each once', async () => {
    const index = await get('/sitemap.xml');
    expect(index.type).toBe('application/xml; charset=utf-8');
    const sitemaps = texts(index.body, 'loc').map((address) => new URL(address).pathname);
    expect(sitemaps[0]).toBe('/sitemaps/pages.xml');
    const addresses: string[] = [];
    for (const sitemap of sitemaps.slice(3)) addresses.push(...texts((await get(sitemap)).body, 'loc'));
    const rows = await db.selectFrom('record').select('pid').where('state', '=', 'published').execute();
    expect(rows.length).toBeGreaterThan(1_500);
    expect(addresses).toHaveLength(rows.length * 2);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('name pages that answer', async () => {
    const { body } = await get('/sitemaps/pages.xml');
    const single = texts(body, 'loc');
    const places = texts((await get('/sitemaps/places.xml')).body, 'loc');
    const topics = texts((await get('/sitemaps/topics.xml')).body, 'loc');
    // 34 provinces of today, 63 of before, 3,321 communes, in two languages.
    expect(places).toHaveLength(2 * (34 + 63 + 3_321));
    expect(topics.length).toBeGreaterThan(500);
    const addresses = [...single, ...everyNth(places, 400), ...everyNth(topics, 60)];
    expect(addresses).toContain(`http://localhost${ADDRESSES.standards.en}`);
    const records = texts((await get('/sitemaps/records-0.xml')).body, 'loc').slice(0, 6);
    for (const address of [...addresses, ...records]) {
      const { statusCode } = await server.inject({ url: new URL(address).pathname });
      expect([address, statusCode]).toEqual([address, 200]);
    }
  });

  it.each([
    '/sitemaps/records-999999.xml',
    '/sitemaps/records--1.xml',
    '/sitemaps/records-x.xml',
    '/sitemaps/nothing.xml',
  ])('%s is not there', async (url) => expect((await get(url)).status).toBe(404));

  it('say nothing of what is hidden', async () => {
    await db.updateTable('record').set({ access_class: 2 }).where('pid', '=', 'k0hwqwj08').execute();
    const { body } = await get('/sitemaps/records-0.xml');
    const feed = await get('/feed');
    await db.updateTable('record').set({ access_class: 1 }).where('pid', '=', 'k0hwqwj08').execute();
    expect(body).not.toContain('k0hwqwj08');
    expect(feed.body).not.toContain('k0hwqwj08');
    expect((await get('/sitemaps/records-0.xml')).body).toContain('k0hwqwj08');
  });
});

describe('the feed of changes', () => {
  it('tells the newest first, in the language asked for', async () => {
    const { type, body } = await get('/feed?lang=en');
    expect(type).toBe('application/atom+xml; charset=utf-8');
    expect(texts(body, 'title')).toHaveLength(51);
    expect(texts(body, 'summary')[0]).toBe('Record published (version 1)');
    expect(texts((await get('/feed')).body, 'summary')[0]).toBe('Công bố hồ sơ (phiên bản 1)');
    const times = texts(body, 'updated');
    expect(times).toEqual(times.toSorted().reverse());
  });
});

describe('the OpenSearch description', () => {
  it('leads to the search page of its language', async () => {
    const { body } = await get('/opensearch.xml?lang=en');
    expect(texts(body, 'Language')).toEqual(['en']);
    expect(body).toContain('template="http://localhost/en/search?q={searchTerms}"');
    expect(texts((await get('/opensearch.xml?lang=xx')).body, 'Language')).toEqual(['vi']);
  });
});
