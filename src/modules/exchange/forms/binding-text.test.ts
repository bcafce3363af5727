import { describe, expect, it } from 'vitest';
import type { RecordDesignation } from '#modules/registry/index.ts';
import type { FormBinding, RecordStandard, Statement } from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import { publishedKnowledge } from '../cells/knowledge.fixture.ts';
import { bindingsText, type FormRecord } from './binding-text.ts';
import type { FormKnowledge } from './value-text.ts';

const { catalogue } = await publishedKnowledge();
const terms = await loadVocabularies('standards');
if (terms.kind !== 'loaded') throw new Error('The vocabularies do not load');
const { vocabularies } = terms;
const artefacts = catalogue.standard('artefact');
if (!artefacts) throw new Error('There is no standard of artefacts');
const standard: RecordStandard = artefacts;

type Fields = Record<string, Omit<Statement, 'id'>[]>;

function textOf(
  bindings: FormBinding[],
  fields: Fields,
  { record = {}, ...more }: Partial<FormKnowledge> & { record?: Partial<FormRecord> } = {},
): string {
  const stated = Object.entries(fields).map(([field, statements]) => [
    field,
    statements.map((statement, index) => ({ id: `s${index}`, ...statement })),
  ]);
  const body: FormRecord['body'] = { standard: 'artefact@1.0', fields: Object.fromEntries(stated) };
  const knowledge: FormKnowledge = {
    ...{ lang: 'vi', catalogue, vocabularies, exact: false },
    titles: new Map([['ds1museum0', 'Bảo tàng Lịch sử quốc gia']]),
    units: new Map([
      ['01', 'thành phố Hà Nội'],
      ['00070', 'phường Hoàn Kiếm'],
      ['former:002', 'quận Hoàn Kiếm'],
    ]),
    ...more,
  };
  return bindingsText(
    bindings,
    { pid: 'ds1abcdefg', standard, body, designations: [], row: 3, ...record },
    knowledge,
  );
}

const of = (field: string, fields: Fields, more?: Parameters<typeof textOf>[2]): string =>
  textOf([{ field }], fields, more);

describe('what the bindings of a line say', () => {
  it('is nothing for a field that the record or its standard does not have', () => {
    expect(of('name', {})).toBe('');
    expect(of('constructor', {})).toBe('');
    expect(of('nowhere', { nowhere: [{ value: 'x' }] })).toBe('');
  });

  it('is said once, however many bindings say it, and line by line', () => {
    const bindings: FormBinding[] = [{ record: 'pid' }, { record: 'pid' }, { record: 'row-number' }];
    expect(textOf(bindings, {})).toBe('ds1abcdefg\n3');
  });

  it('is in the language of the form, else Vietnamese, else whatever there is', () => {
    const name = [{ value: 'Trống' }, { value: 'Drum', lang: 'en' }, { value: 'Tambour', lang: 'fr' }];
    expect(of('name', { name }, { lang: 'en' })).toBe('Drum');
    expect(of('name', { name })).toBe('Trống');
    expect(of('name', { name: name.filter(({ lang }) => lang !== 'en') }, { lang: 'en' })).toBe('Trống');
    expect(of('name', { name: name.slice(2) })).toBe('Tambour');
  });

  it('is only of the types that the line asks for', () => {
    const name = [{ value: 'Trống' }, { value: 'Trống cũ', nameType: 'former' }];
    expect(textOf([{ field: 'name', only: ['former'] }], { name })).toBe('Trống cũ');
    expect(textOf([{ field: 'name', except: ['former'] }], { name })).toBe('Trống');
    const identifiers = ['isbn', 'local'].map((scheme) => ({ value: { scheme, value: `${scheme}-1` } }));
    expect(textOf([{ field: 'identifiers', only: ['local'] }], { identifiers })).toMatch(/: local-1$/);
  });
});

describe('a value that is not there', () => {
  it('is left to be written by hand where it is only not entered, and else told why', () => {
    for (const absent of ['not-entered', 'not-found'] as const)
      expect(of('date', { date: [{ absent }] })).toBe('');
    expect(of('date', { date: [{ absent: 'unknown' }] })).toBe('Chưa biết');
    expect(of('date', { date: [{ absent: 'restricted' }] }, { lang: 'en' })).toBe('Not public');
  });

  it('is not told on a line that asks for values of one type', () => {
    expect(textOf([{ field: 'owner', only: ['owner'] }], { owner: [{ absent: 'none' }] })).toBe('');
    expect(of('owner', { owner: [{ absent: 'none' }] })).toBe('Không có');
  });
});

