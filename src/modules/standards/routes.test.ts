import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { sourceBody } from '#tests/support/bodies.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const { db, close } = await testDatabase();
const app = await testApp(db);
afterAll(async () => {
  await app.close();
  await close();
});

type List = { items: { kind: string; version: string; href: string; schema: string; reference: string }[] };

describe('record standards', () => {
  it('are listed, and every address in the list leads on', async () => {
    const { body, headers } = await app.read('/standards');
    const { items } = body as List;
    expect(items.map((item) => item.kind)).toContain('documentary');
    expect(headers['cache-control']).toBe('public, max-age=300');
    for (const { href, schema, reference } of items) {
      const address = href.replace('/api/v1', '');
      expect((await app.read(address)).body).toMatchObject({ kind: reference.split('@')[0] });
      expect((await app.read(schema.replace('/api/v1', ''))).status).toBe(200);
    }
  });

  it('are read in the version in force, or in the one asked for', async () => {
    const current = await app.read('/standards/monument');
    expect(current.body).toMatchObject({ kind: 'monument', status: 'in-force' });
    expect((await app.read('/standards/monument/1.0')).body).toEqual(current.body);
    expect((await app.read('/standards/monument/9.9')).status).toBe(404);
    expect((await app.read('/standards/castle')).body).toMatchObject({
      status: 400,
      issues: [{ pointer: '/params/kind' }],
    });
  });

  it('give a JSON Schema that an outside validator can use', async () => {
    const { body } = await app.read('/standards/source/1.0/schema?state=published');
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    const check = ajv.compile(body as object);
    expect(check(sourceBody())).toBe(true);
    expect(check({ standard: 'source@1.0', fields: { name: [{ id: 'a', value: 'x' }] } })).toBe(false);
  });

  it.each([
    ['declaration.json', 'application/json', 'source-1.0.json'],
    ['fields.csv', 'text/csv; charset=utf-8', 'source-1.0.en.csv'],
    ['mappings.csv', 'text/csv; charset=utf-8', 'source-1.0.mappings.en.csv'],
    [
      'template.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'source-1.0.import.en.xlsx',
    ],
  ])('can be downloaded as %s', async (file, type, name) => {
    const { status, headers, text } = await app.read(`/standards/source/1.0/${file}?lang=en`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['content-disposition']).toBe(`attachment; filename="${name}"`);
    expect(text.length).toBeGreaterThan(500);
    expect((await app.read(`/standards/source/7.0/${file}`)).status).toBe(404);
  });

  it('speak the language of the reader', async () => {
    const vi = await app.read('/standards/source/1.0/fields.csv');
    const en = await app.read('/standards/source/1.0/fields.csv', { 'accept-language': 'en' });
    expect(vi.headers['content-disposition']).toContain('.vi.csv');
    expect(en.headers['content-disposition']).toContain('.en.csv');
    expect(vi.headers.vary).toBe('Accept-Language');
  });

  it('are compared version by version', async () => {
    const { body } = await app.read('/standards/monument/versions/1.0..1.0');
    expect(body).toEqual({ added: [], removed: [], renamed: [], changed: [], compatibility: 'additive' });
    expect((await app.read('/standards/monument/versions/1.0..9.0')).status).toBe(404);
    expect((await app.read('/standards/monument/versions/1.0')).status).toBe(400);
  });
});

describe('code lists', () => {
  it('are listed and read, newest or by version', async () => {
    const { items } = (await app.read('/code-lists')).body as List;
    expect(items.map((item) => item.reference)).toEqual(
      expect.arrayContaining(['ich-type@2010', 'ich-type@2024']),
    );
    expect((await app.read('/code-lists/ich-type')).body).toMatchObject({ version: '2024' });
    expect((await app.read('/code-lists/ich-type/2010')).body).toMatchObject({ version: '2010' });
    expect((await app.read('/code-lists/none')).status).toBe(404);
    expect((await app.read('/code-lists/ich-type/1')).status).toBe(404);
  });

  it('can be downloaded', async () => {
    const csv = await app.read('/code-lists/ich-type/2024/codes.csv?lang=vi');
    expect(csv.text).toContain('LE_HOI_TRUYEN_THONG');
    expect(csv.headers['content-disposition']).toContain('ich-type-2024.vi.csv');
    expect((await app.read('/code-lists/ich-type/2024/codes.json')).body).toMatchObject({
      scheme: 'ich-type',
    });
    expect((await app.read('/code-lists/ich-type/2024/codes.xml')).status).toBe(400);
    expect((await app.read('/code-lists/none/1/codes.csv')).status).toBe(404);
  });
});
