import { describe, expect, it } from 'vitest';
import { templateColumns } from '#modules/standards/index.ts';
import { groupColumns } from './groups.ts';
import { publishedKnowledge } from './knowledge.fixture.ts';
import { readItems, writeItems } from './statement-cells.ts';

const knowledge = await publishedKnowledge();

function groupOf(kind: string, field: string, lang?: string) {
  const standard = knowledge.catalogue.standard(kind);
  const groups = standard ? groupColumns(standard, templateColumns(standard)) : [];
  const group = groups.find(
    (candidate) => candidate.field.id === field && (!lang || candidate.lang === lang),
  );
  if (!group) throw new Error(`${kind}.${field}`);
  return group;
}

const read = (items: string[], group: ReturnType<typeof groupOf>) => {
  const outcome = readItems(items, group, knowledge);
  return outcome.kind === 'value' ? outcome.value : outcome.problem.code;
};

describe('one statement of each datatype', () => {
  it.each([
    ['artefact', 'registeredNumber', ['BTLS.12'], { value: 'BTLS.12' }],
    ['artefact', 'materials', ['gỗ'], { value: 'wood' }],
    ['artefact', 'quantity', ['3'], { value: 3 }],
    ['artefact', 'isSet', ['có'], { value: true }],
    ['artefact', 'insuranceValue', ['1.500.000,50'], { value: '1500000.50' }],
    ['museum', 'website', ['https://a.vn/'], { value: 'https://a.vn/' }],
    [
      'artefact',
      'identifiers',
      ['Số kiểm kê', 'BTLS.1'],
      { value: { scheme: 'inventory', value: 'BTLS.1' } },
    ],
    ['artefact', 'identifiers', ['sổ riêng', '7'], { value: { scheme: 'sổ riêng', value: '7' } }],
    [
      'artefact',
      'measurements',
      ['Cao', '63,5', 'cm', 'thân'],
      { value: { type: 'height', value: '63.5', unit: 'cm', part: 'thân' } },
    ],
    ['artefact', 'holder', ['Bảo tàng Lịch sử'], { value: { verbatim: 'Bảo tàng Lịch sử' } }],
    ['artefact', 'holder', ['ds1000000b'], { value: { pid: 'ds1000000b' } }],
    ['artefact', 'place', ['xã A', 'Thanh Hóa'], { value: { verbatim: 'xã A', units: ['38'] } }],
    ['artefact', 'place', ['', 'Quảng Nam; 38'], { value: { units: ['48', '38'], historicUnits: ['49'] } }],
    [
      'artefact',
      'registration',
      ['1426/QĐ-TTg', '1/10/2012', ''],
      { value: { number: '1426/QĐ-TTg', date: '2012-10-01' } },
    ],
    ['artefact', 'inscriptions', ['銅', '', 'đồng', ''], { value: { original: '銅', translation: 'đồng' } }],
    [
      'intangible',
      'recurrence',
      ['Âm lịch Việt Nam', '10/3', '', ''],
      { value: { calendar: 'lunar-vi', start: '03-10' } },
    ],
  ] as const)('%s.%s %j', (kind, field, items, statement) => {
    const group = groupOf(kind, field);
    expect(read([...items], group)).toEqual(statement);
  });

  it.each([
    ['artefact', 'materials', ['zzzz'], 'unknown-term'],
    ['artefact', 'isSet', ['maybe'], 'not-a-boolean'],
    ['artefact', 'measurements', ['Cao', 'lớn', 'cm', ''], 'not-a-number'],
    ['artefact', 'place', ['', 'Tân Sơn'], 'ambiguous-place'],
    ['artefact', 'place', ['', 'Xứ Thần Tiên'], 'unknown-place'],
    ['artefact', 'registration', ['1', '31/2/2012', ''], 'impossible-date'],
    ['intangible', 'recurrence', ['Lịch Maya', '', '', ''], 'unlisted-term'],
  ] as const)('%s.%s %j is refused', (kind, field, items, code) => {
    expect(read([...items], groupOf(kind, field))).toBe(code);
  });
});

describe('a typed absence', () => {
  it.each(['[không rõ]', '[unknown]', '[KHONG RO]'])('%s stands in place of a value', (word) => {
    expect(read([word], groupOf('artefact', 'materials'))).toEqual({ absent: 'unknown' });
    expect(read([word, '', '', ''], groupOf('artefact', 'measurements'))).toEqual({ absent: 'unknown' });
  });

  it('is a text without its brackets', () => {
    expect(read(['không rõ'], groupOf('artefact', 'registeredNumber'))).toEqual({ value: 'không rõ' });
  });

  it('does not stand beside a value', () => {
    expect(read(['[không có]', '63', 'cm', ''], groupOf('artefact', 'measurements'))).toBe(
      'absence-with-value',
    );
  });

  it('is written in Vietnamese, where the field begins', () => {
    const absence = { absent: 'not-found' } as const;
    expect(writeItems(absence, groupOf('artefact', 'measurements'))).toEqual([
      '[không tìm thấy]',
      '',
      '',
      '',
    ]);
    expect(writeItems(absence, groupOf('artefact', 'name', 'vi'))).toEqual(['[không tìm thấy]']);
    expect(writeItems(absence, groupOf('artefact', 'name', 'en'))).toBeUndefined();
  });
});

describe('languages', () => {
  const [vi, en] = [groupOf('artefact', 'name', 'vi'), groupOf('artefact', 'name', 'en')];

  it('have their columns, and other languages and scripts none', () => {
    expect(read(['Trống'], vi)).toEqual({ value: 'Trống', lang: 'vi' });
    expect(writeItems({ value: 'Drum', lang: 'en' }, en)).toEqual(['Drum']);
    expect(writeItems({ value: 'Drum', lang: 'en' }, vi)).toBeUndefined();
    expect(writeItems({ value: '銅鼓', lang: 'vi', script: 'Hani' }, vi)).toBeUndefined();
    expect(writeItems({ value: 'x', lang: 'cjm' }, vi)).toBeUndefined();
  });

  it('a personal value that is closed has no cell', () => {
    expect(
      writeItems({ value: { sealed: 'id', digest: 'd' } }, groupOf('artefact', 'measurements')),
    ).toBeUndefined();
  });
});
