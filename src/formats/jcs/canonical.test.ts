import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, jsonDefect, parseStrictJson, sha256Hex } from './index.ts';

function text(value: unknown): string {
  const outcome = canonicalJson(value);
  if (outcome.kind !== 'canonical') throw new Error(`${outcome.reason} at ${outcome.pointer}`);
  return outcome.text;
}

describe('canonicalJson', () => {
  it('agrees with the example of RFC 8785 §3.2.2', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(text(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 unit, so a plane 2 character comes before U+FB33 (RFC 8785 §3.2.3)', () => {
    expect(text({ '\ufb33': 1, 𠂛: 2, é: 3, a: 4 })).toBe('{"a":4,"é":3,"𠂛":2,"\ufb33":1}');
  });

  it('writes minus zero as zero and keeps Vietnamese as it is', () => {
    expect(text([-0, 'Trống đồng Ngọc Lũ'])).toBe('[0,"Trống đồng Ngọc Lũ"]');
  });

  it.each([
    [{ a: ['\ud800'] }, 'lone-surrogate', '/a/0'],
    [{ a: { '\udc00': 1 } }, 'lone-surrogate', '/a'],
    [[0, Number.NaN], 'non-finite-number', '/1'],
    [{ 'a/b~c': Number.POSITIVE_INFINITY }, 'non-finite-number', '/a~1b~0c'],
    [undefined, 'not-json', ''],
    [{ a: undefined }, 'not-json', '/a'],
    [{ a: new Date(0) }, 'not-json', '/a'],
    [{ a: new Map() }, 'not-json', '/a'],
    [{ a: 1n }, 'not-json', '/a'],
    [{ toJSON: () => 1 }, 'not-json', '/toJSON'],
    [[new Array(1)], 'not-json', '/0/0'],
  ])('refuses %o: %s at %s', (value, reason, pointer) => {
    expect(canonicalJson(value)).toEqual({ kind: 'unrepresentable', reason, pointer });
  });

  it('refuses circles and endless nesting instead of running out of stack', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(canonicalJson(circle)).toMatchObject({ kind: 'unrepresentable', reason: 'too-deep' });
  });

  it('does not depend on the order of insertion, and survives reading', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const canonical = text(value);
        const read = parseStrictJson(canonical);
        expect(read.kind).toBe('json');
        expect(read.kind === 'json' && text(reversed(read.value))).toBe(canonical);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, reversed(member)]);
  return Object.fromEntries(entries.reverse());
}

describe('sha256Hex', () => {
  it('hashes the UTF-8 bytes', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    // printf '{"tên":"đ"}' | sha256sum
    expect(sha256Hex('{"tên":"đ"}')).toBe('3be8def4a643dc3fa63ffd06cfcce0695bf3023088e9cbb81bab8f2d4d3d3ca7');
  });
});

it('writes what another implementation of RFC 8785 writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(text(value)).toBe(canonicalize(value));
    }),
  );
});

it('names the defect without writing the text', () => {
  const hole: unknown[] = [1];
  hole.length = 2;
  expect(jsonDefect({ a: hole })).toEqual({ reason: 'not-json', pointer: '/a/1' });
  fc.assert(
    fc.property(fc.anything({ withDate: true, withMap: true, withNullPrototype: true }), (value) => {
      const outcome = canonicalJson(value);
      const defect = outcome.kind === 'canonical' ? null : outcome;
      expect(jsonDefect(value)).toEqual(defect && { reason: defect.reason, pointer: defect.pointer });
    }),
  );
});
