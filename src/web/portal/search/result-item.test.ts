import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchAnswer } from '#modules/search/index.ts';
import { type Catalogue, loadStandards } from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import { resultItem } from './result-item.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  const terms = await loadVocabularies('standards');
  if (terms.kind !== 'loaded') throw new Error(JSON.stringify(terms.issues[0]));
  const standards = await loadStandards('standards', { concepts: terms.vocabularies });
  if (standards.kind !== 'loaded') throw new Error(JSON.stringify(standards.issues[0]));
  catalogue = standards.catalogue;
});

type Found = SearchAnswer['items'][number];

const DRUM: Found = {
  pid: 'd1abc',
  kind: 'artefact',
  title: { vi: 'Trống đồng Ngọc Lũ', en: 'Ngoc Lu Bronze Drum', han: '玉縷銅鼓' },
  types: [],
  lists: [],
  rank: 'special',
  place: { vi: 'Hà Nội', en: 'Hanoi' },
  holder: { vi: 'Bảo tàng Lịch sử quốc gia', en: 'National Museum of History' },
  verification: 'unconfirmed',
};

const inVietnamese = (found: Found) => resultItem(found, { lang: 'vi', catalogue });
const inEnglish = (found: Found) => resultItem(found, { lang: 'en', catalogue });

describe('a result', () => {
  test('is in the language of the page, with the original names beside a translation', () => {
    expect(inVietnamese(DRUM)).toMatchObject({
      href: '/vi/hien-vat/d1abc/trong-dong-ngoc-lu',
      title: 'Trống đồng Ngọc Lũ',
      kindLabel: 'Hiện vật',
      otherNames: [{ text: '玉縷銅鼓', lang: 'vi-Hani' }],
      facts: ['Hà Nội', 'Bảo tàng Lịch sử quốc gia'],
      confirmed: false,
    });
    expect(inEnglish(DRUM)).toMatchObject({
      href: '/en/artefacts/d1abc/trong-dong-ngoc-lu',
      title: 'Ngoc Lu Bronze Drum',
      otherNames: [
        { text: 'Trống đồng Ngọc Lũ', lang: 'vi' },
        { text: '玉縷銅鼓', lang: 'vi-Hani' },
      ],
    });
  });

  test('marks what has no translation as Vietnamese', () => {
    const untranslated = { ...DRUM, title: { vi: 'Ấn gỗ' }, summary: { vi: 'Ấn của triều Nguyễn' } };
    expect(inEnglish(untranslated)).toMatchObject({
      title: 'Ấn gỗ',
      titleLang: 'vi',
      summary: { text: 'Ấn của triều Nguyễn', lang: 'vi' },
      otherNames: [],
    });
    expect(inVietnamese(untranslated)).not.toHaveProperty('titleLang');
  });

  test('names the type once', () => {
    const type = (vi: string) => ({ ...DRUM, types: [{ code: 'x', label: { vi, en: vi } }] });
    expect(inVietnamese(type('Trống đồng')).kindLabel).toBe('Hiện vật · Trống đồng');
    expect(inVietnamese(type('Hiện vật khảo cổ')).kindLabel).toBe('Hiện vật khảo cổ');
  });

  test('shows the list it stands on, not the ones that list belongs to', () => {
    const term = (code: string) => ({ code, label: { vi: code, en: code } });
    const listed = {
      ...DRUM,
      lists: ['di-san-the-gioi', 'di-san-the-gioi-van-hoa', 'bao-vat-quoc-gia'].map(term),
    };
    expect(inVietnamese(listed).ranks).toEqual(['di-san-the-gioi-van-hoa', 'bao-vat-quoc-gia']);
  });
});
