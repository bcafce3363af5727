import { afterAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '#formats/xlsx/index.ts';
import { KINDS, loadStandards } from '#modules/standards/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { KIND_SEGMENTS } from '#web/layout/index.ts';
import { expectSoundPage, links, texts } from '../html.fixture.ts';
import { aPortal, aPortalServer } from '../portal.fixture.ts';
import { withNewerStandard } from './newer-standard.fixture.ts';

const database = await testDatabase();
const portal = await aPortal(database.db);
const server = await aPortalServer(portal);
const later = await aPortalServer({ ...portal, catalogue: await withNewerStandard() });

afterAll(async () => {
  await server.close();
  await later.close();
  await database.close();
});

const get = async (url: string, on = server) => await on.inject({ url, headers: { accept: 'text/html' } });

describe.each([
  ['vi', '/vi/tieu-chuan'],
  ['en', '/en/standards'],
] as const)('standards in %s', (lang, address) => {
  it('list all ten kinds, the lists and the vocabularies', async () => {
    const { body } = await get(address);
    expectSoundPage(body, lang);
    for (const kind of KINDS) expect(links(body)).toContain(`${address}/${KIND_SEGMENTS[kind]?.[lang]}/1.0`);
    expect(links(body)).toEqual(
      expect.arrayContaining(
        portal.vocabularies
          .all()
          .map(({ id }) => (lang === 'vi' ? `/vi/tu-vung/${id}` : `/en/vocabularies/${id}`)),
      ),
    );
  });

  it.each(KINDS)('show the standard for %s with every field', async (kind) => {
    const { body } = await get(`${address}/${KIND_SEGMENTS[kind]?.[lang]}/1.0`);
    expectSoundPage(body, lang);
    const fields = portal.catalogue.standard(kind)?.groups.flatMap((group) => group.fields) ?? [];
    for (const field of fields) expect(body).toContain(`id="field-${field.id}"`);
    expect(texts(body, 'h3').length).toBe(fields.length);
  });

  it('lead from a kind to the version in force', async () => {
    const answer = await get(`${address}/${KIND_SEGMENTS.monument?.[lang]}`);
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe(`${address}/${KIND_SEGMENTS.monument?.[lang]}/1.0`);
  });

  it.each([
    'nothing',
    'di-tich/9.9',
    'monuments/9.9',
    'di-tich/1.0..9.9',
    'di-tich/1.0/nothing.csv',
    'monument/1.0',
  ])('do not know %s', async (path) => {
    expect((await get(`${address}/${path}`)).statusCode).toBe(404);
  });
});

describe('a field', async () => {
  const { body } = await get('/vi/tieu-chuan/di-tich/1.0');
  const [, field = ''] =
    /<article class="standard-field" id="field-type">([\s\S]*?)<\/article>/.exec(body) ?? [];

  it('says what is asked of it and when', () => {
    expect(texts(field, 'li')).toEqual(['Nháp: bắt buộc', 'Gửi duyệt: bắt buộc', 'Công bố: bắt buộc']);
    expect(texts(field, 'dd')).toEqual(
      expect.arrayContaining([
        'Thuật ngữ trong danh mục',
        'Đúng một',
        'Luật 45/2024/QH15 Điều 21',
        'Công khai',
      ]),
    );
  });

  it('leads to its list and shows its mappings', () => {
    expect(links(field)).toContain('/vi/danh-muc/monument-type/2024');
    expect(texts(field, 'dt')).toEqual(expect.arrayContaining(['CIDOC CRM', 'Dublin Core']));
  });
});

describe('downloads', () => {
  it.each([
    ['standard.json', 'application/json', 'monument-1.0.json'],
    ['schema.json', 'application/schema+json', 'monument-1.0.schema.json'],
    ['fields.csv', 'text/csv', 'monument-1.0.vi.csv'],
    ['mappings.csv', 'text/csv', 'monument-1.0.mappings.vi.csv'],
    [
      'template.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'monument-1.0.import.vi.xlsx',
    ],
  ])('%s', async (file, type, name) => {
    const answer = await server.inject({ url: `/vi/tieu-chuan/di-tich/1.0/${file}` });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain(type);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${name}"`);
    expect(answer.rawPayload.length).toBeGreaterThan(500);
  });

  it('hold what they say', async () => {
    const standard = await server.inject({ url: '/en/standards/monuments/1.0/standard.json' });
    expect(standard.json()).toEqual(portal.catalogue.standard('monument', '1.0'));
    const schema = await server.inject({ url: '/en/standards/monuments/1.0/schema.json' });
    expect(schema.json()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
    const fields = await server.inject({ url: '/en/standards/monuments/1.0/fields.csv' });
    expect(fields.body).toMatch(/^\uFEFFGroup,Field id,Label,/);
    const template = await server.inject({ url: '/en/standards/monuments/1.0/template.xlsx' });
    expect(await readWorkbook(template.rawPayload)).toMatchObject({ kind: 'workbook' });
  });

  it('are linked from the page', async () => {
    const { body } = await get('/vi/tieu-chuan/di-tich/1.0');
    for (const file of ['template.xlsx', 'fields.csv', 'mappings.csv', 'schema.json', 'standard.json']) {
      expect(links(body)).toContain(`/vi/tieu-chuan/di-tich/1.0/${file}`);
    }
  });
});

describe('differences between versions', () => {
  it('are told field by field, and whether records have to be migrated', async () => {
    const { body } = await get('/vi/tieu-chuan/nguon/1.0..1.1', later);
    expectSoundPage(body, 'vi');
    expect(texts(body, 'h1')).toEqual(['Nguồn, tài liệu tham khảo: khác biệt giữa 1.0 và 1.1']);
    expect(texts(body, 'h2')).toEqual(['Trường thêm mới', 'Trường bỏ đi', 'Trường sửa đổi']);
    expect(texts(body, 'li').filter((item) => /shelf|edition/.test(item))).toEqual([
      'Kệ shelf',
      'Lần xuất bản, phiên bản edition',
    ]);
    expect(texts(body, 'del')).toContain('Nơi xuất bản');
    expect(texts(body, 'ins')).toEqual(
      expect.arrayContaining([
        'Nơi in',
        'draft: optional, submitted: optional, published: mandatory',
        'rule: maxLength, value: 90',
      ]),
    );
    expect(body).toContain('phải chuyển đổi');
  });

  it('are linked from the newer version, which is the one in force', async () => {
    expect((await get('/vi/tieu-chuan/nguon', later)).headers.location).toBe('/vi/tieu-chuan/nguon/1.1');
    const { body } = await get('/vi/tieu-chuan/nguon/1.1', later);
    expect(links(body)).toEqual(
      expect.arrayContaining(['/vi/tieu-chuan/nguon/1.0..1.1', '/vi/tieu-chuan/nguon/1.0']),
    );
    const old = await get('/vi/tieu-chuan/nguon/1.0', later);
    expect(old.body).toContain('Đã thay thế');
  });

  it('are none between a version and itself', async () => {
    const { body } = await get('/en/standards/sources/1.0..1.0');
    expect(body).toContain('Both versions have the same fields.');
  });
});

it('reads the shipped standards without complaint', async () => {
  expect(await loadStandards('standards', { concepts: portal.vocabularies })).toMatchObject({
    kind: 'loaded',
  });
});
