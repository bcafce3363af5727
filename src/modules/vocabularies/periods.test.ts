import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodRange } from './periods.ts';
import { aConcept, aVocabulary } from './vocabularies.fixture.ts';

test('an open end below leaves the whole open', () => {
  const vocabulary = aVocabulary('p', [
    aConcept('age'),
    aConcept('early', { broader: ['age'], to: -500 }),
    aConcept('late', { broader: ['age'], from: -500, to: 100 }),
  ]);
  expect(periodRange(vocabulary, 'age')).toEqual({ from: null, to: 100, basis: 'narrower' });
});

test('the years of a distant ancestor count when nothing nearer has any', () => {
  const vocabulary = aVocabulary('p', [
    aConcept('a', { from: 1010, to: 1225 }),
    aConcept('b', { broader: ['a'] }),
    aConcept('c', { broader: ['b'] }),
  ]);
  expect(periodRange(vocabulary, 'c')).toEqual({ from: 1010, to: 1225, basis: 'broader' });
});

test('the second broader concept is asked when the first says nothing', () => {
  const vocabulary = aVocabulary('p', [
    aConcept('undated'),
    aConcept('dated', { from: 1, to: 2 }),
    aConcept('child', { broader: ['undated', 'dated'] }),
  ]);
  expect(periodRange(vocabulary, 'child')).toEqual({ from: 1, to: 2, basis: 'broader' });
});

test('one end is enough', () => {
  const vocabulary = aVocabulary('p', [aConcept('since', { from: 1945 })]);
  expect(periodRange(vocabulary, 'since')).toEqual({ from: 1945, to: null, basis: 'own' });
});

test('a span made of parts covers each part', () => {
  const years = fc.tuple(fc.integer({ min: -3000, max: 2000 }), fc.nat({ max: 500 }));
  fc.assert(
    fc.property(fc.array(years, { minLength: 1, maxLength: 6 }), (parts) => {
      const children = parts.map(([from, length], i) =>
        aConcept(`c${i}`, { broader: ['whole'], from, to: from + length }),
      );
      const range = periodRange(aVocabulary('p', [aConcept('whole'), ...children]), 'whole');
      expect(range?.from).toBe(Math.min(...parts.map(([from]) => from)));
      expect(range?.to).toBe(Math.max(...parts.map(([from, length]) => from + length)));
    }),
  );
});
