import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { addressedUnits, communesWithin, formerProvinces, provincesOn } from '#modules/places/index.ts';
import { searchableStarter } from '#tests/support/search.ts';
import { expectSoundPage, links, structuredData, texts } from '../html.fixture.ts';
import { aPortal, aPortalServer } from '../portal.fixture.ts';
import { placeAddress } from './place-names.ts';

const database = await searchableStarter();
const { db } = database;
const server = await aPortalServer(await aPortal(db));
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
/** How many results a search page says it has. */
const found = async (href: string) =>
  /data-count[^>]*>([\d.,]+)/.exec(await page(href))?.[1]?.replace(/[.,]/g, '');
const provinces = await addressedUnits(
  db,
  (await provincesOn(db, '2027-02-03')).map(({ key }) => key),
);

/** Links to searches with the number beside them. */
function counted(html: string): [href: string, count: string][] {
  const pattern = /<a href="(\/(?:vi\/tim-kiem|en\/search)[^"]*)">[^<]*<\/a> <span class="count">([\d.,]+)</g;
  return [...html.matchAll(pattern)].map(([, href = '', count = '']) => [
    href.replaceAll('&amp;', '&'),
    count.replace(/[.,]/g, ''),
  ]);
}

describe('the index of places', () => {
  it('shows 34 provinces, 63 former ones, the map and both archipelagos', async () => {
    const html = await page('/vi/dia-phuong');
    expectSoundPage(html, 'vi');
    const all = links(html);
    for (const unit of provinces) expect(all).toContain(placeAddress('vi', unit));
    for (const unit of await formerProvinces(db)) expect(all).toContain(placeAddress('vi', unit));
    expect(html).toContain('Quần đảo Hoàng Sa (TP. Đà Nẵng)');
    expect(html).toContain('nay thuộc TP. Đà Nẵng');
  });

  it('counts what the search finds', async () => {
    const html = await page('/en/places');
    expectSoundPage(html, 'en');
    const cell = /href="(\/en\/search\?kind=monument&amp;place=46)">(\d+)</.exec(html);
    expect(await found(cell?.[1]?.replaceAll('&amp;', '&') ?? '')).toBe(cell?.[2]);
  });

  it.each([
    ['quang nam', 'Tỉnh Quảng Nam', '/vi/dia-phuong/cu/quang-nam'],
    ['Hội An', 'Phường Hội An', '/vi/dia-phuong/da-nang/hoi-an'],
    ['đặc khu Trường Sa', 'Đặc khu Trường Sa', '/vi/dia-phuong/khanh-hoa/truong-sa'],
  ])('finds %s', async (name, shown, href) => {
    const html = await page(`/vi/dia-phuong?q=${encodeURIComponent(name)}`);
    expect(html).toContain('noindex');
    expect(html).toContain(`<a href="${href}">${shown}</a>`);
  });

  it('says what to do when no unit bears a name, and shows names as text', async () => {
    const html = await page('/vi/dia-phuong?q=%3Cb%3Ex');
    expectSoundPage(html, 'vi');
    expect(texts(html, 'p').join()).toContain('Không có đơn vị hành chính nào mang tên “<b>x”');
    expect((await get(`/vi/dia-phuong?q=${'a'.repeat(3000)}&q=2`)).statusCode).toBe(200);
    expect((await get('/vi/dia-phuong?q=%00')).statusCode).toBe(400);
  });

  it('cuts a name of many units', async () => {
    expect(await page('/vi/dia-phuong?q=t%C3%A2n%20th%C3%A0nh')).toContain('Chỉ hiện 30 đơn vị đầu');
  });
});

describe('the page of a province', () => {
  it('tells counts by kind and list that equal the search', async () => {
    const html = await page('/vi/dia-phuong/hue');
    expectSoundPage(html, 'vi');
    const numbers = counted(html);
    expect(numbers.length).toBeGreaterThan(5);
    for (const [href, count] of numbers) expect(await found(href), href).toBe(count);
    expect(texts(html, 'h1')).toEqual(['Thành phố Huế']);
  });

  it('lists its communes A to Y by type, with the number of records of each', async () => {
    const html = await page('/vi/dia-phuong/ha-noi');
    const communes = await communesWithin(db, 'gso-2025:01');
    const all = links(html);
    for (const unit of communes) expect(all).toContain(placeAddress('vi', unit));
    const first =
      /href="\/vi\/dia-phuong\/ha-noi\/van-mieu-quoc-tu-giam">[^<]*<\/a><span class="count"> (\d+)/.exec(
        html,
      )?.[1];
    const code = communes.find(({ slug }) => slug === 'van-mieu-quoc-tu-giam')?.code;
    expect(await found(`/vi/tim-kiem?place=${code}`)).toBe(first);
  });

  it('is an AdministrativeArea of Vietnam, merged from what it was', async () => {
    const html = await page('/vi/dia-phuong/da-nang');
    const area = structuredData(html).find((statement) => statement['@type'] === 'AdministrativeArea');
    expect(area).toMatchObject({ name: 'Thành phố Đà Nẵng', identifier: '48' });
    expect(area?.containedInPlace).toMatchObject({ '@type': 'Country' });
    expect(html).toContain('Nghị quyết 202/2025/QH15');
    expect(links(html)).toContain('/vi/dia-phuong/cu/quang-nam');
    expect(links(html)).toContain('/vi/dia-phuong/da-nang/hoang-sa');
  });

  it('shows what Đồng Nai was before 30 April 2026', async () => {
    const html = await page('/vi/dia-phuong/dong-nai');
    expect(texts(html, 'li').join('\n')).toMatch(/Tỉnh Đồng Nai · từ ngày 1\/7\/2025 · đến ngày 29\/4\/2026/);
  });

  it('exists for each of the 34 in both languages, within its weight', async () => {
    for (const unit of provinces) {
      const html = await page(placeAddress('vi', unit));
      expect(gzipSync(html, { level: 9 }).length / 1024, unit.name).toBeLessThanOrEqual(14);
      expectSoundPage(await page(placeAddress('en', unit)), 'en');
    }
  });
});

