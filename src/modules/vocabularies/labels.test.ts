import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveLabel } from './labels.ts';
import type { Concept } from './schema.ts';
import { aConcept, aVocabulary, MATERIALS } from './vocabularies.fixture.ts';
import { loadVocabularies } from './vocabularies.ts';

const loaded = await loadVocabularies('standards');
if (loaded.kind === 'refused') throw new Error(JSON.stringify(loaded.issues));
const PUBLISHED = loaded.vocabularies.all();

/** Everything by which people may call a concept. */
function namesOf({ id, prefLabel, altLabel, notation, han }: Concept): string[] {
  const others = [...(altLabel?.vi ?? []), ...(altLabel?.en ?? []), notation, han];
  return [id, prefLabel.vi, prefLabel.en, ...others].flatMap((name) => name ?? []);
}

function found(outcome: ReturnType<typeof resolveLabel>): Concept[] {
  if (outcome.kind === 'none') return [];
  return outcome.kind === 'ambiguous' ? outcome.concepts : [outcome.concept];
}

const NAMES = PUBLISHED.flatMap((vocabulary) =>
  vocabulary.concepts.flatMap((concept) => namesOf(concept).map((name) => ({ vocabulary, concept, name }))),
);

describe('the published concepts', () => {
  test('are found by every name that they have, whatever the case, spaces and composition', () => {
    const spelling = fc.constantFrom<(name: string) => string>(
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => name.toLowerCase(),
      (name) => name.normalize('NFD'),
      (name) => `  ${name.replaceAll(' ', '   ')}\t`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), spelling, ({ vocabulary, concept, name }, spelled) => {
        expect(found(resolveLabel(vocabulary, spelled(name)))).toContain(concept);
      }),
      { numRuns: 500 },
    );
  });

  test('are found without marks, or named among those that look alike', () => {
    const bare = (name: string) =>
      name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), ({ vocabulary, concept, name }) => {
        const outcome = resolveLabel(vocabulary, bare(name));
        // A concept whose own name has no marks is meant before one whose name only folds to it.
        if (outcome.kind !== 'exact') expect(found(outcome)).toContain(concept);
      }),
      { numRuns: 500 },
    );
  });

  test('are not found by what nobody calls them', () => {
    for (const vocabulary of PUBLISHED)
      for (const text of ['', ' ', '?', 'không có khái niệm nào như thế', '\u0000'])
        expect([vocabulary.id, text, resolveLabel(vocabulary, text)]).toEqual([
          vocabulary.id,
          text,
          { kind: 'none' },
        ]);
  });
});

describe('a label', () => {
  test('with i is the same word with y', () => {
    const vocabulary = aVocabulary('names', [
      aConcept('a', { prefLabel: { vi: 'kỹ thuật', en: 'technique' } }),
      aConcept('b', { prefLabel: { vi: 'Lý', en: 'Ly' } }),
    ]);
    expect(resolveLabel(vocabulary, 'kĩ thuật')).toMatchObject({ kind: 'folded', concept: { id: 'a' } });
    expect(resolveLabel(vocabulary, 'lí')).toMatchObject({ kind: 'folded', concept: { id: 'b' } });
  });

  test('that one concept has twice is not ambiguous', () => {
    const vocabulary = aVocabulary('twice', [
      aConcept('phin', { prefLabel: { vi: 'phin', en: 'phin' }, altLabel: { vi: ['Phin', 'phín'] } }),
    ]);
    expect(resolveLabel(vocabulary, 'PHIN')).toMatchObject({ kind: 'exact', concept: { id: 'phin' } });
    expect(resolveLabel(vocabulary, 'phìn')).toMatchObject({ kind: 'folded', concept: { id: 'phin' } });
  });

  test('exact for two concepts is given with both', () => {
    const vocabulary = aVocabulary('two', [
      aConcept('a', { prefLabel: { vi: 'chuông', en: 'bell' } }),
      aConcept('b', { prefLabel: { vi: 'chuông chùa', en: 'Bell' } }),
    ]);
    expect(resolveLabel(vocabulary, 'bell')).toMatchObject({
      kind: 'ambiguous',
      concepts: [{ id: 'a' }, { id: 'b' }],
    });
  });

  test('may be a notation, an id or Hán characters', () => {
    for (const text of ['M-01', 'm-01', 'bronze', '青銅'])
      expect(resolveLabel(MATERIALS, text)).toMatchObject({ kind: 'exact', concept: { id: 'bronze' } });
  });
});
