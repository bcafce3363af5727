import { expect, test } from 'vitest';
import { createCatalogue, fieldMap, standardReference } from './catalogue.ts';
import { aCatalogue, aStandard, SAMPLE_LISTS } from './standards.fixture.ts';
import { compareVersions, splitReference } from './version.ts';

const first = aStandard({ status: 'superseded' });
const second = aStandard({ version: '1.1' });
const third = aStandard({ version: '2.0', status: 'draft' });
const museum = aStandard({ id: 'museum', kind: 'museum' });
const catalogue = aCatalogue([third, museum, second, first]);

test('the version in force is the answer when none is named', () => {
  expect(catalogue.standard('monument')).toBe(second);
  expect(catalogue.standard('monument', '1.0')).toBe(first);
  expect(catalogue.standard('monument', '2.0')).toBe(third);
  expect(catalogue.standard('monument', '3.0')).toBeUndefined();
  expect(catalogue.standard('dragon')).toBeUndefined();
});

test('all versions of a kind come oldest first', () => {
  expect(catalogue.versions('monument')).toEqual([first, second, third]);
  expect(catalogue.versions('dragon')).toEqual([]);
});

test('only standards in force are listed, in the order they were given', () => {
  expect(catalogue.inForce()).toEqual([museum, second]);
});

test('a kind without a version in force has none, drafts do not count', () => {
  expect(aCatalogue([third]).standard('monument')).toBeUndefined();
  expect(aCatalogue([third]).field('monument', 'name')).toBeUndefined();
});

test('a body names its standard by kind and version', () => {
  expect(standardReference(second)).toBe('monument@1.1');
  expect(catalogue.standardByReference('monument@1.1')).toBe(second);
  expect(catalogue.standardByReference('museum@1.0')).toBe(museum);
  expect(catalogue.standardByReference('monument')).toBeUndefined();
  expect(catalogue.standardByReference('monument@')).toBeUndefined();
  expect(catalogue.standardByReference('@1.1')).toBeUndefined();
});

test('fields are found by id, once each, in the order of the groups', () => {
  expect([...fieldMap(second).keys()].slice(0, 3)).toEqual(['name', 'type', 'description']);
  expect(fieldMap(second)).toBe(fieldMap(second));
  expect(catalogue.field('monument', 'name')?.datatype).toBe('localizedText');
  expect(catalogue.field('monument', 'toString')).toBeUndefined();
});

test('code lists by scheme, by version and by reference', () => {
  expect(catalogue.codeList('ich-type')?.version).toBe('2024');
  expect(catalogue.codeList('ich-type', '2010')?.version).toBe('2010');
  expect(catalogue.codeListByReference('ich-type@2010')?.version).toBe('2010');
  expect(catalogue.codeListByReference('ich-type@1999')).toBeUndefined();
  expect(catalogue.codeLists()).toHaveLength(SAMPLE_LISTS.length);
});

test('a code keeps its newest label; a code of an old list only keeps its own', () => {
  const [old, current] = SAMPLE_LISTS;
  if (!old || !current) throw new Error('two versions expected');
  const renamed = {
    ...current,
    codes: current.codes.map((code) => ({
      ...code,
      label: { vi: `Mới ${code.code}`, en: `New ${code.code}` },
    })),
  };
  const both = createCatalogue({ standards: [], codeLists: [old, renamed] });
  expect(both.label('ich-type', 'LE_HOI', 'en')).toBe('New LE_HOI');
  expect(both.label('ich-type', 'NGU_VAN', 'en')).toBe('Label NGU_VAN');
  expect(both.label('no-such-list', 'X', 'en')).toBe('X');
  expect(both.code('ich-type', 'LE_HOI')?.label.vi).toBe('Mới LE_HOI');
});

test.each([
  ['1.0', '1.0', 0],
  ['1', '1.0', 0],
  ['1.9', '1.10', -1],
  ['2010', '2024', -1],
  ['2.0', '1.99', 1],
  ['1.0.1', '1.0', 1],
])('version %s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
  expect(Math.sign(compareVersions(b, a)) + sign).toBe(0);
});

test('a reference splits at its last @', () => {
  expect(splitReference('unit@1')).toEqual({ name: 'unit', version: '1' });
  expect(splitReference('a@b@2')).toEqual({ name: 'a@b', version: '2' });
  expect(splitReference('unit')).toEqual({ name: 'unit', version: '' });
});