describe('values in words', () => {
  it.each<[string, Omit<Statement, 'id'>, string, string]>([
    ['quantity', { value: 12_500 }, '12.500', '12,500'],
    ['insuranceValue', { value: '1234567.50' }, '1.234.567,50', '1,234,567.50'],
    ['isSet', { value: false }, 'Không', 'No'],
    ['registeredNumber', { value: 'BT 01', certainty: 'possible' }, 'BT 01 (có thể)', 'BT 01 (possibly)'],
    ['registeredNumber', { value: 'BT 01', note: 'mờ' }, 'BT 01 (mờ)', 'BT 01 (mờ)'],
    ['date', { value: { verbatim: 'đời Trần' } }, 'đời Trần', 'đời Trần'],
    ['holder', { value: { pid: 'ds1museum0' } }, 'Bảo tàng Lịch sử quốc gia', 'Bảo tàng Lịch sử quốc gia'],
    ['holder', { value: { pid: 'ds1hidden0' } }, 'ds1hidden0', 'ds1hidden0'],
    ['makers', { value: { role: 'creator', verbatim: 'Ông Ba' } }, 'Ông Ba (Tác giả)', 'Ông Ba (Creator)'],
    ['materials', { value: 'no-such-concept' }, 'no-such-concept', 'no-such-concept'],
    [
      'registration',
      { value: { number: '12/QĐ', date: '2024-03-05' } },
      '12/QĐ ngày 5/3/2024',
      '12/QĐ of 5 March 2024',
    ],
  ])('%s: %j', (field, statement, vi, en) => {
    expect(of(field, { [field]: [statement] })).toBe(vi);
    expect(of(field, { [field]: [statement] }, { lang: 'en' })).toBe(en);
  });

  it('a place is written from the commune up, then as the source says, former units apart', () => {
    const place = [
      { value: { units: ['01', '00070'], historicUnits: ['002', '99'], verbatim: 'Tràng Tiền' } },
    ];
    expect(of('place', { place })).toBe('phường Hoàn Kiếm, thành phố Hà Nội (Tràng Tiền)');
    expect(textOf([{ record: 'former-places' }], { place })).toBe('quận Hoàn Kiếm, 99');
  });

  it('an inscription has a line for each of its texts', () => {
    const inscriptions = [{ value: { position: 'mặt trống', original: '交趾', translation: 'Giao Chỉ' } }];
    expect(of('inscriptions', { inscriptions })).toBe('mặt trống\nNguyên văn: 交趾\nDịch nghĩa: Giao Chỉ');
  });
});

describe('coordinates', () => {
  const geometry = (publicPrecision: string) => [
    {
      value: {
        ...{ role: 'location', crs: 'EPSG:4326', publicPrecision },
        geojson: { type: 'Point', coordinates: [105.85917, 21.02466] },
      },
    },
  ];
  const text = (precision: string, more?: Parameters<typeof textOf>[2]) =>
    textOf([{ record: 'coordinates' }], { geometry: geometry(precision) }, more);

  it('are as fine as the record allows the public, and exact for staff', () => {
    expect(text('exact')).toBe('21,02466° vĩ Bắc, 105,85917° kinh Đông (WGS 84)');
    expect(text('approx-1km')).toMatch(/, làm tròn khoảng 1 km$/);
    expect(text('approx-1km')).not.toMatch(/02466|85917/);
    expect(text('approx-1km', { exact: true })).toBe(text('exact'));
  });

  it.each(['commune', 'province', 'withheld'])(
    'are not told at all where they are kept to the %s',
    (precision) => {
      expect(text(precision)).toBe('Không công khai');
      expect(text(precision, { lang: 'en' })).toBe('Not public');
    },
  );
});

it('a designation names its act, decision, batch and number, and that it was revoked', () => {
  const act: RecordDesignation = {
    ...{ id: 1, key: null, act: 'correct', list: 'x-list', rank: null, of: null, batch: 'đợt 1' },
    ...{ registryNumber: '7', criteria: null, note: null, source: '', memberCount: 1, standing: 'revoked' },
    ...{ component: '', verbatimName: '', verbatimPlace: '' },
    decision: { key: 'k', number: '1426/QĐ-TTg', date: '2012-10-01', issuer: 'THU_TUONG' },
    effective: { earliest: null, latest: null, edtf: null },
  };
  const said = (designation: RecordDesignation) =>
    textOf([{ record: 'designations' }], {}, { record: { designations: [designation] } });
  expect(said(act)).toBe('x-list, đính chính, 1426/QĐ-TTg ngày 1/10/2012, đợt 1, 7, đã hủy bỏ');
  const bare = { ...act, act: 'designate', batch: null, registryNumber: null, standing: 'in-force' } as const;
  expect(said({ ...bare, decision: { key: 'k', number: '5', date: null, issuer: '' } })).toBe('x-list, 5');
});
