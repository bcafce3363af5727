import type { Concept, Vocabulary } from './schema.ts';

/** Small vocabularies for tests, nothing of the published content. */
export function aConcept(id: string, change: Partial<Concept> = {}): Concept {
  return { id, prefLabel: { vi: `khái niệm ${id}`, en: `concept ${id}` }, ...change };
}

export function aVocabulary(id: string, concepts: Concept[]): Vocabulary {
  return {
    id,
    version: '1.0',
    uri: `vocabulary/${id}`,
    label: { vi: `Bộ từ ${id}`, en: `Vocabulary ${id}` },
    definition: { vi: 'Dùng để thử', en: 'For tests' },
    source: 'Tests',
    licence: 'CC0-1.0',
    concepts,
  };
}

export const MATERIALS = aVocabulary('materials', [
  aConcept('metal', { prefLabel: { vi: 'kim loại', en: 'metal' } }),
  aConcept('alloy', { prefLabel: { vi: 'hợp kim', en: 'alloy' }, broader: ['metal'] }),
  aConcept('bronze', {
    prefLabel: { vi: 'đồng thau', en: 'bronze' },
    altLabel: { vi: ['đồng thanh'] },
    definition: { vi: 'Hợp kim "đồng" và thiếc', en: 'Alloy of copper\nand tin' },
    broader: ['alloy'],
    related: ['wood'],
    exactMatch: ['http://vocab.getty.edu/aat/300010957'],
    han: '青銅',
    notation: 'M-01',
    history: [{ date: '2026-12-01', note: 'Ban hành' }],
  }),
  aConcept('gold', { prefLabel: { vi: 'vàng', en: 'gold' }, broader: ['metal'] }),
  aConcept('wood', { prefLabel: { vi: 'gỗ', en: 'wood' } }),
]);

export const PERIODS = aVocabulary('periods', [
  aConcept('prehistory', { to: -2000 }),
  aConcept('nguyen', { from: 1802, to: 1945 }),
  aConcept('minh-mang', { from: 1820, to: 1841, broader: ['nguyen'] }),
  aConcept('nguyen-court', { broader: ['nguyen'] }),
  aConcept('tay-son'),
  aConcept('thai-duc', { from: 1778, to: 1793, broader: ['tay-son'] }),
  aConcept('canh-thinh', { from: 1793, to: 1802, broader: ['tay-son'] }),
  aConcept('undated'),
]);
