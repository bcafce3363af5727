import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeness } from './completeness.ts';
import { aBody, aField, aStandard } from './standards.fixture.ts';

const standard = aStandard({
  groups: [
    {
      id: 'one',
      label: { vi: 'Một', en: 'One' },
      fields: [
        aField({
          id: 'name',
          datatype: 'localizedText',
          weight: 10,
          search: 'name',
          label: { vi: 'Tên', en: 'Name' },
        }),
        aField({ id: 'type', datatype: 'term', codeList: 'ich-type@2010', weight: 6 }),
      ],
    },
    {
      id: 'two',
      label: { vi: 'Hai', en: 'Two' },
      fields: [
        aField({ id: 'description', datatype: 'localizedText', weight: 4, search: 'text' }),
        aField({ id: 'number', datatype: 'text', weight: 0 }),
      ],
    },
  ],
});
const long = 'Mô tả '.repeat(30);
const sourced = { source: ['Quyết định'] };
const fullName = [
  { value: 'Chùa', lang: 'vi', ...sourced },
  { value: 'Pagoda', lang: 'en', ...sourced },
];
const fullDescription = [
  { value: long, lang: 'vi', ...sourced },
  { value: long, lang: 'en', ...sourced },
];

function score(fields: Parameters<typeof aBody>[0]) {
  return completeness(standard, aBody(fields), 'en');
}

test('an empty body scores 0 and the heaviest field comes next', () => {
  const empty = completeness(standard, { standard: 'monument@1.0', fields: {} });
  expect(empty.score).toBe(0);
  expect(empty.next).toEqual({ field: 'name', label: 'Tên', weight: 10, gain: 50 });
  expect(empty.missing.map((m) => m.field)).toEqual(['name', 'type', 'description']);
});

test('a full body scores 100 with nothing missing', () => {
  const full = score({ name: fullName, type: [{ value: 'LE_HOI' }], description: fullDescription });
  expect(full).toMatchObject({ score: 100, missing: [], next: undefined });
  expect(full.groups).toEqual([
    { id: 'one', label: 'One', score: 100 },
    { id: 'two', label: 'Two', score: 100 },
  ]);
});

test('being filled earns most of a field, quality the rest', () => {
  // 10 of 20 points for the name: 70 % for being there, then half of 30 % for each of source and languages.
  expect(score({ name: [{ value: 'Chùa', lang: 'vi' }] }).score).toBe(35);
  expect(score({ name: [{ value: 'Chùa', lang: 'vi', ...sourced }] }).score).toBe(42);
  expect(score({ name: fullName }).score).toBe(50);
});

test('a description that describes nothing earns less than a long one', () => {
  const short = score({ name: fullName, description: [{ value: 'Ngắn', lang: 'vi' }] });
  const full = score({ name: fullName, description: [{ value: long, lang: 'vi' }] });
  expect(full.score).toBeGreaterThan(short.score);
});

describe('typed absence', () => {
  test.each([
    ['none', 80],
    ['restricted', 80],
    ['unknown', 65],
    ['not-found', 65],
    ['not-entered', 50],
  ] as const)('%s leads to %i', (absent, expected) => {
    expect(score({ name: fullName, type: [{ absent }] }).score).toBe(expected);
  });
});

test('gates list the fewest fields that lead to them', () => {
  const { gates } = score({ name: fullName });
  expect(gates.submitted).toMatchObject({ required: 60, reached: false, toGo: [{ field: 'type' }] });
  expect(gates.published).toMatchObject({ required: 80, reached: false, toGo: [{ field: 'type' }] });
  const most = score({ name: fullName, type: [{ value: 'LE_HOI' }] });
  expect(most.gates.published).toMatchObject({ reached: true, toGo: [] });
});

test('a standard without weights is always complete', () => {
  const light = aStandard({}, [aField({ id: 'name', datatype: 'localizedText' })]);
  expect(completeness(light, aBody())).toMatchObject({ score: 100, next: undefined });
});

test('coordinates, dates and places have their own aspects of quality', () => {
  const rich = aStandard({}, [
    aField({ id: 'geometry', datatype: 'geometry', weight: 5 }),
    aField({ id: 'foundedOn', datatype: 'date', weight: 5 }),
    aField({ id: 'place', datatype: 'place', weight: 5 }),
  ]);
  const of = (geometry: object, date: object, place: object) =>
    completeness(
      rich,
      aBody({
        geometry: [{ value: geometry, ...sourced }],
        foundedOn: [{ value: date, ...sourced }],
        place: [{ value: place }],
      }),
    ).score;
  expect(of({ precisionMetres: 5 }, { edtf: '1990' }, { units: ['38'] })).toBe(100);
  expect(of({}, { verbatim: 'x' }, { verbatim: 'x' })).toBe(80);
});

test('score and gains always add up to 100, whatever is filled', () => {
  const statement = fc.record({ value: fc.string(), lang: fc.constantFrom('vi', 'en', 'cjm') });
  fc.assert(
    fc.property(
      fc.array(statement, { maxLength: 3 }),
      fc.array(statement, { maxLength: 3 }),
      (name, description) => {
        const result = score({ name, description });
        const gains = result.missing.reduce((sum, m) => sum + m.gain, 0);
        expect(Math.abs(result.score + gains - 100)).toBeLessThan(1.5);
      },
    ),
  );
});
