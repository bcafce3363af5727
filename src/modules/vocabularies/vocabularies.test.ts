import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resolveLabel } from './labels.ts';
import { periodRange } from './periods.ts';
import type { Concept } from './schema.ts';
import { aConcept, aVocabulary, MATERIALS, PERIODS } from './vocabularies.fixture.ts';
import {
  broaderPath,
  concept,
  createVocabularies,
  descendants,
  loadVocabularies,
  narrower,
  topConcepts,
} from './vocabularies.ts';

describe('the hierarchy', () => {
  test('up, down and from the top', () => {
    expect(broaderPath(MATERIALS, 'bronze').map((c) => c.id)).toEqual(['metal', 'alloy', 'bronze']);
    expect(broaderPath(MATERIALS, 'nope')).toEqual([]);
    expect(narrower(MATERIALS, 'metal').map((c) => c.id)).toEqual(['alloy', 'gold']);
    expect(topConcepts(MATERIALS).map((c) => c.id)).toEqual(['metal', 'wood']);
    expect(concept(MATERIALS, 'gold')?.prefLabel.vi).toBe('vàng');
  });

  test('a search for a concept covers everything below it, each once', () => {
    expect(descendants(MATERIALS, 'metal')).toEqual(['metal', 'alloy', 'gold', 'bronze']);
    expect(descendants(MATERIALS, 'wood')).toEqual(['wood']);
    expect(descendants(MATERIALS, 'nope')).toEqual([]);
  });

  test('holds for any tree: every concept is found below each concept of its path', () => {
    const tree = fc.array(fc.nat(), { minLength: 1, maxLength: 25 }).map((parents) =>
      aVocabulary(
        'tree',
        parents.map((p, i) => aConcept(`c${i}`, i === 0 ? {} : { broader: [`c${p % i}`] })),
      ),
    );
    fc.assert(
      fc.property(tree, (vocabulary) => {
        for (const { id } of vocabulary.concepts) {
          for (const above of broaderPath(vocabulary, id))
            expect(descendants(vocabulary, above.id)).toContain(id);
        }
      }),
    );
  });
});

describe('labels', () => {
  test.each([
    ['đồng thau', 'exact', 'bronze'],
    ['Đồng  Thau', 'exact', 'bronze'],
    ['BRONZE', 'exact', 'bronze'],
    ['青銅', 'exact', 'bronze'],
    ['đồng thanh', 'exact', 'bronze'],
    ['dong thau', 'folded', 'bronze'],
    ['go', 'folded', 'wood'],
  ])('%s is %s %s', (text, kind, id) => {
    expect(resolveLabel(MATERIALS, text)).toMatchObject({ kind, concept: { id } });
  });

  test('decomposed letters are the same letters', () => {
    expect(resolveLabel(MATERIALS, 'gỗ'.normalize('NFD'))).toMatchObject({ kind: 'exact' });
  });

  test('what two concepts share is not guessed', () => {
    const twins = aVocabulary('twins', [
      aConcept('a', { prefLabel: { vi: 'má', en: 'cheek' } }),
      aConcept('b', { prefLabel: { vi: 'mà', en: 'but' } }),
    ]);
    expect(resolveLabel(twins, 'ma')).toMatchObject({
      kind: 'ambiguous',
      concepts: [{ id: 'a' }, { id: 'b' }],
    });
    expect(resolveLabel(twins, 'má')).toMatchObject({ kind: 'exact', concept: { id: 'a' } });
    expect(resolveLabel(twins, 'mèo')).toEqual({ kind: 'none' });
  });
});

test.each([
  ['nguyen', { from: 1802, to: 1945, basis: 'own' }],
  ['minh-mang', { from: 1820, to: 1841, basis: 'own' }],
  ['prehistory', { from: null, to: -2000, basis: 'own' }],
  ['tay-son', { from: 1778, to: 1802, basis: 'narrower' }],
  ['nguyen-court', { from: 1802, to: 1945, basis: 'broader' }],
  ['undated', undefined],
  ['nope', undefined],
])('the years of %s', (id, expected) => {
  expect(periodRange(PERIODS, id)).toEqual(expected);
});

test('a set of vocabularies answers as a source of terms', () => {
  const source = createVocabularies([MATERIALS, PERIODS]);
  expect(source.all()).toHaveLength(2);
  expect(source.vocabulary('materials')).toBe(MATERIALS);
  expect(source.hasVocabulary('stars')).toBe(false);
  expect(source.conceptIds('stars')).toEqual([]);
  expect(source.conceptIds('materials')).toContain('bronze');
  expect(source.label('materials', 'bronze', 'en')).toBe('bronze');
  expect(source.label('stars', 'bronze', 'en')).toBeUndefined();
});

describe('loading', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'vocabularies-'));
    await mkdir(join(dir, 'vocabularies'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  const put = (name: string, content: unknown) =>
    writeFile(join(dir, 'vocabularies', `${name}.json`), JSON.stringify(content));

  async function problems(concepts: Concept[]): Promise<string[]> {
    await put('materials', aVocabulary('materials', concepts));
    const outcome = await loadVocabularies(dir);
    return outcome.kind === 'loaded' ? [] : outcome.issues.map((i) => `${i.file}${i.pointer} ${i.code}`);
  }

  test('a sound file', async () => {
    await put('materials', MATERIALS);
    const outcome = await loadVocabularies(dir);
    expect(outcome.kind === 'loaded' && outcome.vocabularies.vocabulary('materials')).toEqual(MATERIALS);
  });

  test('broken links, repeated ids and cycles are named', async () => {
    const at = 'vocabularies/materials.json/concepts';
    expect(await problems([aConcept('a', { broader: ['x'], related: ['y'] })])).toEqual([
      `${at}/0/broader/0 broken-reference`,
      `${at}/0/related/0 broken-reference`,
    ]);
    expect(await problems([aConcept('a'), aConcept('a')])).toEqual([`${at}/1/id duplicate-definition`]);
    expect(await problems([aConcept('a', { broader: ['b'] }), aConcept('b', { broader: ['a'] })])).toEqual([
      `${at}/0/broader broken-declaration`,
      `${at}/1/broader broken-declaration`,
    ]);
  });

  test('a file under another name and a concept without English', async () => {
    await put('stones', MATERIALS);
    const outcome = await loadVocabularies(dir);
    expect(outcome).toMatchObject({
      kind: 'refused',
      issues: [{ file: 'vocabularies/stones.json', code: 'wrong-place' }],
    });
    await rm(join(dir, 'vocabularies', 'stones.json'));
    const half = { ...aConcept('a'), prefLabel: { vi: 'đá' } };
    expect(await problems([half as unknown as Concept])).toEqual([
      'vocabularies/materials.json/concepts/0/prefLabel/en missing-property',
    ]);
  });
});
