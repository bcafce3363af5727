import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson } from './index.ts';

describe('parseStrictJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 1);
        expect(parseStrictJson(text)).toEqual({ kind: 'json', value: JSON.parse(text) });
      }),
    );
  });

  it('reads characters of plane 2, plain and escaped', () => {
    expect(parseStrictJson('"\\ud842\\udee3𠊛"')).toEqual({ kind: 'json', value: '\u{20ae3}𠊛' });
  });

  it.each([
    ['{"id":1,"id":1}', { kind: 'duplicate-key', line: 1, column: 9, pointer: '/id' }],
    [
      '{"a":[{"b":1},\n {"b":1, "\\u0062":2}]}',
      { kind: 'duplicate-key', line: 2, column: 10, pointer: '/a/1/b' },
    ],
    ['["\\ud800"]', { kind: 'lone-surrogate', line: 1, column: 2, pointer: '/0' }],
    ['{"\\udc00":1}', { kind: 'lone-surrogate', pointer: '/\udc00' }],
    ['{"year":1e400}', { kind: 'number-out-of-range', line: 1, column: 9, pointer: '/year' }],
    ['-1e400', { kind: 'number-out-of-range', pointer: '' }],
    ['1e-400', { kind: 'number-out-of-range', pointer: '' }],
    ['9007199254740993', { kind: 'number-out-of-range', pointer: '' }],
    ['', { kind: 'malformed', line: 1, column: 1 }],
    ['{"a":1', { kind: 'malformed', line: 1, column: 7 }],
    ['{"a":1,\n}', { kind: 'malformed', line: 2, column: 1 }],
    ['\ufeff{}', { kind: 'malformed', line: 1, column: 1 }],
    ['12345678901234567890', { kind: 'number-out-of-range', pointer: '' }],
    ['{"a":[1,2],\n"b":NaN}', { kind: 'malformed', line: 2, column: 5 }],
    ['[1]x', { kind: 'malformed', line: 1, column: 4 }],
    ['"ab', { kind: 'malformed', line: 1, column: 4 }],
    ['at position 99', { kind: 'malformed', line: 1, column: 1 }],
    ['[NaN]', { kind: 'malformed', line: 1, column: 2 }],
  ])('refuses %j', (text, expected) => {
    expect(parseStrictJson(text)).toMatchObject(expected);
  });

  it.each([
    '9007199254740991',
    '-9007199254740992',
    '100000000000000000000',
    '0',
    '-0',
    '0.0e-999',
    '1.00000000000000000001',
    '1E3',
  ])('accepts the number %s', (text) => {
    expect(parseStrictJson(text)).toEqual({ kind: 'json', value: Number(text) });
  });

  it('lets the same key stand in different objects, and as a value', () => {
    expect(parseStrictJson('{"a":{"a":"a"},"b":["a","a",{"a":1}],"c":{}}').kind).toBe('json');
  });

  it('counts depth, and stands 100,000 levels', () => {
    expect(parseStrictJson('[[1]]', { maxDepth: 2 }).kind).toBe('json');
    expect(parseStrictJson('[[1]]', { maxDepth: 1 })).toMatchObject({ kind: 'too-deep', column: 2 });
    expect(parseStrictJson('['.repeat(100_000) + ']'.repeat(100_000)).kind).toBe('too-deep');
  });

  it('keeps a key called __proto__ as data', () => {
    const outcome = parseStrictJson('{"__proto__":{"polluted":true}}');
    expect(outcome.kind === 'json' && Object.hasOwn(Object(outcome.value), '__proto__')).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('finds a duplicate wherever it is put', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string(), { minKeys: 1 }), fc.nat(), (record, pick) => {
        const members = Object.entries(record).map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`);
        const doubled = [...members, members[pick % members.length]].join(',');
        expect(parseStrictJson(`{${doubled}}`).kind).toBe('duplicate-key');
      }),
    );
  });
});

const hostile = resolve('../shared/fixtures/hostile');
const manifest: { file: string; class: string; expect: string }[] = existsSync(hostile)
  ? JSON.parse(readFileSync(`${hostile}/manifest.json`, 'utf8'))
  : [];

describe.skipIf(manifest.length === 0)('the hostile JSON files', () => {
  const cases = manifest.filter((entry) => entry.class === 'json');

  it('are there', () => {
    expect(cases.length).toBeGreaterThanOrEqual(4);
  });

  it.each(cases)('$file: $expect', ({ file, expect: verdict }) => {
    const outcome = parseStrictJson(readFileSync(`${hostile}/${file}`, 'utf8'));
    expect(outcome.kind === 'json' ? 'accept' : 'refuse').toBe(verdict);
  });
});
