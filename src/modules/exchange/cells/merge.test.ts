import { describe, expect, it } from 'vitest';
import type { Statement } from '#modules/standards/index.ts';
import { mergedRow } from './merge.fixture.ts';

const merge = (base: Statement[], cells: Record<string, string>) => mergedRow('artefact', base, cells);

const name = (id: string, value: string, more: Partial<Statement> = {}): Statement => ({
  id,
  value,
  lang: 'vi',
  ...more,
});

describe('values that are repeated', () => {
  const bronze: Statement = { id: 'm1', value: 'bronze', source: ['Sổ 3'], certainty: 'probable' };
  const wood: Statement = { id: 'm2', value: 'wood' };
  const base = [bronze, wood];

  it('leave the very list as it is', () => {
    expect(merge(base, { materials: 'bronze|wood' })).toBe(base);
  });

  it('keep id, sources and certainty, in other words and another order too', () => {
    expect(merge(base, { materials: 'gỗ | đồng thau' })).toEqual([wood, bronze]);
    expect(merge(base, { materials: 'đồng thau' })).toEqual([bronze]);
    expect(merge(base, { materials: 'đá|Đồng thau|gỗ' })).toEqual([
      { id: 'materials-new1', value: 'stone' },
      bronze,
      wood,
    ]);
  });

  it('are kept once for each time they are told', () => {
    expect(merge([wood], { materials: 'wood|wood' })).toEqual([
      wood,
      { id: 'materials-new1', value: 'wood' },
    ]);
  });
});

describe('a value that is changed', () => {
  it('keeps its id and what sort of name it is, not the source of the old value', () => {
    const base = [name('n1', 'Trống Ngoc Lũ', { nameType: 'official', source: ['Sổ 3'], note: 'x' })];
    expect(merge(base, { 'name[vi]': 'Trống Ngọc Lũ' })).toEqual([
      name('n1', 'Trống Ngọc Lũ', { nameType: 'official' }),
    ]);
  });

  it('is a new one where the number of values changes', () => {
    const base = [name('n1', 'A', { nameType: 'official' })];
    expect(merge(base, { 'name[vi]': 'B|C' })).toEqual([name('name-new1', 'B'), name('name-new2', 'C')]);
  });

  it('can become absent, and come back', () => {
    const base = [{ id: 'm1', value: 'bronze' }];
    expect(merge(base, { materials: '[không rõ]' })).toEqual([{ id: 'm1', absent: 'unknown' }]);
    expect(merge([{ id: 'm1', absent: 'unknown' }], { materials: 'gỗ' })).toEqual([
      { id: 'm1', value: 'wood' },
    ]);
  });
});

describe('what the columns do not speak of', () => {
  it('stays where it is', () => {
    const han = name('n2', '銅鼓', { script: 'Hani' });
    const english = name('n3', 'Drum', { lang: 'en' });
    expect(merge([name('n1', 'A'), han, english, name('n4', 'B')], { 'name[vi]': 'A|C' })).toEqual([
      name('n1', 'A'),
      han,
      english,
      name('n4', 'C'),
    ]);
    expect(merge([han], { 'name[vi]': 'A' })).toEqual([han, name('name-new1', 'A')]);
  });

  it('stays inside a value too, unless a cell that decides about it changes', () => {
    const base = [
      { id: 'd1', value: { type: 'height', value: '63', unit: 'cm', part: 'thân', approximate: true } },
    ];
    expect(merge(base, { 'measurements.type': 'Rộng', 'measurements.unit': 'cm' })).toEqual([
      { id: 'd1', value: { type: 'width', value: '63', unit: 'cm', part: 'thân', approximate: true } },
    ]);
    expect(merge(base, { 'measurements.value': '64' })).toEqual([
      { id: 'd1', value: { type: 'height', value: '64', unit: 'cm', part: 'thân' } },
    ]);
  });

  it('does not outlive the cell that decided about it: a moved place has other former provinces', () => {
    const base = [{ id: 'p1', value: { verbatim: 'xã A', units: ['48'], historicUnits: ['49'] } }];
    expect(merge(base, { 'place.units': '38' })).toEqual([
      { id: 'p1', value: { verbatim: 'xã A', units: ['38'] } },
    ]);
    expect(merge(base, { 'place.verbatim': 'xã B' })).toEqual([
      { id: 'p1', value: { verbatim: 'xã B', units: ['48'], historicUnits: ['49'] } },
    ]);
  });
});

it('no statements take away what the columns speak of, and only that', () => {
  const han = name('n2', '銅鼓', { script: 'Hani' });
  expect(merge([name('n1', 'A'), han], { 'name[vi]': '' })).toEqual([han]);
});

it('every wrong value of a cell is told', () => {
  expect(merge([], { materials: 'zzzz|wood|yyyy' })).toEqual(['unknown-term', 'unknown-term']);
});

it('columns of one field must hold as many values', () => {
  expect(
    merge([], { 'measurements.type': 'Cao|Rộng', 'measurements.value': '1|2', 'measurements.unit': 'cm' }),
  ).toBe('items-differ');
});
