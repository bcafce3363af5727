import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geometryIssues } from './geometry-checks.ts';
import type { Kind, ObligationState } from './schema.ts';
import { aBody, aCatalogue, aStandard } from './standards.fixture.ts';
import type { Statement } from './statement.ts';
import { validateBody } from './validation.ts';
import type { Values } from './values.ts';

const catalogue = aCatalogue();

function check(body: unknown, state: ObligationState = 'draft') {
  return validateBody(catalogue, body, { state });
}

/** `pointer code` of every issue, sorted, the form that the tables below are written in. */
function found(body: unknown, state: ObligationState = 'draft'): string[] {
  return check(body, state)
    .issues.map(
      (issue) => `${issue.pointer} ${issue.code}${issue.severity === 'warning' ? ' (warning)' : ''}`,
    )
    .sort();
}

function foundIn(field: string, ...values: unknown[]): string[] {
  return found(aBody({ [field]: values.map((value) => ({ value })) as Partial<Statement>[] }));
}

describe('structure', () => {
  test('a minimal draft is valid without a word', () => {
    expect(check(aBody())).toEqual({ kind: 'valid', issues: [] });
  });

  test.each([
    ['a list', [], ' not-an-object'],
    ['null', null, ' not-an-object'],
    ['no standard', { fields: {} }, '/standard missing-property'],
    ['an unpublished standard', { standard: 'monument@9.9', fields: {} }, '/standard unknown-standard'],
    ['a nameless standard', { standard: 'monument', fields: {} }, '/standard unknown-standard'],
    ['no fields', { standard: 'monument@1.0' }, '/fields missing-property'],
    ['a property beside the fields', { ...aBody(), title: 'x' }, '/title unknown-property'],
    ['fields as a list', { standard: 'monument@1.0', fields: [] }, '/fields wrong-type'],
  ])('%s is refused at its place', (_, body, expected) => {
    expect(found(body)).toContain(expected);
    expect(check(body).kind).toBe('invalid');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown field', { 'a/b': [] }, '/fields/a~1b unknown-field'],
    ['a prototype name', JSON.parse('{"__proto__": []}'), '/fields/__proto__ unknown-field'],
    ['a bare value', { number: 'DT-1' }, '/fields/number wrong-type'],
    ['a statement without id', { number: [{ value: 'DT-1' }] }, '/fields/number/0/id missing-property'],
    [
      'value and absence',
      { number: [{ id: 'n', value: 'DT-1', absent: 'none' }] },
      '/fields/number/0 value-or-absence',
    ],
    ['neither', { number: [{ id: 'n' }] }, '/fields/number/0 value-or-absence'],
    ['an unknown absence', { number: [{ id: 'n', absent: 'lost' }] }, '/fields/number/0/absent not-allowed'],
    [
      'an unknown property',
      { number: [{ id: 'n', value: 'DT-1', colour: 1 }] },
      '/fields/number/0/colour unknown-property',
    ],
    ['an empty text', { number: [{ id: 'n', value: '' }] }, '/fields/number/0/value empty'],
    ['a number as text', { quantity: [{ id: 'q', value: '3' }] }, '/fields/quantity/0/value wrong-type'],
    [
      'a script as a word',
      { name: [{ id: 'n', value: 'Chùa', lang: 'vi', script: 'latin' }] },
      '/fields/name/0/script wrong-form',
    ],
    ['a float as decimal', { price: [{ id: 'p', value: '1,5' }] }, '/fields/price/0/value wrong-form'],
    [
      'a script address',
      { website: [{ id: 'w', value: 'javascript:alert(1)' }] },
      '/fields/website/0/value wrong-form',
    ],
    [
      'an unknown calendar',
      { festivalTime: [{ id: 'f', value: { calendar: 'maya' } }] },
      '/fields/festivalTime/0/value/calendar not-allowed',
    ],
    ['an empty place', { place: [{ id: 'p', value: {} }] }, '/fields/place/0/value empty'],
  ])('%s is refused with one issue', (_, fields, expected) => {
    const body = {
      standard: 'monument@1.0',
      fields: Object.assign(Object.create(null), aBody().fields, fields),
    };
    expect(found(Object.hasOwn(fields, '__proto__') ? withProto() : body)).toEqual([expected]);
  });

  function withProto() {
    return JSON.parse(
      '{"standard":"monument@1.0","fields":{"name":[{"id":"n","value":"Chùa","lang":"vi"}],"__proto__":[]}}',
    );
  }

  test('issues name the field, so that an editor finds it when rows move', () => {
    const [issue] = check({
      standard: 'monument@1.0',
      fields: { ...aBody().fields, number: [{ id: 'n' }] },
    }).issues;
    expect(issue).toMatchObject({ field: 'number', severity: 'error' });
  });

  test('a hostile body is answered with a bounded list', () => {
    const list = Array.from({ length: 5000 }, () => ({ colour: 1 }));
    expect(check({ standard: 'monument@1.0', fields: { number: list } }).issues.length).toBeLessThan(600);
  });
});

