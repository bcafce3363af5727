import { expect, test } from 'vitest';
import { mintName } from '#formats/ark/index.ts';
import type { Context } from '#modules/registry/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import { readDate } from './cells/dates.ts';
import { publishedKnowledge } from './cells/knowledge.fixture.ts';
import { cellKnowledge } from './context.ts';

const { catalogue, eras } = await publishedKnowledge();
const terms = await loadVocabularies('standards');
if (terms.kind !== 'loaded') throw new Error('The vocabularies do not load');
const registry = { naan: '12345', shoulder: 'd1' } as Context;
const knowledge = cellKnowledge({ registry, catalogue, vocabularies: terms.vocabularies, eras }, () => ({
  kind: 'unknown',
}));

test('cultures and periods of the vocabulary date what is named after them', () => {
  const read = readDate('Văn hóa Đông Sơn', knowledge);
  expect(read).toMatchObject({
    kind: 'value',
    value: { earliest: expect.any(Number), latest: expect.any(Number) },
  });
  expect(knowledge.periods.every(({ names, from, to }) => names.length > 0 && from <= to)).toBe(true);
});

test('identifiers of this authority and of the test authority are known from names', () => {
  expect(knowledge.isPid(mintName({ naan: '12345', shoulder: 'd1', sequence: 3 }))).toBe(true);
  expect(knowledge.isPid(mintName({ naan: '99999', shoulder: 'k0', sequence: 3 }))).toBe(true);
  expect(knowledge.isPid('Bảo tàng Hà Nội')).toBe(false);
});
