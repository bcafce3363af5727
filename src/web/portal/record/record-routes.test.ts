import { afterAll, describe, expect, it, test } from 'vitest';
import { createRecord, mergeRecords, transitionRecord } from '#modules/registry/index.ts';
import { KINDS } from '#modules/standards/index.ts';
import { starterDatabase } from '#tests/support/starter.ts';
import { KIND_SEGMENTS } from '#web/layout/index.ts';
import { expectSoundPage, links, structuredData, texts } from '../html.fixture.ts';
import { anAdministrator, aPortal, aPortalServer, aRecord, publish, STAFF } from '../portal.fixture.ts';
import { complete, sampleRecords } from '../sample-records.fixture.ts';

const database = await starterDatabase();
const context = await anAdministrator(database.db);
const portal = await aPortal(database.db);
const server = await aPortalServer(portal);
const { catalogue } = portal;
const samples = await sampleRecords(context, catalogue);
const pids: Record<string, string> = {
  ...samples.others,
  artefact: samples.drum,
  museum: samples.museum,
  intangible: samples.festival,
  monument: samples.temple,
};

afterAll(async () => {
  await server.close();
  await database.close();
});

const PAGE = { accept: 'text/html' };

async function get(url: string, headers: Record<string, string> = PAGE) {
  return await server.inject({ url, headers });
}

/** The page of a record, by way of the redirect from its address without a slug. */
async function recordPage(lang: 'vi' | 'en', kind: string): Promise<{ url: string; html: string }> {
  const moved = await get(`/${lang}/${KIND_SEGMENTS[kind]?.[lang]}/${pids[kind]}`);
  const url = String(moved.headers.location);
  return { url, html: (await get(url)).body };
}

describe.each(['vi', 'en'] as const)('in %s', (lang) => {
  it.each(KINDS)('a record of kind %s has a sound page', async (kind) => {
    const { html } = await recordPage(lang, kind);
    expectSoundPage(html, lang);
    const [record, trail] = structuredData(html);
    expect(record).toMatchObject({
      '@context': 'https://schema.org',
      url: `http://localhost/id/${pids[kind]}`,
    });
    expect(trail).toMatchObject({ '@type': 'BreadcrumbList' });
  });
});

