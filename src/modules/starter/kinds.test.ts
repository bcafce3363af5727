import { describe, expect, it } from 'vitest';
import { readStarterData } from './data.ts';
import { attachFestival, festivalFields } from './festivals.ts';
import { holderBody, museumBody } from './holders.ts';
import { addMonumentTypes, monumentFields } from './monuments.ts';
import { provinceCodes } from './place.ts';
import type { Fields } from './statements.ts';
import { attachInscription, unescoFields, unescoReference } from './unesco.ts';

const codes = provinceCodes(await readStarterData('data'));
const valuesOf = (fields: Fields): Record<string, unknown[]> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, list]) => [field, list.map((statement) => statement.value)]),
  );

describe('a festival', () => {
  const row = {
    key: 'festival:0',
    pid: 'k0',
    name_vi: 'Lễ hội thử',
    lunar_start: '01-06',
    lunar_end: '01-08',
    place: 'Đền thử',
    province_old: 'Quảng Nam',
    province_new: 'Đà Nẵng',
    note: 'main day',
    source: 's',
  };
  const context = { rules: new Map<string, Record<string, string>>(), codes };

  it('becomes a record with its days and place', () => {
    expect(valuesOf(festivalFields(row, context))).toEqual({
      name: ['Lễ hội thử'],
      ichType: ['LE_HOI_TRUYEN_THONG'],
      place: [{ verbatim: 'Đền thử', units: ['48'], historicUnits: ['49'] }],
      recurrence: [{ calendar: 'lunar-vi', start: '01-06', end: '01-08' }],
      sources: [{ verbatim: 's' }],
    });
  });

  it('is given no type that no list has given it', () => {
    expect(festivalFields({ ...row, name_vi: 'Tết thử' }, context).ichType).toBeUndefined();
  });

  it('lasts one day when no last day is said', () => {
    const { recurrence } = valuesOf(festivalFields({ ...row, lunar_end: '' }, context));
    expect(recurrence).toEqual([{ calendar: 'lunar-vi', start: '01-06', end: '01-06' }]);
  });

  it('follows its own rule where it has one', () => {
    const rules = new Map([['festival:0', { calendar: 'words', words: 'ngày Thìn' }]]);
    const { recurrence } = valuesOf(
      festivalFields({ ...row, lunar_start: '', lunar_end: '' }, { rules, codes }),
    );
    expect(recurrence).toEqual([{ calendar: 'words', words: 'ngày Thìn' }]);
  });

  it('adds its days, name and source to a record it belongs to', () => {
    const fields: Fields = { name: [{ id: 'name-vi', value: 'Di sản', lang: 'vi', nameType: 'primary' }] };
    attachFestival(fields, row, context);
    expect(fields.name?.map(({ value, nameType }) => [value, nameType])).toEqual([
      ['Di sản', 'primary'],
      ['Lễ hội thử', 'other'],
    ]);
    expect(fields.recurrence).toMatchObject([
      { id: 'recurrence-festival-0', certainty: 'probable', note: 'Lễ hội thử · Đền thử · main day' },
    ]);
    expect(fields.place).toBeUndefined();
  });
});

