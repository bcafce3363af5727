import Type from 'typebox';
import { describe, expect, test } from 'vitest';
import { compileStructure, registerShape } from './structure.ts';

const closed = { additionalProperties: false };

function found(schema: object, data: unknown): string[] {
  return compileStructure(schema)(data).map((issue) => `${issue.pointer} ${issue.code}`);
}

test.each<[string, object, unknown, string[]]>([
  ['required', Type.Object({ a: Type.String() }), {}, ['/a missing-property']],
  ['additionalProperties', Type.Object({}, closed), { 'x/y~z': 1 }, ['/x~1y~0z unknown-property']],
  ['type', Type.Object({ a: Type.Integer() }), { a: 'x' }, ['/a wrong-type']],
  ['enum', Type.Enum(['a', 'b']), 'c', [' not-allowed']],
  ['const', Type.Literal('a'), 'c', [' not-allowed']],
  ['pattern', Type.String({ pattern: '^a$' }), 'c', [' wrong-form']],
  ['minLength 1', Type.String({ minLength: 1 }), '', [' empty']],
  ['minLength 3', Type.String({ minLength: 3 }), 'ab', [' too-short']],
  ['maxLength', Type.String({ maxLength: 1 }), 'ab', [' too-long']],
  ['minItems', Type.Array(Type.Any(), { minItems: 1 }), [], [' too-few']],
  ['maxItems', Type.Array(Type.Any(), { maxItems: 1 }), [1, 2], [' too-many']],
  ['minProperties', Type.Object({}, { minProperties: 1 }), {}, [' empty']],
  ['minimum', Type.Integer({ minimum: 3 }), 2, [' out-of-range']],
  ['maximum', Type.Integer({ maximum: 3 }), 4, [' out-of-range']],
  ['a keyword without words of its own', { multipleOf: 2 }, 3, [' wrong-alternative']],
])('%s', (_, schema, data, expected) => {
  expect(found(schema, data)).toEqual(expected);
});

describe('choices are reported once, not once per alternative', () => {
  const union = Type.Object({ a: Type.Union([Type.String(), Type.Object({ b: Type.Integer() })]) });

  test('anyOf', () => {
    expect(found(union, { a: { b: 'x' } })).toEqual(['/a wrong-alternative']);
    expect(found(union, { a: { b: 1 } })).toEqual([]);
  });

  test('a tag chooses the alternative, whose own problem is then named', () => {
    const tagged = {
      type: 'object',
      required: ['op'],
      discriminator: { propertyName: 'op' },
      oneOf: [
        Type.Object({ op: Type.Literal('a'), x: Type.Integer() }, closed),
        Type.Object({ op: Type.Literal('b'), y: Type.String() }, closed),
      ],
    };
    expect(found(tagged, { op: 'a', x: 'one' })).toContain('/x wrong-type');
    expect(found(tagged, { op: 'b', y: 'two' })).toEqual([]);
    expect(found(tagged, { op: 'c' })).toEqual(['/op wrong-alternative']);
  });
});

test('all problems of a document come at once', () => {
  const schema = Type.Object({ a: Type.String(), b: Type.Integer(), c: Type.Boolean() }, closed);
  expect(found(schema, { a: 1, b: 'x', d: 0 }).sort()).toEqual([
    '/a wrong-type',
    '/b wrong-type',
    '/c missing-property',
    '/d unknown-property',
  ]);
});

test('a registered shape is used by reference, with pointers into the document', () => {
  registerShape('urn:disan:test:shape', Type.Object({ id: Type.String() }, closed));
  const list = { type: 'array', items: { $ref: 'urn:disan:test:shape' } };
  expect(found(list, [{ id: 'a' }, { id: 1 }, {}])).toEqual(['/1/id wrong-type', '/2/id missing-property']);
});

describe('hints say what the form is', () => {
  const hint = (property: string, pattern = '^never$') => {
    const schema = Type.Object({ [property]: Type.String({ pattern }) });
    return compileStructure(schema)({ [property]: 'x' })[0]?.message;
  };

  test.each([
    ['lang', /BCP 47/, /ngôn ngữ/],
    ['script', /ISO 15924/, /chữ viết/],
    ['crs', /EPSG:4326/, /hệ tọa độ/],
    ['start', /month-day/, /tháng-ngày/],
    ['value', /decimal point/, /dấu chấm thập phân/],
    ['sha256', /64/, /thập lục phân/],
    ['unheardOf', /\^never\$/, /mẫu/],
  ])('%s', (property, en, vi) => {
    expect(hint(property)?.en).toMatch(en);
    expect(hint(property)?.vi).toMatch(vi);
  });

  test('a web address is recognised by its pattern', () => {
    expect(hint('value', '^https?://')?.en).toMatch(/https/);
  });
});
