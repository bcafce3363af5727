import { describe, expect, test } from 'vitest';
import { loadStandards } from '#modules/standards/index.ts';
import { resolveLabel } from './labels.ts';
import { periodRange } from './periods.ts';
import { toSkosJsonLd, toTurtle } from './skos.ts';
import { broaderPath, loadVocabularies } from './vocabularies.ts';

/** The vocabularies this project publishes. */
const outcome = await loadVocabularies('standards');

test('every file loads', () => {
  expect(outcome.kind === 'refused' ? outcome.issues : []).toEqual([]);
});

describe.skipIf(outcome.kind === 'refused')('the published vocabularies', () => {
  if (outcome.kind === 'refused') return;
  const { vocabularies } = outcome;

  test('the record standards find every vocabulary they name', async () => {
    const standards = await loadStandards('standards', { concepts: vocabularies });
    expect(standards.kind === 'refused' ? standards.issues : []).toEqual([]);
  });

  test('materials, techniques, periods, reign eras and ethnic groups are there', () => {
    const ids = vocabularies.all().map((vocabulary) => vocabulary.id);
    for (const id of ['materials', 'techniques', 'periods', 'reign-eras', 'ethnic-groups'])
      expect(ids).toContain(id);
  });

  test('there are 54 ethnic groups', () => {
    const groups = vocabularies.vocabulary('ethnic-groups');
    const top = groups?.concepts.filter((c) => (c.broader ?? []).length === 0 || c.notation !== undefined);
    expect(top?.length).toBeGreaterThanOrEqual(54);
    expect(groups && resolveLabel(groups, 'Kinh').kind).not.toBe('none');
  });

  test('every reign era has its years', () => {
    const eras = vocabularies.vocabulary('reign-eras');
    const undated = eras?.concepts.filter((c) => periodRange(eras, c.id) === undefined).map((c) => c.id);
    expect(undated).toEqual([]);
  });

  test.each(vocabularies.all().map((v) => [v.id, v] as const))(
    '%s exports every concept and finds it by its label',
    (_, vocabulary) => {
      const count = vocabulary.concepts.length;
      expect((toSkosJsonLd(vocabulary, { base: 'https://example.vn/' })['@graph'] as unknown[]).length).toBe(
        count + 1,
      );
      expect(toTurtle(vocabulary, { base: 'https://example.vn/' }).match(/ a skos:Concept ;/g)).toHaveLength(
        count,
      );
      for (const concept of vocabulary.concepts) {
        expect(resolveLabel(vocabulary, concept.prefLabel.vi).kind).toMatch(/exact|ambiguous/);
        expect(broaderPath(vocabulary, concept.id).at(-1)).toBe(concept);
      }
    },
  );
});
