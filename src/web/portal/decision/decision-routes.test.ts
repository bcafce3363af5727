import { afterAll, describe, expect, it } from 'vitest';
import { addDecision, addDesignation } from '#modules/registry/index.ts';
import { starterDatabase } from '#tests/support/starter.ts';
import { expectSoundPage, links, structuredData, texts } from '../html.fixture.ts';
import { anAdministrator, aPortal, aPortalServer, aRecord, publish } from '../portal.fixture.ts';
import { complete } from '../sample-records.fixture.ts';

const database = await starterDatabase();
const context = await anAdministrator(database.db);
const portal = await aPortal(database.db);
const server = await aPortalServer(portal);
const temple = await publish(
  context,
  aRecord(
    'monument@1.0',
    complete(portal.catalogue, 'monument', { name: [{ value: 'Đền thử', lang: 'vi' }] }),
  ),
);
const SOURCE = 'https://example.vn/quyet-dinh';
await addDecision(context, {
  key: '1-qd-1990',
  number: '1/QĐ',
  date: '1990-05-01',
  issuer: 'BO_VAN_HOA',
  source: SOURCE,
});
await addDecision(context, {
  key: '2-qd-2026',
  number: '2/QĐ',
  issuer: 'THU_TUONG',
  summary: { vi: 'Xếp hạng lại.' },
  replaces: '1-qd-1990',
  source: SOURCE,
});
const place = { record: { pid: temple }, verbatimName: 'Đền <Thử>', verbatimPlace: 'xã A' };
await addDesignation(context, {
  key: 'den-thu',
  decision: { key: '1-qd-1990' },
  list: 'QUOC_GIA',
  act: 'designate',
  earliest: '1990-05-01',
  latest: '1990-05-01',
  note: 'Ghi cùng đình',
  source: SOURCE,
  members: [place],
});
await addDesignation(context, {
  decision: { key: '2-qd-2026' },
  list: 'QUOC_GIA',
  act: 'revoke',
  of: { key: 'den-thu' },
  earliest: '2026-01-01',
  latest: '2026-01-01',
  source: SOURCE,
  members: [],
});

afterAll(async () => {
  await server.close();
  await database.close();
});

const get = async (url: string) => await server.inject({ url, headers: { accept: 'text/html' } });

describe.each([
  ['vi', '/vi/quyet-dinh', 'Quyết định'],
  ['en', '/en/decisions', 'Decisions'],
] as const)('the list in %s', (lang, address, title) => {
  it('is a sound page that names its decisions', async () => {
    const { body, statusCode } = await get(address);
    expect(statusCode).toBe(200);
    expectSoundPage(body, lang);
    expect(texts(body, 'h1')).toEqual([title]);
  });

  it('pages through every decision once, dated ones first, newest first', async () => {
    const seen: string[] = [];
    let next: string | undefined = address;
    while (next !== undefined) {
      const { body } = await get(next);
      seen.push(...links(body).filter((href) => href.startsWith(`${address}/`)));
      next = links(body).find((href) => href.startsWith(`${address}?after=`));
    }
    expect(new Set(seen).size).toBe(seen.length);
    const { total } = await database.db
      .selectFrom('decision')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .where('voided_in', 'is', null)
      .executeTakeFirstOrThrow();
    expect(seen).toHaveLength(total);
    expect(seen.indexOf(`${address}/1-qd-1990`)).toBeLessThan(seen.indexOf(`${address}/2-qd-2026`));
  });

  it('can be narrowed to one issuer, in a form that works without a script', async () => {
    const { body } = await get(`${address}?issuer=BO_VAN_HOA`);
    expect(links(body)).toContain(`${address}/1-qd-1990`);
    expect(links(body)).not.toContain(`${address}/2-qd-2026`);
    expect(body).toMatch(/<option value="BO_VAN_HOA" selected>|<option selected value="BO_VAN_HOA">/);
    expect(body).toContain(`<link rel="canonical" href="http://localhost${address}?issuer=BO_VAN_HOA"/>`);
  });
});

describe('what the list does with odd input', () => {
  it.each([
    'issuer=NOBODY',
    'after=x',
    'after=2012-13-01_5',
    'after=2012-02-31_5',
    'after=-infinity_99999999999999999999',
    "after=2012-01-01_1';drop table decision",
    'issuer=A&issuer=B',
  ])('drops %s', async (query) => {
    expect((await get(`/vi/quyet-dinh?${query}`)).statusCode).toBe(200);
  });
});

describe('a decision', () => {
  it('tells its facts, its successor and what it did', async () => {
    const { body } = await get('/vi/quyet-dinh/1-qd-1990');
    expectSoundPage(body, 'vi');
    expect(texts(body, 'h1')).toEqual(['Quyết định 1/QĐ']);
    expect(texts(body, 'dd')).toEqual(
      expect.arrayContaining([
        '1/5/1990',
        'Bộ trưởng Bộ Văn hóa (đến 1990)',
        '2-qd-2026',
        'example.vn/quyet-dinh',
      ]),
    );
    expect(texts(body, 'td')).toEqual(['Đền <Thử>Ghi cùng đình', 'xã A', 'Đền thử', 'Đã hủy bỏ']);
    expect(links(body)).toContain(`/vi/di-tich/${temple}/den-thu`);
  });

  it('says which date it has none of, and links to what it replaces', async () => {
    const { body } = await get('/en/decisions/2-qd-2026');
    expectSoundPage(body, 'en');
    expect(texts(body, 'dd')).toEqual(expect.arrayContaining(['date unknown', 'Prime Minister']));
    expect(links(body)).toContain('/en/decisions/1-qd-1990');
    expect(body).toContain('<p class="meta" lang="vi">Xếp hạng lại.</p>');
    expect(structuredData(body)[0]).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Legislation',
      '@id': 'http://localhost/en/decisions/2-qd-2026',
      name: 'Quyết định 2/QĐ',
      legislationIdentifier: '2/QĐ',
      legislationJurisdiction: 'VN',
    });
  });

  it('reads acts that do the same as one list', async () => {
    const { body } = await get('/vi/quyet-dinh/1426-qd-ttg-2012');
    expectSoundPage(body, 'vi');
    expect(texts(body, 'h3')).toEqual(['Bảo vật quốc gia']);
    expect(body).toContain('Lần đầu · đợt 1 · ');
    expect(links(body)).toContain('/vi/hien-vat/k0hwqwj08/trong-dong-ngoc-lu');
  });

  it('is not found under a key nobody gave', async () => {
    expect((await get('/vi/quyet-dinh/khong-co')).statusCode).toBe(404);
    expect((await get('/vi/quyet-dinh/1426%2FQD')).statusCode).toBe(404);
  });
});