describe('obligations', () => {
  test('grow with the state of the record', () => {
    expect(found(aBody(), 'draft')).toEqual([]);
    expect(found(aBody(), 'submitted')).toEqual([
      '/fields/description missing-recommended (warning)',
      '/fields/type missing-mandatory',
    ]);
    expect(found(aBody(), 'published')).toEqual([
      '/fields/description missing-mandatory',
      '/fields/type missing-mandatory',
    ]);
  });

  test('are met by a typed absence, but not by "nobody looked yet"', () => {
    expect(found(aBody({ type: [{ absent: 'unknown' }] }), 'submitted')).not.toContain(
      '/fields/type missing-mandatory',
    );
    expect(found(aBody({ type: [{ absent: 'not-entered' }] }), 'submitted')).toContain(
      '/fields/type missing-mandatory',
    );
  });

  test('say in both languages what is missing and when', () => {
    const issue = check(aBody(), 'submitted').issues.find((i) => i.code === 'missing-mandatory');
    expect(issue?.message.vi).toContain('“Loại hình”, thông tin bắt buộc khi gửi duyệt');
    expect(issue?.message.en).toContain('“Type” is missing and mandatory when a record is submitted');
  });

  test('a value beside "there is none" is a contradiction', () => {
    expect(found(aBody({ number: [{ value: 'DT-1' }, { absent: 'none' }] }))).toEqual([
      '/fields/number contradictory-absence (warning)',
    ]);
  });
});

describe('cardinality and ids', () => {
  test('one value may be written in several languages, not twice in one', () => {
    const two = (second: string) =>
      aBody({
        description: [
          { value: 'Một', lang: 'vi' },
          { value: 'x', lang: second },
        ],
      });
    expect(found(two('en'))).toEqual([]);
    expect(found(two('vi'))).toEqual(['/fields/description too-many']);
    expect(found(aBody({ quantity: [{ value: 1 }, { value: 2 }] }))).toEqual(['/fields/quantity too-many']);
  });

  test('a statement id is unique in the whole record', () => {
    const body = aBody({ number: [{ id: 'x', value: 'DT-1' }], price: [{ id: 'x', value: '1' }] });
    expect(found(body)).toEqual(['/fields/price/0/id duplicate-id']);
  });

  test('a localized text without a language is refused', () => {
    expect(found(aBody({ name: [{ value: 'Chùa' }] }))).toEqual(['/fields/name/0/lang missing-language']);
  });
});

