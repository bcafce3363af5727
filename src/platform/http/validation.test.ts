import Type, { type TSchema } from 'typebox';
import { describe, expect, it } from 'vitest';
import { compileValidator, schemaIssues } from './validation.ts';

/** The issues of a value against a schema, as a part of a request. */
function issuesOf(schema: TSchema | object, value: unknown, part = 'body') {
  const check = compileValidator({ schema, httpPart: part, method: 'GET', url: '/' });
  const valid = check(value);
  if (valid === true) return [];
  return schemaIssues((check as unknown as { errors: never[] }).errors, part);
}

const closed = { additionalProperties: false };

describe('a violation of a schema', () => {
  it.each([
    ['required', Type.Object({ a: Type.String() }), {}, '/a', 'Thiếu mục bắt buộc này.'],
    ['additionalProperties', Type.Object({}, closed), { b: 1 }, '/b', 'không có trong quy định'],
    ['type', Type.Object({ a: Type.Integer() }), { a: 'x' }, '/a', 'phải thuộc kiểu integer'],
    ['enum', Type.Object({ a: Type.Enum(['x', 'y']) }), { a: 'z' }, '/a', 'Giá trị được chấp nhận: x, y.'],
    ['const', Type.Object({ a: Type.Literal('x') }), { a: 'z' }, '/a', 'Giá trị được chấp nhận: x.'],
    ['maxLength', Type.Object({ a: Type.String({ maxLength: 2 }) }), { a: 'xyz' }, '/a', 'Tối đa 2 ký tự.'],
    ['minLength', Type.Object({ a: Type.String({ minLength: 2 }) }), { a: 'x' }, '/a', 'Ít nhất 2 ký tự.'],
    ['minimum', Type.Object({ a: Type.Integer({ minimum: 2 }) }), { a: 1 }, '/a', '>= 2'],
    ['maximum', Type.Object({ a: Type.Integer({ maximum: 2 }) }), { a: 3 }, '/a', '<= 2'],
    ['pattern', Type.Object({ a: Type.String({ pattern: '^x$' }) }), { a: 'y' }, '/a', 'theo mẫu ^x$'],
    [
      'maxItems',
      Type.Object({ a: Type.Array(Type.String(), { maxItems: 1 }) }),
      { a: ['x', 'y'] },
      '/a',
      'không hợp lệ (maxItems)',
    ],
  ])('%s names its place and what is accepted', (code, schema, value, pointer, words) => {
    const [issue] = issuesOf(schema, value);
    expect(issue).toMatchObject({ pointer, code });
    expect(issue?.message.vi).toContain(words);
    expect(issue?.message.en).toMatch(/^[A-Z].*\.$/);
    expect(issue?.message.en).not.toBe(issue?.message.vi);
  });

  it('is told for every place at once', () => {
    const schema = Type.Object({ a: Type.String(), b: Type.Array(Type.Integer()) }, closed);
    const places = issuesOf(schema, { b: ['x', 1, 'y'], c: 1 }).map((issue) => issue.pointer);
    expect(places.toSorted()).toEqual(['/a', '/b/0', '/b/2', '/c']);
  });

  it('writes strange names as RFC 6901 does', () => {
    expect(issuesOf(Type.Object({}, closed), { 'a/b~c': 1 }).map((issue) => issue.pointer)).toEqual([
      '/a~1b~0c',
    ]);
  });

  it.each([
    ['body', ''],
    ['querystring', '/query'],
    ['params', '/params'],
    ['headers', '/headers'],
  ])('in the %s has a pointer that begins with “%s”', (part, prefix) => {
    const schema = Type.Object({ a: Type.String({ minLength: 2 }) });
    expect(issuesOf(schema, { a: 'x' }, part)).toMatchObject([{ pointer: `${prefix}/a` }]);
  });
});

describe('texts of an address', () => {
  const schema = Type.Object({
    n: Type.Optional(Type.Integer()),
    list: Type.Optional(Type.Array(Type.String())),
  });

  it('are read as numbers and lists where the schema wants these, in a body never', () => {
    const query = { n: '7', list: 'x' };
    expect(issuesOf(schema, query, 'querystring')).toEqual([]);
    expect(query).toEqual({ n: 7, list: ['x'] });
    expect(issuesOf(schema, { n: '7' })).toMatchObject([{ pointer: '/n', code: 'type' }]);
  });

  it.each(['', ' ', '7.5', '0x10', 'seven', '7 '])('are no number: “%s”', (text) => {
    const issues = issuesOf(schema, { n: text }, 'querystring');
    // White space around a number is no harm; everything else is.
    expect(issues.length > 0 || Number.isInteger(Number(text))).toBe(true);
  });
});