describe('the page of a treasure', async () => {
  const { url, html } = await recordPage('vi', 'artefact');
  const english = (await recordPage('en', 'artefact')).html;

  it('follows the order of the specification', () => {
    const marks = [
      'class="kind"',
      'class="chips"',
      '<h1',
      'class="other-names"',
      'class="plate"',
      'class="actions"',
      'class="rights-line"',
      'class="lead"',
      'id="identification"',
      'id="record-designations"',
      'id="record-relations"',
      'id="record-sources"',
      'id="record-history"',
      'id="record-data"',
    ];
    const places = marks.map((mark) => html.indexOf(mark));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('keeps the Vietnamese name as its heading in both languages', () => {
    expect(texts(html, 'h1')).toEqual(['Trống đồng Ngọc Lũ']);
    expect(texts(english, 'h1')).toEqual(['Trống đồng Ngọc Lũ']);
    expect(texts(html, 'title')[0]).toBe('Trống đồng Ngọc Lũ · Di Sản Số');
    expect(texts(english, 'title')[0]).toBe('Ngoc Lu Bronze Drum (Trống đồng Ngọc Lũ) · Di Sản Số');
  });

  it('names Hán first among the other names, in its language', () => {
    expect(html).toContain('<span lang="lzh">玉縷銅鼓</span>');
    expect(html.indexOf('lang="lzh">玉縷銅鼓')).toBeLessThan(
      html.indexOf('<span lang="en">Ngoc Lu Bronze Drum</span>'),
    );
  });

  it('introduces a record without a summary by what is certain of it', async () => {
    const { body } = await get(`/vi/phien-ban/${samples.drum}/1`);
    expect(body).toContain(
      'content="Trống đồng Ngọc Lũ: Bảo vật quốc gia. Niên đại: khoảng 550–50 TCN. Địa bàn hiện nay: Thành phố Hà Nội."',
    );
  });

  it('leads from its standing to the decision', () => {
    expect(texts(html, 'strong')).toContain('Bảo vật quốc gia');
    expect(links(html)).toContain('/vi/quyet-dinh/1426-qd-ttg-2012');
    expect(html).toContain('Dữ liệu khởi tạo, chưa xác nhận');
    expect(english).toContain('Starter data, not confirmed');
  });

  it('shows the holder as a link and the relation as seen from here', () => {
    expect(links(html)).toContain(`/vi/bao-tang/${samples.museum}/bao-tang-lich-su-quoc-gia`);
    expect(texts(html, 'dt')).toContain('được lưu giữ tại');
  });

  it('says what it keeps from the public, without its content', () => {
    expect(html).toContain('Còn thông tin không công khai: Chủ sở hữu; Vị trí trong kho, trưng bày.');
    expect(html).not.toContain('Kho A, tủ 3');
  });

  it('numbers its sources and leads to them', () => {
    expect(html).toMatch(/<a href="#source-1" aria-label="Nguồn 1">\[1\]<\/a>/);
    expect(html).toContain('id="source-1"');
  });

  it('states rights in one sentence with the licence', () => {
    expect(html).toMatch(/Nội dung mô tả của hồ sơ này được dùng theo: CC BY 4\.0/);
    expect(links(html)).toContain('http://creativecommons.org/licenses/by/4.0/');
  });

  it('can be cited in four styles', () => {
    expect(texts(html, 'figcaption')).toEqual(
      expect.arrayContaining(['Kiểu Việt Nam', 'APA', 'BibTeX', 'RIS']),
    );
    expect(html).toContain(`mã ark:99999/${samples.drum}, phiên bản 2 ngày `);
  });

  it('gives programs its data and paper its way back', () => {
    expect(links(html)).toEqual(
      expect.arrayContaining([
        `/api/v1/records/${samples.drum}`,
        `/id/${samples.drum}.jsonld`,
        '/vi/tieu-chuan/hien-vat/1.0',
      ]),
    );
    expect(html).toContain(`rel="alternate" type="application/ld+json" href="/id/${samples.drum}.jsonld"`);
    expect(html).toMatch(/class="print-only print-mark"><svg class="qr"/);
  });

  it('describes itself to search engines as a work with material and size', () => {
    expect(structuredData(html)[0]).toMatchObject({
      '@type': 'VisualArtwork',
      name: 'Trống đồng Ngọc Lũ',
      alternateName: ['Trống Ngọc Lũ I', '玉縷銅鼓', 'Ngoc Lu Bronze Drum'],
      identifier: { propertyID: 'ARK', value: `ark:99999/${samples.drum}` },
      material: ['đồng thau', 'chì'],
      size: ['Cao 63 cm', 'Đường kính mặt 79.3 cm', 'Trọng lượng 86 kg'],
      temporalCoverage: '-0549-01-01/-0049-12-31',
      provider: { '@type': 'Organization', name: 'Bảo tàng Lịch sử quốc gia' },
      spatialCoverage: { '@type': 'Place', name: 'Thành phố Hà Nội' },
      license: 'http://creativecommons.org/licenses/by/4.0/',
    });
  });

  it('leads to the same page in the other language and to itself', () => {
    expect(html).toContain(`<link rel="canonical" href="http://localhost${url}"/>`);
    expect(html).toContain(
      `hreflang="en" href="http://localhost/en/artefacts/${samples.drum}/trong-dong-ngoc-lu"`,
    );
  });

  it('is offered to caches for a minute to the anonymous reader', async () => {
    const { headers } = await get(url);
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect(headers['content-language']).toBe('vi');
  });
});

describe('what a place may tell', () => {
  it('rounds a vulnerable place alike on the page, on the map and in the data', async () => {
    const { html } = await recordPage('vi', 'monument');
    expect(html).toContain('Vị trí đã làm tròn khoảng 1 km để bảo vệ di sản.');
    expect(html).not.toMatch(/105[.,]873|21[.,]1134/);
    expect(structuredData(html)[0]).not.toHaveProperty('geo');
  });

  it('gives the position of an open place to search engines', async () => {
    const { html } = await recordPage('vi', 'monument');
    expect(structuredData(html)[0]).toMatchObject({
      '@type': ['LandmarksOrHistoricalBuildings', 'TouristAttraction'],
      address: { addressCountry: 'VN', addressRegion: 'Thành phố Hà Nội' },
    });
  });

  it('draws the whole country with both archipelagos', async () => {
    const { html } = await recordPage('vi', 'intangible');
    expect(html).toContain('Quần đảo Hoàng Sa');
    expect(html).toContain('Quần đảo Trường Sa');
    expect(html).toContain('class="map-land map-here"');
  });
});

describe('other ways to a record', () => {
  it.each([
    ['without a slug', (pid: string) => `/vi/hien-vat/${pid}`],
    ['with a wrong slug', (pid: string) => `/vi/hien-vat/${pid}/mot-ten-cu`],
    ['under another kind', (pid: string) => `/vi/di-tich/${pid}/trong-dong-ngoc-lu`],
    ['with a query nobody reads', (pid: string) => `/vi/hien-vat/${pid}/trong-dong-ngoc-lu?utm_source=x`],
  ])('lead to the canonical address %s', async (_case, address) => {
    const answer = await get(address(samples.drum));
    expect(answer.statusCode).toBe(301);
    expect(answer.headers.location).toBe(`/vi/hien-vat/${samples.drum}/trong-dong-ngoc-lu`);
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  test('a merged record leads to the one that is left', async () => {
    const twin = await publish(
      context,
      aRecord(
        'museum@1.0',
        complete(catalogue, 'museum', { name: [{ value: 'Bảo tàng trùng', lang: 'vi' }] }),
      ),
    );
    await mergeRecords(context, { from: twin, into: samples.museum, reason: 'trùng' });
    const answer = await get(`/en/museums/${twin}/bao-tang-trung`);
    expect(answer.statusCode).toBe(301);
    expect(answer.headers.location).toBe(`/en/museums/${samples.museum}/bao-tang-lich-su-quoc-gia`);
  });

  test('a withdrawn record leaves a page that says since when and why', async () => {
    const pid = await publish(
      context,
      aRecord('source@1.0', complete(catalogue, 'source', { name: [{ value: 'Sách sẽ rút', lang: 'vi' }] })),
    );
    await transitionRecord(context, { pid, to: 'withdrawn', reason: 'Sách không tồn tại' });
    const answer = await get(`/vi/nguon/${pid}/sach-se-rut`);
    expect(answer.statusCode).toBe(410);
    expectSoundPage(answer.body, 'vi');
    expect(texts(answer.body, 'h1')).toEqual(['Hồ sơ đã được rút']);
    expect(texts(answer.body, 'dd')).toContain('Sách không tồn tại');
    expect(answer.body).not.toContain('Sách sẽ rút');
  });

  test('an unpublished record is not found, as if it did not exist', async () => {
    const body = aRecord('source@1.0', {
      name: [{ value: 'Bản nháp', lang: 'vi' }],
      sourceType: [{ value: 'book' }],
    });
    const outcome = await createRecord(context, { body });
    if (outcome.kind !== 'created') throw new Error(JSON.stringify(outcome));
    const [draft, nothing] = [
      await get(`/vi/nguon/${outcome.pid}/ban-nhap`),
      await get('/vi/nguon/d1zzzzzzz/ban-nhap'),
    ];
    expect([draft.statusCode, nothing.statusCode]).toEqual([404, 404]);
    const withoutReference = (html: string) => html.replace(/<code>[0-9a-f-]{36}<\/code>/, '');
    expect(withoutReference(draft.body)).toBe(withoutReference(nothing.body));

    const staff = await aPortalServer(await aPortal(database.db, { reader: async () => STAFF }));
    const page = await staff.inject({ url: `/vi/nguon/${outcome.pid}/ban-nhap`, headers: PAGE });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Bản nháp, chỉ người trong cơ quan xem được');
    expect(page.body).toContain('<meta name="robots" content="noindex, follow"/>');
    expect(page.headers['cache-control']).toBe('private, no-store');
    await staff.close();
  });
});

describe('versions', () => {
  const base = `/vi/phien-ban/${samples.drum}`;

  it('lists them newest first, each with its difference', async () => {
    const { body, statusCode } = await get(base);
    expect(statusCode).toBe(200);
    expectSoundPage(body, 'vi');
    expect(links(body)).toEqual(expect.arrayContaining([`${base}/1`, `${base}/1..2`]));
    expect(body).toContain('Bổ sung số đo');
    expect(body).toContain('quản trị viên');
  });

  it('shows what changed between two, and nothing else', async () => {
    const { body } = await get(`${base}/1..2`);
    expectSoundPage(body, 'vi');
    expect(texts(body, 'ins')).toEqual(['Trọng lượng: khoảng 86 kg']);
    expect(texts(body, 'del')).toEqual([]);
    const back = await get(`${base}/2..1`);
    expect(texts(back.body, 'del')).toEqual(['Trọng lượng: khoảng 86 kg']);
  });

  it('says so when nothing changed', async () => {
    const { body } = await get(`/en/versions/${samples.drum}/2..2`);
    expect(body).toContain('The two versions do not differ in anything that you may see.');
  });

  it('shows an old version as old', async () => {
    const { body } = await get(`${base}/1`);
    expectSoundPage(body, 'vi');
    expect(body).toContain('Bạn đang xem phiên bản 1. Phiên bản hiện hành là 2.');
    expect(body).not.toContain('Trọng lượng: khoảng');
    expect(body).toContain('noindex');
    expect(structuredData(body)).toEqual([]);
  });

  it.each(['0', '3', '1..9', '9..1', 'x', '1...2', '1..', '99999999999999', '1;drop'])(
    'knows no version %s',
    async (range) => {
      expect((await get(`${base}/${encodeURIComponent(range)}`)).statusCode).toBe(404);
    },
  );
});

describe('the starter data', () => {
  it.each([
    'treasure:1',
    'special-monument:2',
    'national-ich:2',
    'unesco:WH-678',
    'museum:1',
    'festival:2',
    'holder:3',
    'national-monument:4',
  ])('%s has a sound page in both languages', async (key) => {
    const row = await database.db
      .selectFrom('record')
      .select(['pid', 'kind'])
      .where('starter_key', '=', key)
      .executeTakeFirst();
    if (!row) return;
    for (const lang of ['vi', 'en'] as const) {
      const moved = await get(`/${lang}/${KIND_SEGMENTS[row.kind]?.[lang]}/${row.pid}`);
      const page = await get(String(moved.headers.location));
      expect(page.statusCode).toBe(200);
      expectSoundPage(page.body, lang);
    }
  });
});