describe('values', () => {
  test.each<[string, unknown, string[]]>([
    ['type', 'LE_HOI', []],
    ['type', 'TRUYEN_KHAU', ['/fields/type/0/value unknown-code']],
    ['materials', 'bronze', []],
    ['materials', 'kryptonite', ['/fields/materials/0/value unknown-code']],
    ['makers', { role: 'maker', verbatim: 'Thợ' }, []],
    ['makers', { role: 'king', verbatim: 'Thợ' }, ['/fields/makers/0/value/role unknown-code']],
    ['size', { type: 'height', value: '63.5', unit: 'cm' }, []],
    [
      'size',
      { type: 'weight', value: '63.5', unit: 'mm' },
      ['/fields/size/0/value/type unknown-code', '/fields/size/0/value/unit unknown-code'],
    ],
    ['holder', { kind: 'museum', verbatim: 'BTLSQG' }, []],
    ['holder', { kind: 'agent', verbatim: 'Ông A' }, ['/fields/holder/0/value/kind unknown-kind']],
    ['foundedOn', { verbatim: 'thế kỷ XVIII', edtf: '17XX' }, []],
    ['foundedOn', { edtf: '2023-02-29' }, ['/fields/foundedOn/0/value/edtf impossible-date']],
    ['foundedOn', { edtf: 'hôm qua' }, ['/fields/foundedOn/0/value/edtf impossible-date']],
    [
      'foundedOn',
      { earliest: 10, latest: 4, verbatim: 'x' },
      ['/fields/foundedOn/0/value/earliest date-order'],
    ],
    ['foundedOn', { approximate: true }, ['/fields/foundedOn/0/value date-without-content']],
    [
      'registration',
      { number: '12/QĐ', date: '2024-02-30' },
      ['/fields/registration/0/value/date impossible-date'],
    ],
    ['festivalTime', { calendar: 'lunar-vi', start: '03-10' }, []],
    [
      'festivalTime',
      { calendar: 'lunar-vi', start: '03-31' },
      ['/fields/festivalTime/0/value/start impossible-day'],
    ],
    [
      'festivalTime',
      { calendar: 'gregorian', start: '02-29', end: '04-31' },
      ['/fields/festivalTime/0/value/end impossible-day'],
    ],
    ['festivalTime', { calendar: 'words' }, ['/fields/festivalTime/0/value recurrence-without-day']],
    [
      'festivalTime',
      {
        calendar: 'cham',
        words: 'Katê',
        overrides: [{ year: 2024, start: '2024-13-01', status: 'official' }],
      },
      ['/fields/festivalTime/0/value/overrides/0/start impossible-date'],
    ],
  ])('%s %j', (field, value, expected) => {
    expect(foundIn(field, value)).toEqual(expected);
  });

  test('name types are codes, schemes of identifiers should be', () => {
    const named = (nameType: string) => found(aBody({ name: [{ value: 'Chùa', lang: 'vi', nameType }] }));
    expect(named('other')).toEqual([]);
    expect(named('pet-name')).toEqual(['/fields/name/0/nameType unknown-code']);
    expect(foundIn('identifiers', { scheme: 'zz', value: '1' })).toEqual([
      '/fields/identifiers/0/value/scheme unknown-code (warning)',
    ]);
  });

  const point = (longitude: unknown, latitude: unknown) => ({
    role: 'point',
    crs: 'EPSG:4326',
    publicPrecision: 'exact',
    geojson: { type: 'Point', coordinates: [longitude, latitude] },
  });

  test('places: inside, swapped, abroad and malformed', () => {
    expect(foundIn('geometry', point(105.83, 21.03))).toEqual([]);
    expect(foundIn('geometry', point(21.03, 105.83))).toEqual([expect.stringContaining('axes-swapped')]);
    expect(foundIn('geometry', point(2.35, 48.85))).toEqual([expect.stringContaining('outside-vietnam')]);
    expect(foundIn('geometry', point('105', 21))).toEqual([expect.stringContaining('broken-geometry')]);
    expect(foundIn('geometry', { ...point(105.8, 21), role: 'moon' })).toEqual([
      '/fields/geometry/0/value/role unknown-code',
    ]);
  });

  test('a findspot is public by commune at most', () => {
    const tooPrecise = (kind: Kind, more: object) =>
      geometryIssues({ ...sound, ...more }, { at: '/g', kind }).map(
        ({ pointer, code }) => `${pointer} ${code}`,
      );
    const sound = point(105.83, 21.03) as Values['geometry'];
    const refused = ['/g/publicPrecision findspot-too-precise'];
    expect(tooPrecise('artefact', { role: 'findspot' })).toEqual(refused);
    expect(tooPrecise('artefact', { role: 'findspot', publicPrecision: 'approx-1km' })).toEqual(refused);
    expect(tooPrecise('artefact', { role: 'findspot', publicPrecision: 'commune' })).toEqual([]);
    expect(tooPrecise('artefact', { role: 'keeping-place' })).toEqual([]);
    expect(tooPrecise('monument', { role: 'findspot' })).toEqual([]);
  });

  test('a point abroad is an error for a monument and a warning for an artefact', () => {
    const artefact = aCatalogue([aStandard({ id: 'artefact', kind: 'artefact' })]);
    const body = aBody({ geometry: [{ value: point(2.35, 48.85) }] }, 'artefact@1.0');
    expect(validateBody(artefact, body, { state: 'draft' }).kind).toBe('valid');
    expect(check({ ...body, standard: 'monument@1.0' }).kind).toBe('invalid');
  });
});

