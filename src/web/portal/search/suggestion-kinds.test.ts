import { expect, test } from 'vitest';
import { loadStandards } from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import { kindWords } from '#web/islands/core/kinds.ts';
import { KIND_SEGMENTS } from '#web/layout/index.ts';

test('suggestions call and address the kinds as the server does', async () => {
  const terms = await loadVocabularies('standards');
  if (terms.kind !== 'loaded') throw new Error('the vocabularies do not load');
  const standards = await loadStandards('standards', { concepts: terms.vocabularies });
  if (standards.kind !== 'loaded') throw new Error('the standards do not load');
  for (const [kind, segments] of Object.entries(KIND_SEGMENTS))
    for (const lang of ['vi', 'en'] as const)
      expect(kindWords(kind, lang)).toEqual({
        label: standards.catalogue.label('record-kind', kind, lang),
        path: segments[lang],
      });
});
