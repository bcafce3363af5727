import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldFully } from './fold.ts';
import { sameSpelling } from './same-spelling.ts';
import { normalizeTonePlacement } from './tone-placement.ts';

describe('normalizeTonePlacement', () => {
  it.each([
    ['hòa bình', 'hoà bình'],
    ['HÒA BÌNH', 'HOÀ BÌNH'],
    ['Thúy Kiều', 'Thuý Kiều'],
    ['khỏe', 'khoẻ'],
    ['hoạ sĩ toàn quyền', 'hoạ sĩ toàn quyền'],
    ['qúy, qụa', 'quý, quạ'],
    ['uỷ ban', 'ủy ban'],
    ['gìa, gía, giừơng', 'già, giá, giường'],
    ['khủyu, ngòai, ngóao', 'khuỷu, ngoài, ngoáo'],
    ['Thanh Hóa – Khánh Hòa', 'Thanh Hoá – Khánh Hoà'],
    ['Búk, Kńuêc', 'Búk, Knuếc'],
  ])('%s → %s', (given, canonical) => {
    expect(normalizeTonePlacement(given)).toBe(canonical);
    expect(normalizeTonePlacement(given.normalize('NFD'))).toBe(canonical);
  });

  it('keeps "gịa" and "giạ" apart, which are two words', () => {
    expect(normalizeTonePlacement('giặt gịa, giạ lúa')).toBe('giặt gịa, giạ lúa');
  });

  it.each(['Hué', 'señor', 'María', 'résumé', 'théâtre', 'café', 'São João', '𡨸 喃', 'ភាសា'])(
    'leaves words of other languages alone: %s',
    (text) => expect(normalizeTonePlacement(text)).toBe(text),
  );

  it('takes a word with thousands of marks as it is, at once', () => {
    const hostile = `á${'\u0306'.repeat(50_000)}`;
    const started = performance.now();
    expect(normalizeTonePlacement(hostile)).toBe(hostile.normalize('NFC'));
    expect(performance.now() - started).toBeLessThan(1000);
  });

  const word = fc.string({
    unit: fc.constantFrom(...'aăâeêioôơuưyhtnqgkàảãáạấộợựđ', '\u0301', "'"),
    maxLength: 8,
  });

  it('is idempotent and moves nothing but tones', () => {
    fc.assert(
      fc.property(word, (text) => {
        const placed = normalizeTonePlacement(text);
        expect(normalizeTonePlacement(placed)).toBe(placed);
        expect(foldFully(placed)).toBe(foldFully(text));
      }),
    );
  });
});

describe('sameSpelling', () => {
  it.each([
    ['hoà', 'hòa'],
    ['Hòa Bình', 'HOÀ BÌNH'.normalize('NFD')],
    ['thuý', 'thúy'],
    ['uỷ ban', 'ủy ban'],
    ['kỳ', 'kì'],
    ['Quí Mùi', 'Quý Mùi'],
    ['tha\u0341nh', 'thánh'],
  ])('%s = %s', (a, b) => expect(sameSpelling(a, b)).toBe(true));

  it.each([
    ['hoà', 'hoá'],
    ['hoà', 'hoa'],
    ['tuý', 'túi'],
    ['ngày', 'ngài'],
    ['đường', 'dường'],
    ['gịa', 'giạ'],
    ['ý', 'í'],
    ['Hà Nội', 'HàNội'],
  ])('%s ≠ %s', (a, b) => expect(sameSpelling(a, b)).toBe(false));
});