describe('rules', () => {
  test.each<[string, unknown[], string[]]>([
    ['number', ['DT-12'], []],
    ['number', ['dt12'], ['/fields/number/0/value wrong-pattern']],
    ['quantity', [500], []],
    ['quantity', [0], ['/fields/quantity/0/value out-of-range']],
    ['quantity', [501], ['/fields/quantity/0/value out-of-range']],
    [
      'identifiers',
      [
        { scheme: 'a', value: '1' },
        { scheme: 'b', value: '1' },
      ],
      [],
    ],
    [
      'identifiers',
      [
        { scheme: 'a', value: '1' },
        { scheme: 'a', value: '1' },
      ],
      ['/fields/identifiers/1/value duplicate-value'],
    ],
    ['closedOn', [{ edtf: '1990' }], ['/fields/foundedOn requires-other']],
  ])('%s %j', (field, values, expected) => {
    expect(foundIn(field, ...values)).toEqual(expected);
  });

  test('length counts characters, not UTF-16 units', () => {
    const name = (value: string) => found(aBody({ name: [{ value, lang: 'vi' }] }));
    expect(name('𡨸'.repeat(40))).toEqual([]);
    expect(name('𡨸'.repeat(41))).toEqual(['/fields/name/0/value too-long']);
    expect(name('𡨸')).toEqual(['/fields/name/0/value too-short']);
  });

  test('order between dates uses days where given and EDTF otherwise', () => {
    const dates = (founded: object, closed: object) =>
      found(
        aBody({
          foundedOn: [{ value: { verbatim: 'x', ...founded } }],
          closedOn: [{ value: { verbatim: 'x', ...closed } }],
        }),
      );
    expect(dates({ edtf: '1990' }, { edtf: '1990-06' })).toEqual([]);
    expect(dates({ edtf: '1990' }, { edtf: '1989' })).toEqual(['/fields/closedOn/0/value before-other']);
    expect(dates({ earliest: 100, latest: 200 }, { earliest: 0, latest: 50 })).toEqual([
      '/fields/closedOn/0/value before-other',
    ]);
    expect(dates({ earliest: 100 }, {})).toEqual([]);
  });
});

describe('characters', () => {
  test('what the database cannot store is an error, wherever it stands', () => {
    expect(found(aBody({ inscriptions: [{ value: { original: 'a\u0000b' } }] }))).toEqual([
      '/fields/inscriptions/0/value/original control-character',
    ]);
    expect(found(aBody({ number: [{ value: 'DT-1', note: '\ud800' }] }))).toEqual([
      '/fields/number/0/note control-character',
    ]);
  });

  test('decomposed Vietnamese is announced, Hán-Nôm is left alone', () => {
    expect(found(aBody({ name: [{ value: 'Chùa'.normalize('NFD'), lang: 'vi' }] }))).toEqual([
      '/fields/name/0/value not-nfc (warning)',
    ]);
    expect(found(aBody({ inscriptions: [{ value: { original: '\uF9D1' } }] }))).toEqual([]);
  });
});

test('whatever JSON comes in, the answer is a list of issues with pointers and both languages', () => {
  const anyBody = fc.record({
    standard: fc.constant('monument@1.0'),
    fields: fc.dictionary(
      fc.constantFrom('name', 'type', 'geometry', 'foundedOn', 'size', 'nope'),
      fc.array(fc.jsonValue()),
    ),
  });
  fc.assert(
    fc.property(fc.oneof(anyBody, fc.jsonValue()), (body) => {
      for (const issue of check(body, 'published').issues) {
        expect(issue.pointer).toMatch(/^(\/|$)/);
        expect(issue.message.vi.length * issue.message.en.length).toBeGreaterThan(0);
        expect(`${issue.message.vi}${issue.message.en}`).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 300 },
  );
});
