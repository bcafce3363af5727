import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonBody } from './json-body.ts';

describe('a JSON body', () => {
  it('is read as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        if (text.includes('\\u0000')) return;
        expect(readJsonBody(text)).toMatchObject({ kind: 'json', value: JSON.parse(text) });
      }),
    );
  });

  it.each([
    ['{"a":[1,{"b":"x\\u0000"}]}', '/a/1/b'],
    ['{"a/b":{"~":"\\u0000"}}', '/a~1b/~0'],
    ['{"a":{"b\\u0000":1}}', '/a'],
  ])('with U+0000 is refused at its place: %s', (text, pointer) => {
    expect(readJsonBody(text)).toMatchObject({ kind: 'refused', issue: { pointer, code: 'null-character' } });
  });

  it('may speak of U+0000 in words', () => {
    expect(readJsonBody('"\\\\u0000"')).toEqual({ kind: 'json', value: '\\u0000' });
  });

  it('is refused with line and column, in both languages', () => {
    expect(readJsonBody('{\n  "a": tru\n}')).toMatchObject({
      kind: 'refused',
      issue: {
        code: 'malformed',
        message: { vi: expect.stringMatching(/^JSON sai cú pháp \(dòng 2, cột \d+\)\.$/) },
      },
    });
    const repeated = readJsonBody('{"a":1,"b":{"c":1,"c":2}}');
    expect(repeated).toMatchObject({ kind: 'refused', issue: { pointer: '/b/c', code: 'duplicate-key' } });
    expect(JSON.stringify(repeated)).toContain('line 1');
  });
});
