import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordBody } from '../body.ts';
import { diffBodies } from './diff.ts';
import { bodyHash, chainHash, storageDefect } from './hash.ts';
import { dayInVietnam, endOfMoment } from './moment.ts';

const body = (fields: RecordBody['fields'], standard = 'artefact@1.0'): RecordBody => ({ standard, fields });

describe('hashes', () => {
  it('are those of RFC 8785 and SHA-256', () => {
    const outcome = bodyHash(body({ name: [{ id: 'n', value: 'Trống đồng', lang: 'vi' }] }));
    // printf '{"fields":{"name":[{"id":"n","lang":"vi","value":"Trống đồng"}]},"standard":"artefact@1.0"}' | sha256sum
    expect(outcome.kind === 'hashed' && outcome.hash.toString('hex')).toBe(
      'fe900bdcac310af1e0ca3173f0b8ea1e6327c81ca1b54f65ef2fb4bf029a7d7b',
    );
  });

  it('do not depend on the order in which fields were written', () => {
    const one = bodyHash(body({ a: [{ id: '1', value: 1 }], b: [] }));
    const other = bodyHash({ fields: { b: [], a: [{ value: 1, id: '1' }] }, standard: 'artefact@1.0' });
    expect(one).toEqual(other);
  });

  it.each([
    ['U+0000', 'a\u0000b', 'U+0000'],
    ['half a character', '\ud800', 'lone-surrogate'],
    ['the escape of U+0000 written out', '\\u0000', undefined],
    ['a backslash before it', '\\\u0000', 'U+0000'],
    ['plain text', 'Trống đồng', undefined],
  ])(
    'are refused where the body cannot be stored, and the check says the same: %s',
    (_what, value, reason) => {
      const given = body({ name: [{ id: 'n', value }] });
      const hashed = bodyHash(given);
      expect(hashed.kind === 'unstorable' ? hashed.reason : undefined).toBe(reason);
      expect(storageDefect(given)?.reason).toBe(reason);
    },
  );

  it('chain, so that no version can be taken out', () => {
    const [a, b] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    expect(chainHash(null, a)).not.toEqual(chainHash(chainHash(null, a), a));
    expect(chainHash(chainHash(null, a), b)).not.toEqual(chainHash(null, b));
  });

  it('refuse what the database cannot keep', () => {
    expect(bodyHash(body({ name: [{ id: 'n', value: 'a\u0000' }] }))).toMatchObject({ kind: 'unstorable' });
    expect(bodyHash(body({ name: [{ id: 'n', value: Number.NaN }] }))).toMatchObject({ kind: 'unstorable' });
  });
});

const aStatement = fc.record({ id: fc.constantFrom('1', '2', '3'), value: fc.constantFrom('x', 'y') });
const aList = fc.uniqueArray(aStatement, { selector: (statement) => statement.id });
const aBody = fc.dictionary(fc.constantFrom('name', 'note', 'place'), aList).map((fields) => body(fields));

describe('diffBodies', () => {
  it('finds nothing between equal bodies, whatever the order of statements', () => {
    fc.assert(
      fc.property(aBody, (one) => {
        const turned = Object.entries(one.fields).map(([field, list]) => [field, list.toReversed()]);
        expect(diffBodies(one, body(Object.fromEntries(turned))).changes).toEqual([]);
      }),
    );
  });

  it('leads from one body to the other', () => {
    fc.assert(
      fc.property(aBody, aBody, (before, after) => {
        const patched = new Map(flat(before));
        for (const { field, statement, after: now } of diffBodies(before, after).changes) {
          if (now) patched.set(`${field}/${statement}`, now);
          else patched.delete(`${field}/${statement}`);
        }
        expect(patched).toEqual(new Map(flat(after)));
      }),
    );
  });

  it('tells the first version from nothing, and a change of standard', () => {
    const now = body({ name: [{ id: 'n', value: 'x' }] }, 'artefact@1.1');
    expect(diffBodies(null, now)).toEqual({
      changes: [{ field: 'name', statement: 'n', change: 'added', after: { id: 'n', value: 'x' } }],
    });
    expect(diffBodies(body({ name: [{ id: 'n', value: 'x' }] }), now)).toEqual({
      standard: { before: 'artefact@1.0', after: 'artefact@1.1' },
      changes: [],
    });
  });
});

function flat(one: RecordBody) {
  return Object.entries(one.fields).flatMap(([field, list]) =>
    list.map((statement) => [`${field}/${statement.id}`, statement] as const),
  );
}

describe('moments', () => {
  it.each([
    ['2026-11-24', '2026-11-24T16:59:59.999Z'],
    ['2026-11-24T08:00:00+07:00', '2026-11-24T01:00:00.000Z'],
    ['2026-11-24T08:00Z', '2026-11-24T08:00:00.000Z'],
    ['2026-02-31', undefined],
    ['2026-13-01', undefined],
    ['yesterday', undefined],
    ['', undefined],
    ["2026-11-24' or 1=1", undefined],
  ])('%s ends at %s', (text, instant) => {
    expect(endOfMoment(text)).toBe(instant);
  });

  it('begin their day seven hours before Greenwich', () => {
    expect(dayInVietnam(new Date('2026-11-24T16:59:59Z'))).toBe('2026-11-24');
    expect(dayInVietnam(new Date('2026-11-24T17:00:00Z'))).toBe('2026-11-25');
  });
});