describe('festivals of a place', () => {
  it('are those of the next 60 days, and lead to the calendar of the place', async () => {
    const html = await page('/vi/dia-phuong/ha-noi');
    expect(texts(html, 'h2')).toContain('Lễ hội trong 60 ngày tới');
    const days = [...html.matchAll(/<time dateTime="([^"]+)"|<time datetime="([^"]+)"/g)].map(
      ([, a, b]) => a ?? b ?? '',
    );
    expect(days.length).toBeGreaterThan(0);
    expect(days).toEqual(days.toSorted());
    expect(days.filter((day) => day > '2027-04-04')).toEqual([]);
    expect(links(html)).toContain('/vi/le-hoi?place=01');
    expect((await get('/vi/le-hoi?place=01')).statusCode).toBe(200);
  });
});

describe('the page of a commune', () => {
  it('exists for a sample of all provinces and for every shared name', async () => {
    const lists = await Promise.all(provinces.map(({ key }) => communesWithin(db, key)));
    const sample = lists.flatMap((list) =>
      list.filter(({ slug, code }, i) => i === 3 || slug.endsWith(`-${code}`)),
    );
    expect(sample.length).toBeGreaterThan(50);
    for (const unit of sample) expectSoundPage(await page(placeAddress('vi', unit)), 'vi');
  });

  it('shows Hoàng Sa within Đà Nẵng and Trường Sa within Khánh Hòa', async () => {
    const html = await page('/vi/dia-phuong/da-nang/hoang-sa');
    expect(texts(html, 'h1')).toEqual(['Đặc khu Hoàng Sa']);
    const area = structuredData(html).find((statement) => statement['@type'] === 'AdministrativeArea');
    expect(area?.containedInPlace).toMatchObject({ name: 'Thành phố Đà Nẵng' });
    expect(texts(await page('/vi/dia-phuong/khanh-hoa/truong-sa'), 'h1')).toEqual(['Đặc khu Trường Sa']);
  });

  it('without a record says so and shows the province’s heritage', async () => {
    const html = await page('/vi/dia-phuong/da-nang/hoang-sa');
    expect(html).toContain('Chưa có hồ sơ di sản công khai nào ghi địa điểm ở Đặc khu Hoàng Sa');
    expect(texts(html, 'h2').join()).toContain('Di sản tiêu biểu của TP. Đà Nẵng');
    expect(html).toContain('<article');
  });

  it('with records counts what the search finds', async () => {
    for (const [href, count] of counted(await page('/vi/dia-phuong/ha-noi/van-mieu-quoc-tu-giam')))
      expect(await found(href), href).toBe(count);
  });
});

describe('the page of a former province', () => {
  it('answers itself and says where Quảng Nam is now', async () => {
    const html = await page('/vi/dia-phuong/cu/quang-nam');
    expectSoundPage(html, 'vi');
    expect(texts(html, 'h1')).toEqual(['Quảng Nam — nay thuộc TP. Đà Nẵng, từ 1/7/2025']);
    const area = structuredData(html).find((statement) => statement['@type'] === 'AdministrativeArea');
    expect(area).toMatchObject({ name: 'Tỉnh Quảng Nam', isPartOf: { name: 'Thành phố Đà Nẵng' } });
    for (const [href, count] of counted(html)) expect(await found(href), href).toBe(count);
    expect(counted(html).length).toBeGreaterThan(3);
  });

  it('exists for each of the 63 in both languages', async () => {
    for (const unit of await formerProvinces(db)) {
      expectSoundPage(await page(placeAddress('vi', unit)), 'vi');
      expectSoundPage(await page(placeAddress('en', unit)), 'en');
    }
  });

  it('of a province that stayed as it was says what it is', async () => {
    expect(texts(await page('/vi/dia-phuong/cu/ha-noi'), 'h1')).toEqual([
      'Hà Nội — nay là TP. Hà Nội, từ 1/7/2025',
    ]);
  });
});

describe('other addresses', () => {
  it.each([
    ['/vi/dia-phuong/quang-nam', '/vi/dia-phuong/cu/quang-nam'],
    ['/en/places/quang-nam', '/en/places/former/quang-nam'],
    ['/vi/dia-phuong/Da-Nang', '/vi/dia-phuong/da-nang'],
    ['/vi/dia-phuong/ha-noi/hoang-sa', '/vi/dia-phuong/da-nang/hoang-sa'],
    ['/vi/dia-phuong/da-nang/ten-cu-20333', '/vi/dia-phuong/da-nang/hoang-sa'],
  ])('%s leads to %s', async (from, to) => {
    const answer = await get(from);
    expect([answer.statusCode, answer.headers.location]).toEqual([301, to]);
  });

  it.each([
    '/vi/dia-phuong/khong-co',
    '/vi/dia-phuong/ha-noi/khong-co',
    '/vi/dia-phuong/cu/khong-co',
    '/vi/dia-phuong/cu',
  ])('%s is not found', async (path) => {
    const answer = await get(path);
    expect(answer.statusCode).toBe(404);
    expect(texts(answer.body, 'h1')).toHaveLength(1);
  });
});
