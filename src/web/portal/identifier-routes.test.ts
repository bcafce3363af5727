import { afterAll, describe, expect, it, test } from 'vitest';
import { mergeRecords, transitionRecord } from '#modules/registry/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { anAdministrator, aPortal, aPortalServer, aRecord, publish } from './portal.fixture.ts';
import { complete } from './sample-records.fixture.ts';

const database = await testDatabase();
const context = await anAdministrator(database.db);
const portal = await aPortal(database.db);
const server = await aPortalServer(portal);

const book = async (name: string) =>
  await publish(
    context,
    aRecord('source@1.0', complete(portal.catalogue, 'source', { name: [{ value: name, lang: 'vi' }] })),
  );
const pid = await book('Đại Nam thực lục');

afterAll(async () => {
  await server.close();
  await database.close();
});

const get = async (url: string, headers: Record<string, string> = {}) =>
  await server.inject({ url, headers });

describe('/id/{pid}', () => {
  it.each([
    ['nothing', undefined, `/vi/nguon/${pid}/dai-nam-thuc-luc`],
    ['anything', '*/*', `/vi/nguon/${pid}/dai-nam-thuc-luc`],
    ['a page', 'text/html,application/xhtml+xml,*/*;q=0.8', `/vi/nguon/${pid}/dai-nam-thuc-luc`],
    ['JSON', 'application/json', `/api/v1/records/${pid}`],
    ['JSON rather than a page', 'text/html;q=0.5, application/json', `/api/v1/records/${pid}`],
    ['a page rather than JSON', 'text/html, application/json;q=0.9', `/vi/nguon/${pid}/dai-nam-thuc-luc`],
    ['something nobody has', 'image/png', `/vi/nguon/${pid}/dai-nam-thuc-luc`],
    ['no JSON', 'application/json;q=0', `/vi/nguon/${pid}/dai-nam-thuc-luc`],
  ])('leads whoever accepts %s to the right form', async (_case, accept, location) => {
    const answer = await get(`/id/${pid}`, accept === undefined ? {} : { accept });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(location);
    expect(answer.headers.vary).toContain('Accept');
  });

  it('follows the reader’s language', async () => {
    const answer = await get(`/id/${pid}`, { 'accept-language': 'en-GB,en;q=0.9,vi;q=0.5' });
    expect(answer.headers.location).toBe(`/en/sources/${pid}/dai-nam-thuc-luc`);
  });

  it('takes a suffix before the header', async () => {
    expect((await get(`/id/${pid}.json`, { accept: 'text/html' })).headers.location).toBe(
      `/api/v1/records/${pid}`,
    );
  });

  it.each([
    ['/id/{pid}.jsonld', {}],
    ['/id/{pid}', { accept: 'application/ld+json' }],
  ])('gives JSON-LD at %s', async (path, headers) => {
    const answer = await get(path.replace('{pid}', pid), headers as Record<string, string>);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('application/ld+json');
    expect(answer.json()).toMatchObject({
      '@type': 'CreativeWork',
      '@id': `http://localhost/id/${pid}`,
      name: 'Đại Nam thực lục',
    });
  });
});

describe('ARKs', () => {
  it.each([
    ['the modern form', `/ark:99999/${pid}`],
    ['the older form', `/ark:/99999/${pid}`],
    ['hyphens, which mean nothing', `/ark:99999/${pid.slice(0, 4)}-${pid.slice(4)}`],
    ['an alias form', `/id/ark:99999/${pid}`],
  ])('resolve in %s', async (_case, url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(`/vi/nguon/${pid}/dai-nam-thuc-luc`);
  });

  it('say that they are mistyped where the check character does not match', async () => {
    const wrong = `${pid.slice(0, -1)}${pid.endsWith('b') ? 'c' : 'b'}`;
    const answer = await get(`/ark:99999/${wrong}`, { 'accept-language': 'en' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json().issues[0]).toMatchObject({
      code: 'bad-check-character',
      message: 'This identifier is mistyped: its check character does not match. Compare it with the source.',
    });
  });

  it('offer the right spelling where case alone was wrong', async () => {
    const answer = await get(`/ark:99999/${pid.toUpperCase()}`);
    expect(answer.json().issues[0].message).toContain(`Có phải ý bạn là ${pid}?`);
  });

  it.each(['/id/nothing', '/id/', '/ark:99999/', '/ark:xyz', '/id/%F0%9F%98%80', `/id/${'x'.repeat(400)}`])(
    'give a plain 404 for %s',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );
});

test('a merged record leads for ever to the one that is left', async () => {
  const twin = await book('Đại Nam thực lục (bản trùng)');
  await mergeRecords(context, { from: twin, into: pid, reason: 'trùng' });
  for (const url of [`/id/${twin}`, `/ark:99999/${twin}`, `/ark:/99999/${twin}`]) {
    const answer = await get(url);
    expect(answer.statusCode).toBe(301);
    expect(answer.headers.location).toBe(`/id/${pid}`);
  }
});

test('a withdrawn record answers 410 with since when and why, to programs and people', async () => {
  const gone = await book('Sách bịa');
  await transitionRecord(context, { pid: gone, to: 'withdrawn', reason: 'Không có cuốn này' });
  const program = await get(`/id/${gone}`, { accept: 'application/json' });
  expect(program.statusCode).toBe(410);
  expect(program.json()).toMatchObject({ status: 410, reason: 'Không có cuốn này' });
  expect(program.json().since).toMatch(/^\d{4}-/);
  const person = await get(`/ark:99999/${gone}`, { accept: 'text/html', 'accept-language': 'en' });
  expect(person.statusCode).toBe(410);
  expect(person.body).toContain('This record was withdrawn');
  expect(person.body).toContain('Không có cuốn này');
});