describe('an inscription by UNESCO', () => {
  const row = {
    list: 'World Heritage',
    name_vi: 'Vịnh thử',
    name_en: 'Test Bay',
    unesco_ref: '672ter',
    criteria: '(vii)(viii)',
    provinces: 'Quảng Ninh; Hải Phòng',
    type: 'thiên nhiên',
    source: 's',
  };
  const fieldsOf = (changes: Record<string, string>) =>
    unescoFields({ row: { ...row, ...changes }, point: undefined, codes });

  it('makes a monument of a natural property', () => {
    const { standard, fields } = fieldsOf({});
    expect(standard).toBe('monument@1.0');
    expect(valuesOf(fields)).toEqual({
      name: ['Vịnh thử', 'Test Bay'],
      type: ['DANH_LAM_THANG_CANH'],
      worldHeritageCriteria: ['vii', 'viii'],
      identifiers: [{ scheme: 'unesco-whs', value: '672ter' }],
      // Quảng Ninh took in no other province; Hải Phòng and Hải Dương became one, so nothing is said of it.
      place: [{ units: ['22', '31'], historicUnits: ['22'] }],
      sources: [{ verbatim: 's' }],
    });
  });

  it.each([
    [{ list: 'Intangible - Representative List', type: 'phi vật thể', criteria: '' }, 'intangible@1.0'],
    [{ list: 'Memory of the World - International', type: 'tư liệu', criteria: '' }, 'documentary@1.0'],
    [{ list: 'Global Geopark', type: 'địa chất', criteria: '' }, 'place@1.0'],
    [{ type: 'văn hóa' }, 'monument@1.0'],
  ])('of %j is a record of %s', (changes, standard) => {
    expect(fieldsOf(changes).standard).toBe(standard);
  });

  it('takes a complex of monuments and landscapes for a mixed monument', () => {
    const { fields } = fieldsOf({ type: 'văn hóa', name_vi: 'Quần thể di tích và danh thắng thử' });
    expect(valuesOf(fields)).toMatchObject({
      type: ['HON_HOP'],
      componentTypes: ['LICH_SU', 'DANH_LAM_THANG_CANH'],
    });
  });

  it('has a reference in the scheme of its list, or none', () => {
    expect(unescoReference(row)).toEqual({ scheme: 'unesco-whs', value: '672ter' });
    expect(
      unescoReference({ ...row, list: 'Intangible - Urgent Safeguarding List', unesco_ref: '00309' }),
    ).toEqual({
      scheme: 'unesco-ich',
      value: '00309',
    });
    expect(unescoReference({ ...row, unesco_ref: '' })).toBeUndefined();
  });

  it('adds its names, number and criteria to a record that is there', () => {
    const fields: Fields = {
      name: [
        { id: 'name-vi', value: 'Vịnh thử', lang: 'vi', nameType: 'primary' },
        { id: 'name-en', value: 'Bay', lang: 'en', nameType: 'primary' },
      ],
    };
    attachInscription(fields, row);
    expect(fields.name?.map(({ id, value, nameType }) => [id, value, nameType])).toEqual([
      ['name-vi', 'Vịnh thử', 'primary'],
      ['name-en', 'Bay', 'primary'],
      ['name-en-2', 'Test Bay', 'other'],
    ]);
    expect(valuesOf(fields)).toMatchObject({
      worldHeritageCriteria: ['vii', 'viii'],
      sources: [{ verbatim: 's' }],
    });
  });
});

describe('holders', () => {
  const types = new Map([['CAP_TINH', 'CONG_LAP']]);
  const museum = {
    name_vi: 'Bảo tàng thử',
    name_en: 'Test Museum',
    class: 'cấp tỉnh',
    province_new: 'Huế',
    source: 's',
  };

  it('a museum has its old class and, where the law leaves no choice, its new type', () => {
    expect(valuesOf(museumBody({ row: museum, point: undefined, codes }, types).fields)).toMatchObject({
      museumType: ['CONG_LAP'],
      museumTypology: ['CAP_TINH'],
      place: [{ units: ['46'], historicUnits: ['46'] }],
    });
    const thematic = museumBody({ row: { ...museum, class: 'chuyên đề' }, point: undefined, codes }, types);
    expect(thematic.fields.museumType).toBeUndefined();
    expect(() => museumBody({ row: { ...museum, class: 'lạ' }, point: undefined, codes }, types)).toThrow(
      'lạ',
    );
  });

  it('another holder is an agent with the address of the decision', () => {
    const place = 'xã Xuân Lũng, huyện Lâm Thao, tỉnh Phú Thọ';
    const row = {
      name_vi: 'Chùa thử',
      type: 'organisation',
      organisation_type: 'CO_SO_TON_GIAO',
      place,
      province_new: 'Phú Thọ',
      source: 's',
    };
    expect(valuesOf(holderBody(row, { codes }).fields)).toMatchObject({
      agentType: ['organisation'],
      organisationType: ['CO_SO_TON_GIAO'],
      place: [{ verbatim: place, units: ['25'], historicUnits: ['25'] }],
    });
    const person = holderBody({ ...row, type: 'person', organisation_type: '' }, { codes });
    expect(person.fields.organisationType).toBeUndefined();
  });
});

describe('a monument', () => {
  it('refuses a type that no list knows', () => {
    expect(() => addMonumentTypes({}, ['lịch sử', 'lạ'], 's')).toThrow('lạ');
  });

  it('takes the commune from its point and the old province from the commune', () => {
    const row = {
      name_vi: 'Tháp thử',
      name_en: '',
      type: 'kiến trúc nghệ thuật',
      province_new: 'Đà Nẵng',
      source: 's',
    };
    const point = { lat: '15.88', lon: '108.33', commune_code: '20410', source: 'p', licence: 'l' };
    expect(valuesOf(monumentFields({ row, point, codes }))).toMatchObject({
      name: ['Tháp thử'],
      type: ['KIEN_TRUC_NGHE_THUAT'],
      place: [{ units: ['48', '20410'], historicUnits: ['49'] }],
    });
    expect(valuesOf(monumentFields({ row, point: undefined, codes })).place).toEqual([{ units: ['48'] }]);
  });
});
