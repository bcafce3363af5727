import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#platform/db/index.ts';
import type { HttpServer } from '#platform/http/index.ts';
import { searchableStarter } from '#tests/support/search.ts';
import { expectSoundPage, links, texts } from '../html.fixture.ts';
import { aPortal, aPortalServer } from '../portal.fixture.ts';

let database: Database;
let server: HttpServer;
beforeAll(async () => {
  database = await searchableStarter();
  const assets = Object.fromEntries(
    ['portal.css', 'interactive-map.css', 'core.js', 'results.js', 'map.js'].map((name) => [name, name]),
  );
  server = await aPortalServer(await aPortal(database.db, { assets }));
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function read(path: string): Promise<string> {
  const answer = await server.inject(path);
  expect(answer.statusCode, path).toBe(200);
  return answer.payload;
}

const number = (text: string | undefined): number => Number((text ?? '').replace(/[^0-9]/g, ''));
const total = (html: string): number => number(/data-count[^>]*>([^<]*)</.exec(html)?.[1]);
/** Provinces of the list twin: address and number. */
const provinces = (html: string): { href: string; label: string; count: number }[] =>
  [
    ...(/data-map-places[^>]*>([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '').matchAll(
      /href="([^"]*)" aria-label="([^"]*)"/g,
    ),
  ].map(([, href = '', label = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    label,
    count: number(label),
  }));

const QUERIES = ['', 'q=chùa', 'kind=artefact', 'q=đình&kind=monument'];

describe('the results on the map', () => {
  test.each(QUERIES)('are as many as in the list, whatever is asked (%s)', async (query) => {
    const [list, map] = [await read(`/vi/tim-kiem?${query}`), await read(`/vi/tim-kiem?${query}&view=map`)];
    expect(total(map)).toBe(total(list));
    expect(total(map)).toBeGreaterThan(0);
    expect(texts(map, 'h3').length).toBeGreaterThan(1);
  });

  test('lead from a province to as many results as it says, on the map again', async () => {
    const map = await read('/vi/tim-kiem?q=chùa&view=map');
    const found = provinces(map);
    expect(found.length).toBeGreaterThan(5);
    for (const { href, label, count } of [found[0], found.at(-1)].flatMap((entry) => entry ?? [])) {
      expect(label).toMatch(/^.+, [\d.]+ kết quả$/);
      expect(new URL(href, 'http://x').searchParams.get('view')).toBe('map');
      expect(total(await read(href)), href).toBe(count);
      // The drawing says the same and leads there too.
      expect(map).toContain(`aria-label="${label}"><path class="map-land map-tint-`);
    }
    expect(found.map(({ count }) => count)).toEqual(found.map(({ count }) => count).sort((a, b) => b - a));
  });

  test('say how many have no public point', async () => {
    const html = await read('/vi/tim-kiem?kind=monument&view=map');
    const [, located, all] = /([\d.]+) trên ([\d.]+) kết quả có vị trí công khai/.exec(html) ?? [];
    const [, rest] = /([\d.]+) kết quả không có điểm trên bản đồ/.exec(html) ?? [];
    expect(number(all)).toBe(total(html));
    expect(number(located) + number(rest)).toBe(total(html));
    expect(number(located)).toBeGreaterThan(0);
  });

  test.each([
    ['/vi/tim-kiem', ['Quần đảo Hoàng Sa (TP. Đà Nẵng)', 'Quần đảo Trường Sa (tỉnh Khánh Hòa)']],
    ['/en/search', ['Hoàng Sa Archipelago (Da Nang City)', 'Trường Sa Archipelago (Khanh Hoa Province)']],
  ])('name both archipelagos in words, and the sea, with results or without (%s)', async (path, names) => {
    for (const query of ['', '&q=khôngcógìcả', '&bbox=102,20,104,22']) {
      const html = await read(`${path}?view=map${query}`);
      for (const name of names) expect(texts(html, 'li')).toContain(name);
      expect(html).toContain('map-sea-label');
      expect(html.match(/class="map-land/g)?.length).toBeGreaterThanOrEqual(34);
      expectSoundPage(html, path.startsWith('/vi') ? 'vi' : 'en');
    }
  });

  test('within a part of the map name it as a filter that can be taken away', async () => {
    const box = '105,20,107,22';
    const html = await read(`/vi/tim-kiem?view=map&bbox=${box}`);
    expect(html).toContain('Bỏ lọc: Vùng bản đồ');
    expect(links(html)).toContain('/vi/tim-kiem?view=map');
    expect(total(html)).toBeGreaterThan(0);
    expect(total(html)).toBeLessThan(total(await read('/vi/tim-kiem?view=map')));
    expect(html).toContain('Mọi kết quả đều có điểm trên bản đồ.');
  });

  test('tell a browser what to ask for, and nothing where it cannot run', async () => {
    const html = await read('/vi/tim-kiem?q=chùa&kind=monument&view=map&sort=name&bbox=105,20,107,22');
    const told = JSON.parse(
      /data-map="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? '',
    );
    expect(told).toMatchObject({ search: 'q=ch%C3%B9a&kind=monument', box: [105, 20, 107, 22] });
    expect(html).toMatch(/<button [^>]*data-map-open[^>]* hidden|<button [^>]*hidden[^>]*data-map-open/);
    const outlines = await server.inject(told.outlines);
    expect(outlines.statusCode).toBe(200);
  });

  test('are offered beside list and grid, with the query kept', async () => {
    const html = await read('/vi/tim-kiem?q=chùa');
    expect(links(html)).toContain('/vi/tim-kiem?q=ch%C3%B9a&view=map');
    expect(html).not.toContain('data-map');
  });
});
