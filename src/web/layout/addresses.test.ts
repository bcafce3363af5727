import { describe, expect, it } from 'vitest';
import { loadStandards } from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import { LANGUAGES } from '#platform/i18n/index.ts';
import { ADDRESSES, addressIn, KIND_SEGMENTS, recordAddress } from './addresses.ts';

async function publishedKinds(): Promise<string[]> {
  const terms = await loadVocabularies('standards');
  if (terms.kind === 'refused') throw new Error(JSON.stringify(terms.issues));
  const standards = await loadStandards('standards', { concepts: terms.vocabularies });
  if (standards.kind === 'refused') throw new Error(JSON.stringify(standards.issues));
  return standards.catalogue.inForce().map(({ kind }) => kind);
}

describe('addresses of pages', () => {
  it.each(LANGUAGES)('in %s are lower-case ASCII under the language, each its own', (lang) => {
    const pages = Object.values(ADDRESSES).map((page) => page[lang]);
    for (const page of pages) expect(page).toMatch(new RegExp(`^/${lang}(/[a-z][a-z-]*[a-z])?$`));
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('leave no room for a kind of record to take the place of a page', () => {
    for (const lang of LANGUAGES) {
      const segments = Object.values(KIND_SEGMENTS).map((segment) => segment[lang]);
      const taken = Object.values(ADDRESSES).map((page) => page[lang].split('/')[2]);
      expect(new Set(segments).size).toBe(segments.length);
      expect(segments.filter((segment) => taken.includes(segment))).toEqual([]);
    }
  });

  it('keep the query when the language changes', () => {
    expect(addressIn('en', 'search', '?q=chu%C3%B4ng')).toBe('/en/search?q=chu%C3%B4ng');
    expect(addressIn('vi', 'home')).toBe('/vi');
  });
});

describe('addresses of records', () => {
  it('exist for every kind of the published standards', async () => {
    const kinds = await publishedKinds();
    expect(kinds.length).toBeGreaterThan(5);
    expect(kinds.filter((kind) => KIND_SEGMENTS[kind] === undefined)).toEqual([]);
  });

  it.each([
    ['vi', 'artefact', 'trong-dong-ngoc-lu', '/vi/hien-vat/d1x7/trong-dong-ngoc-lu'],
    ['en', 'artefact', 'ngoc-lu-drum', '/en/artefacts/d1x7/ngoc-lu-drum'],
    ['vi', 'monument', '', '/vi/di-tich/d1x7'],
    ['en', 'shipwreck', 'x', '/en/shipwreck/d1x7/x'],
    ['vi', 'constructor', '', '/vi/constructor/d1x7'],
  ] as const)('in %s of a %s called %j', (lang, kind, slug, address) => {
    expect(recordAddress(lang, kind, 'd1x7', slug)).toBe(address);
  });
});
