import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { expectSoundPage, links, structuredData, texts } from '../html.fixture.ts';
import { anAdministrator, aPortal, aPortalServer, aRecord, publish } from '../portal.fixture.ts';
import { complete } from '../sample-records.fixture.ts';

const database = await testDatabase();
const context = await anAdministrator(database.db);
const portal = await aPortal(database.db);
const test = await aPortalServer(portal);
const operated = await aPortalServer({ ...portal, operator: 'Cục Di sản văn hóa' });

afterAll(async () => {
  await test.close();
  await operated.close();
  await database.close();
});

const PAGES = ['about', 'accessibility', 'terms', 'contact', 'contribute', 'siteMap'] as const;
const get = async (url: string, server = test) =>
  await server.inject({ url, headers: { accept: 'text/html' } });

describe.each(['vi', 'en'] as const)('in %s', (lang) => {
  it.each(PAGES)('%s is a sound page, with an operator and without', async (page) => {
    for (const server of [test, operated]) {
      const { body, statusCode } = await get(ADDRESSES[page][lang], server);
      expect(statusCode).toBe(200);
      expectSoundPage(body, lang);
      expect(texts(body, 'h2').length).toBeGreaterThan(1);
    }
  });

  it.each(PAGES)('%s leads to itself in the other language', async (page) => {
    const { body } = await get(ADDRESSES[page][lang]);
    expect(links(body)).toContain(ADDRESSES[page][lang === 'vi' ? 'en' : 'vi']);
  });

  it('the site map leads to pages that exist', async () => {
    const { body } = await get(ADDRESSES.siteMap[lang]);
    // Home, search and the API are not of this server.
    const own = links(body).filter((href) => /^\/(vi|en)\/./.test(href) && !/tim-kiem|search/.test(href));
    expect(own.length).toBeGreaterThan(10);
    for (const href of new Set(own)) expect((await get(href)).statusCode, href).toBe(200);
  });
});

describe('both languages', () => {
  it.each(PAGES)('%s says the same amount in both', async (page) => {
    const [vi, en] = [await get(ADDRESSES[page].vi), await get(ADDRESSES[page].en)];
    for (const element of ['h2', 'li', 'p']) {
      expect(texts(vi.body, element).length, element).toBe(texts(en.body, element).length);
    }
  });
});

describe('a test installation', () => {
  it('speaks for no authority on any page', async () => {
    for (const page of PAGES) {
      const { body } = await get(ADDRESSES[page].vi);
      expect(body).toContain('Bản cài đặt thử nghiệm');
      expect(body).not.toContain('do null vận hành');
    }
  });

  it('does not promise an inbox that nobody reads', async () => {
    expect((await get('/vi/lien-he')).body).toContain('không có hộp thư nhận câu hỏi');
    expect((await get('/vi/gop-y')).body).toContain('chưa nhận góp ý');
    expect((await get('/vi/tro-nang')).body).toContain('chưa có đơn vị vận hành để nhận phản ánh');
  });

  it('names its operator once there is one', async () => {
    for (const page of ['about', 'contact', 'contribute', 'accessibility'] as const) {
      const { body } = await get(ADDRESSES[page].vi, operated);
      expect(body).toContain('Cục Di sản văn hóa');
      expect(body).not.toContain('Bản cài đặt thử nghiệm');
    }
  });
});

describe('what the pages are for', () => {
  it('the accessibility statement names standard, result and gaps', async () => {
    const { body } = await get('/en/accessibility');
    expect(body).toMatch(/WCAG 2\.2/);
    expect(body).toMatch(/26\/2020\/TT-BTTTT/);
    expect(body).toContain('partially conformant');
    expect(texts(body, 'h2')).toContain('Known gaps');
  });

  it('the terms give the licences of the data by part', async () => {
    const { body } = await get('/vi/dieu-khoan');
    for (const licence of ['CC0 1.0', 'MIT', 'CC BY-SA 4.0', 'ODbL 1.0', 'chưa rõ'])
      expect(body).toContain(licence);
  });

  it('a page names itself in its trail', async () => {
    const { body } = await get('/en/terms');
    expect(structuredData(body)[0]).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [{ name: 'Home' }, { name: 'Terms of use', position: 2 }],
    });
  });
});

describe('a correction of a record', async () => {
  const pid = await publish(
    context,
    aRecord(
      'source@1.0',
      complete(portal.catalogue, 'source', { name: [{ value: 'Đại Nam thực lục', lang: 'vi' }] }),
    ),
  );

  it('is told what to quote', async () => {
    const { body } = await get(`/vi/gop-y?pid=${pid}`);
    expectSoundPage(body, 'vi');
    expect(links(body)).toContain(`/vi/nguon/${pid}/dai-nam-thuc-luc`);
    expect(body).toContain(`<code>ark:99999/${pid}</code> · phiên bản 1`);
  });

  it.each(['?pid=', '?pid=d1nothing', '?pid=<script>', '?pid=a&pid=b'])(
    'goes without a record for %s',
    async (query) => {
      const { body, statusCode } = await get(`/vi/gop-y${query}`);
      expect(statusCode).toBe(200);
      expect(body).not.toContain('Hồ sơ bạn góp ý');
    },
  );
});
