import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { expectSoundPage, links, texts } from '../html.fixture.ts';
import { aPortal, aPortalServer } from '../portal.fixture.ts';

const database = await testDatabase();
const portal = await aPortal(database.db);
const server = await aPortalServer(portal);

afterAll(async () => {
  await server.close();
  await database.close();
});

const get = async (url: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  await server.inject({ url, headers });

describe.each([
  ['vi', '/vi/danh-muc'],
  ['en', '/en/code-lists'],
] as const)('code lists in %s', (lang, address) => {
  it('are all listed, each by its newest version', async () => {
    const { body } = await get(address);
    expectSoundPage(body, lang);
    const schemes = new Set(portal.catalogue.codeLists().map((list) => list.scheme));
    for (const scheme of schemes) {
      const newest = portal.catalogue.codeList(scheme)?.version;
      expect(links(body)).toContain(`${address}/${scheme}/${newest}`);
    }
  });

  it('have a sound page each, with every code', async () => {
    for (const list of portal.catalogue.codeLists()) {
      const { body, statusCode } = await get(`${address}/${list.scheme}/${list.version}`);
      expect(statusCode).toBe(200);
      expectSoundPage(body, lang);
      for (const { code } of list.codes) expect(body).toContain(`<tr id="${code}"`);
    }
  });

  it('lead from a scheme to its newest version', async () => {
    const answer = await get(`${address}/ich-type`);
    expect(answer.headers.location).toBe(`${address}/ich-type/2024`);
  });

  it.each(['nothing', 'ich-type/1999', 'ich-type/2024/list.xml'])('do not know %s', async (path) => {
    expect((await get(`${address}/${path}`)).statusCode).toBe(404);
  });
});

describe('the list of intangible types', async () => {
  const { body } = await get('/vi/danh-muc/ich-type/2024');

  it('maps the seven old types to the six new ones', () => {
    expect(texts(body, 'h2')).toContain('Ánh xạ từ phiên bản 2010');
    expect(texts(body, 'th').some((cell) => cell.endsWith('TIENG_NOI_CHU_VIET'))).toBe(true);
  });

  it('names its other version and the standard that uses it', () => {
    expect(links(body)).toEqual(
      expect.arrayContaining(['/vi/danh-muc/ich-type/2010', '/vi/tieu-chuan/phi-vat-the/1.0']),
    );
  });

  it('can be downloaded', async () => {
    const json = await get('/vi/danh-muc/ich-type/2024/list.json');
    expect(json.json()).toEqual(portal.catalogue.codeList('ich-type', '2024'));
    const csv = await get('/vi/danh-muc/ich-type/2024/list.csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body).toContain('LE_HOI_TRUYEN_THONG');
  });
});

describe.each([
  ['vi', '/vi/tu-vung'],
  ['en', '/en/vocabularies'],
] as const)('vocabularies in %s', (lang, address) => {
  it('are all listed', async () => {
    const { body } = await get(address);
    expectSoundPage(body, lang);
    for (const { id } of portal.vocabularies.all()) expect(links(body)).toContain(`${address}/${id}`);
  });

  it.each(portal.vocabularies.all().map(({ id }) => id))(
    'show %s as a tree with every concept once',
    async (id) => {
      const { body } = await get(`${address}/${id}`);
      expect(texts(body, 'h1')).toHaveLength(1);
      const concepts = portal.vocabularies.vocabulary(id)?.concepts ?? [];
      for (const concept of concepts) expect(body).toContain(`<li id="${concept.id}"`);
    },
  );
});

describe('SKOS', () => {
  it('is given as Turtle and JSON-LD with the addresses of this site', async () => {
    const turtle = await get('/vi/tu-vung/materials/vocabulary.ttl');
    expect(turtle.headers['content-type']).toBe('text/turtle; charset=utf-8');
    expect(turtle.body).toContain('<http://localhost/vocabulary/materials/bronze> a skos:Concept');
    const json = await get('/vi/tu-vung/materials/vocabulary.jsonld');
    expect(json.headers['content-type']).toBe('application/ld+json; charset=utf-8');
    expect(json.json()['@graph'][0]['@id']).toBe('http://localhost/vocabulary/materials');
  });

  it.each([
    ['a page', 'text/html', '/vi/tu-vung/materials#bronze'],
    ['Turtle', 'text/turtle', '/vi/tu-vung/materials/vocabulary.ttl'],
    ['JSON-LD', 'application/ld+json', '/vi/tu-vung/materials/vocabulary.jsonld'],
  ])('resolves the address of a concept to %s', async (_form, accept, location) => {
    const answer = await get('/vocabulary/materials/bronze', { accept });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(location);
    expect(answer.headers.vary).toContain('Accept');
  });

  it('resolves the address of a vocabulary', async () => {
    const answer = await get('/vocabulary/materials', { accept: 'text/html', 'accept-language': 'en' });
    expect(answer.headers.location).toBe('/en/vocabularies/materials');
  });

  it.each([
    '/vocabulary/nothing',
    '/vocabulary/materials/unobtainium',
    '/vi/tu-vung/nothing',
    '/vi/tu-vung/materials/x.rdf',
  ])('does not know %s', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });
});
