import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const { db, close } = await testDatabase();
const app = await testApp(db, { config: { publicUrl: 'https://disan.example' } });
afterAll(async () => {
  await app.close();
  await close();
});

interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  'x-summary-vi': string;
  parameters?: { name: string; in: string }[];
  responses: Record<string, unknown>;
  security: object[];
}
interface Document {
  openapi: string;
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

const document = (await app.read('/openapi.json')).body as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

describe('the description of the API', () => {
  it('is the one committed; `vitest -u` writes it anew', async () => {
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot('../../docs/openapi.json');
  });

  it('is OpenAPI 3.1 and describes every part of the contract', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/search',
        '/api/v1/records',
        '/api/v1/records/{pid}',
        '/api/v1/records/{pid}/versions',
        '/api/v1/records/{pid}/versions/{range}',
        '/api/v1/records/{pid}/publish',
        '/api/v1/decisions/{key}',
        '/api/v1/registry/state',
        '/api/v1/changesets/{id}/revert',
        '/api/v1/standards/{kind}/{version}/schema',
      ]),
    );
    expect(Object.keys(document.paths).every((path) => path.startsWith('/api/v1/'))).toBe(true);
  });

  it('names every operation once, in both languages, under a known subject', () => {
    const ids = operations.map((operation) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const subjects = document.tags.map((tag) => tag.name);
    for (const operation of operations) {
      expect(operation.summary).toMatch(/\w/);
      expect(operation['x-summary-vi']).toMatch(/\p{L}/u);
      expect(operation.summary).not.toBe(operation['x-summary-vi']);
      expect(subjects).toEqual(expect.arrayContaining(operation.tags));
      expect(operation.responses).toHaveProperty('default');
    }
  });

  it('describes every parameter of an address, and refers to nothing that is not there', () => {
    for (const { path, parameters = [] } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(
        named,
      );
    }
    for (const [, name = ''] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(document.components.schemas).toHaveProperty([name]);
  });

  it('says that writing needs the token and reading does without', () => {
    for (const { method, security } of operations) {
      const open = security.some((way) => Object.keys(way).length === 0);
      expect(open).toBe(method === 'get');
    }
  });
});

describe('the reference page', () => {
  it('is in the language asked for, else in that of the reader', async () => {
    const read = async (query: string, headers = {}) => await app.read(`/docs${query}`, headers);
    const vi = await read('');
    expect(vi.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(vi.text).toContain('<html lang="vi"');
    expect(vi.text).toContain('Tài liệu API');
    expect((await read('', { 'accept-language': 'en' })).text).toContain('API reference');
    expect((await read('?lang=en')).text).toContain('<html lang="en"');
    expect((await read('?lang=vi', { 'accept-language': 'en' })).text).toContain('Tài liệu API');
    expect((await read('?lang=fr')).text).toContain('Tài liệu API');
    expect(String(vi.headers.vary)).toContain('Accept-Language');
  });

  it('shows every operation with examples, and needs no script of its own', async () => {
    const { text } = await app.read('/docs?lang=en');
    for (const { operationId } of operations) expect(text).toContain(`id="${operationId}"`);
    expect(text).toContain(
      'curl \\\n  &#39;https://disan.example/api/v1/standards&#39;'.replaceAll('&#39;', "'"),
    );
    expect(text).toContain('await fetch(');
    expect(text).not.toMatch(/<script(?![^>]*(type="module" src=|ld\+json))/);
  });
});
