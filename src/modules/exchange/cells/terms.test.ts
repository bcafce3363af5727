import { expect, test } from 'vitest';
import { publishedKnowledge } from './knowledge.fixture.ts';
import { findCode, findConcept } from './terms.ts';

const { catalogue, vocabularies } = await publishedKnowledge();
const types = catalogue.codeList('measurement-type');
const ranks = catalogue.codeList('ich-type', '2024');
const materials = vocabularies.vocabulary('materials');
if (!types || !ranks || !materials) throw new Error('The lists of this test are not there');

test.each([
  [types, 'height', 'height'],
  [types, 'Cao', 'height'],
  [types, 'HEIGHT', 'height'],
  [types, 'duong kinh', 'diameter'],
  [ranks, 'le-hoi-truyen-thong', 'LE_HOI_TRUYEN_THONG'],
  [ranks, 'Lễ hội truyền thống', 'LE_HOI_TRUYEN_THONG'],
])('a list knows a code by code or label (%#: %s)', (list, text, code) => {
  expect(findCode(list, text)).toEqual({ kind: 'code', code });
});

test('tones decide where labels differ in them alone', () => {
  const list = {
    ...types,
    codes: [
      { code: 'A', label: { vi: 'Lá', en: 'Leaf' } },
      { code: 'B', label: { vi: 'Là', en: 'Is' } },
    ],
  };
  expect(findCode(list, 'lá')).toEqual({ kind: 'code', code: 'A' });
  expect(findCode(list, 'la')).toEqual({ kind: 'ambiguous', candidates: ['A (Lá)', 'B (Là)'] });
});

test('an unknown word gets the labels it may stand for', () => {
  expect(findCode(types, 'Chiều cao')).toEqual({ kind: 'unknown', near: ['Cao'] });
  expect(findCode(types, 'Diametre')).toMatchObject({
    kind: 'unknown',
    near: expect.arrayContaining(['Diameter']),
  });
  expect(findCode(types, 'xyz')).toEqual({ kind: 'unknown', near: [] });
});

test.each([
  ['bronze', 'bronze'],
  ['Đồng thau', 'bronze'],
  ['đồng điếu', 'bronze'],
  ['青銅', 'bronze'],
])('a vocabulary knows %s', (text, code) => {
  expect(findConcept(materials, text)).toEqual({ kind: 'code', code });
});

test('a vocabulary says what it does not know', () => {
  expect(findConcept(materials, 'zzzz')).toEqual({ kind: 'unknown', near: [] });
});
