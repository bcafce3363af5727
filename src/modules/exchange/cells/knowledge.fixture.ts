import { type Catalogue, loadStandards } from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import type { CellKnowledge, PlaceMatch } from './knowledge.ts';

const PLACES: Record<string, PlaceMatch> = {
  'Thanh Hóa': { kind: 'units', units: ['38'], historicUnits: [] },
  'Quảng Nam': { kind: 'units', units: ['48'], historicUnits: ['49'] },
  'Tân Sơn': {
    kind: 'ambiguous',
    candidates: ['08545 (Tân Sơn, Phú Thọ)', '26964 (Tân Sơn, TP. Hồ Chí Minh)'],
  },
};

/** The published standards and vocabularies, two eras, three places and one form of identifier. */
export async function publishedKnowledge(): Promise<CellKnowledge & { catalogue: Catalogue }> {
  const terms = await loadVocabularies('standards');
  if (terms.kind !== 'loaded') throw new Error('The vocabularies do not load');
  const standards = await loadStandards('standards', { concepts: terms.vocabularies });
  if (standards.kind !== 'loaded') throw new Error('The standards do not load');
  return {
    catalogue: standards.catalogue,
    vocabularies: terms.vocabularies,
    eras: [
      { dynasty: 'nhà Nguyễn', ruler: 'Minh Mạng', era: 'Minh Mạng', eraHan: '明命', start: 1820, end: 1840 },
    ],
    periods: [{ names: ['Đông Sơn'], from: -700, to: 100 }],
    place: (text) =>
      PLACES[text] ??
      (/^\d+$/.test(text) ? { kind: 'units', units: [text], historicUnits: [] } : { kind: 'unknown' }),
    isPid: (text) => /^ds1[0-9b-z]{7}$/.test(text),
  };
}
