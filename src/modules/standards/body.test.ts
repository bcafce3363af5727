import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  bestStatement,
  bestValue,
  fieldStatements,
  isCoreField,
  names,
  normaliseBody,
  statements,
} from './body.ts';
import { aBody } from './standards.fixture.ts';

const body = aBody({
  name: [
    { id: 'a', value: 'Temple of Literature', lang: 'en' },
    { id: 'b', value: '文廟', lang: 'lzh', script: 'Hani' },
    { id: 'c', value: 'Quốc Tử Giám', lang: 'vi', nameType: 'other' },
    { id: 'd', value: 'Văn Miếu', lang: 'vi' },
  ],
  materials: [{ value: 'stone' }, { absent: 'unknown' }],
});

test('core fields are typed by their datatype', () => {
  expectTypeOf(bestValue(body, 'name', 'vi')).toEqualTypeOf<string | undefined>();
  expectTypeOf(statements(body, 'place')[0]?.value).toExtend<{ verbatim?: string } | undefined>();
  expect(isCoreField('name')).toBe(true);
  expect(isCoreField('toString')).toBe(false);
});

test('fields a body does not have are empty, inherited names included', () => {
  expect(statements(body, 'description')).toEqual([]);
  expect(fieldStatements(body, 'constructor')).toEqual([]);
});

describe('the best value', () => {
  test('speaks the language of the reader and prefers the primary name', () => {
    expect(bestValue(body, 'name', 'vi')).toBe('Văn Miếu');
    expect(bestValue(body, 'name', 'en')).toBe('Temple of Literature');
  });

  test('falls back to Vietnamese, then English, then any language', () => {
    expect(
      bestStatement(
        [
          { id: '1', value: 'x', lang: 'fr' },
          { id: '2', value: 'y', lang: 'vi' },
        ],
        'en',
      )?.id,
    ).toBe('2');
    expect(
      bestStatement(
        [
          { id: '1', value: 'x', lang: 'cjm' },
          { id: '2', value: 'y', lang: 'en' },
        ],
        'vi',
      )?.id,
    ).toBe('2');
    expect(bestStatement([{ id: '1', value: 'x', lang: 'cjm' }], 'vi')?.id).toBe('1');
  });

  test('prefers the certain over the possible and skips absences', () => {
    const possible = { id: '1', value: 'x', certainty: 'possible' as const };
    expect(bestStatement([possible, { id: '2', value: 'y' }], 'vi')?.id).toBe('2');
    expect(bestStatement([{ id: '1', absent: 'unknown' as const }], 'vi')).toBeUndefined();
    expect(bestValue(body, 'materials', 'vi')).toBe('stone');
  });
});

test('names come primary first, in the order of the record', () => {
  expect(names(body).map((name) => name.text)).toEqual([
    'Temple of Literature',
    '文廟',
    'Văn Miếu',
    'Quốc Tử Giám',
  ]);
  expect(names(body)[1]).toEqual({ id: 'b', text: '文廟', type: 'primary', lang: 'lzh', script: 'Hani' });
});

describe('normaliseBody', () => {
  test('composes Latin letters at any depth and drops empty fields', () => {
    const raw = aBody({
      place: [{ value: { verbatim: 'Hòa Bình'.normalize('NFD'), units: ['17'] } }],
      number: [],
    });
    expect(normaliseBody(raw).fields).toEqual({
      name: raw.fields.name,
      place: [{ id: 'place-0', value: { verbatim: 'Hòa Bình'.normalize('NFC'), units: ['17'] } }],
    });
  });

  test('keeps a CJK compatibility ideograph that NFC would replace', () => {
    const compatibility = '\uF9D1';
    expect(compatibility.normalize('NFC')).not.toBe(compatibility);
    const raw = aBody({ inscriptions: [{ value: { original: compatibility } }] });
    expect(normaliseBody(raw)).toEqual(raw);
  });

  test('doing it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseBody(aBody({ number: [{ value: text }] }));
        expect(normaliseBody(once)).toEqual(once);
      }),
    );
  });
});
