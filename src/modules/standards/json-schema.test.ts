import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { jsonSchemaOf } from './json-schema.ts';
import { aBody, aCatalogue, aStandard } from './standards.fixture.ts';

const catalogue = aCatalogue();
const standard = aStandard();
const schema = jsonSchemaOf(standard, catalogue, { id: 'https://example.vn/schemas/monument-1.0.json' });

/** An outside validator: only what JSON Schema 2020-12 defines, annotations ignored. */
function accepts(body: unknown, state: 'draft' | 'published' = 'draft'): boolean {
  const ajv = new Ajv2020({ strict: false });
  return ajv.compile(jsonSchemaOf(standard, catalogue, { state }))(JSON.parse(JSON.stringify(body)));
}

test('the schema itself is valid against the 2020-12 meta-schema and is plain JSON', () => {
  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://example.vn/schemas/monument-1.0.json',
    title: 'Di tích',
    'x-label': { vi: 'Di tích', en: 'Monument' },
  });
});

test('labels and definitions stand in both languages at every field', () => {
  expect(schema).toMatchObject({
    properties: {
      fields: {
        properties: {
          name: {
            title: 'Tên gọi',
            'x-label': { vi: 'Tên gọi', en: 'Name' },
            'x-definition': { en: 'Definition of name' },
          },
          number: { examples: ['DT-12'] },
        },
      },
    },
  });
});

describe('an outside validator', () => {
  test('takes what the server takes', () => {
    expect(
      accepts(
        aBody({ type: [{ value: 'LE_HOI' }], materials: [{ value: 'bronze' }], quantity: [{ value: 3 }] }),
      ),
    ).toBe(true);
    expect(accepts(aBody({ type: [{ absent: 'unknown' }] }))).toBe(true);
  });

  test.each<[string, Parameters<typeof aBody>[0]]>([
    ['unknown fields', { nope: [{ value: 'x' }] }],
    ['codes of another list', { type: [{ value: 'TRUYEN_KHAU' }] }],
    ['unknown concepts', { materials: [{ value: 'kryptonite' }] }],
    ['unknown units', { size: [{ value: { type: 'height', value: '1', unit: 'ell' } }] }],
    ['unknown roles', { makers: [{ value: { role: 'king', verbatim: 'x' } }] }],
    [
      'unknown geometry roles',
      {
        geometry: [
          {
            value: {
              role: 'moon',
              crs: 'EPSG:4326',
              publicPrecision: 'exact',
              geojson: { type: 'Point', coordinates: [105, 21] },
            },
          },
        ],
      },
    ],
    ['texts against the pattern', { number: [{ value: 'x' }] }],
    ['texts too short', { name: [{ value: 'x', lang: 'vi' }] }],
    ['numbers out of range', { quantity: [{ value: 0 }] }],
    ['two values where one is allowed', { quantity: [{ value: 1 }, { value: 2 }] }],
    ['value and absence at once', { number: [{ value: 'DT-1', absent: 'none' }] }],
  ])('refuses %s', (_, fields) => {
    expect(accepts(aBody(fields))).toBe(false);
  });

  test('asks for the mandatory fields of the state', () => {
    expect(accepts(aBody(), 'draft')).toBe(true);
    expect(accepts(aBody(), 'published')).toBe(false);
  });

  test('knows the standard by its version', () => {
    expect(accepts(aBody({}, 'monument@1.1'))).toBe(false);
  });
});

test('a vocabulary that is not at hand leaves its terms open', () => {
  const open = jsonSchemaOf(standard, { ...catalogue, concepts: undefined });
  expect(JSON.stringify(open)).not.toContain('"bronze"');
  expect(new Ajv2020({ strict: false }).compile(open)(aBody({ materials: [{ value: 'anything' }] }))).toBe(
    true,
  );
});
