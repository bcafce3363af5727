import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQueryText, takeFilters } from './query-text.ts';

const words = (text: string) => parseQueryText(text).words.map(({ forms }) => forms.exact);
const excluded = (text: string) => parseQueryText(text).excluded.map(({ forms }) => forms.exact);

describe('the text of a query', () => {
  it('is looked for word by word, each once', () => {
    expect(words('Trống đồng, trống Ngọc Lũ')).toEqual(['trống', 'đồng', 'ngọc', 'lũ']);
    expect(words('?! …')).toEqual([]);
  });

  it.each(['"trống đồng" ngọc', '“trống đồng” ngọc', '«trống đồng» ngọc', '„trống đồng“ ngọc'])(
    'takes a phrase: %s',
    (text) => {
      const { pairs, name } = parseQueryText(text);
      expect(words(text)).toEqual(['trống', 'đồng', 'ngọc']);
      expect(pairs).toEqual(['trong dong']);
      expect(name).toEqual([]);
    },
  );

  it('excludes a word after a minus sign, not a hyphen inside', () => {
    expect(excluded('chùa -cầu −đền')).toEqual(['cầu', 'đền']);
    expect(words('chùa -cầu')).toEqual(['chùa']);
    expect(excluded('Quốc Tử Giám - Văn Miếu Phong Nha-Kẻ Bàng')).toEqual([]);
  });

  it('searches a run of Hán-Nôm by its 2-grams, a single character by itself', () => {
    expect(words('銅鼓銘')).toEqual(['銅鼓', '鼓銘']);
    expect(words('銅')).toEqual(['銅']);
    expect(words('銅 銅鼓')).toEqual(['銅鼓']);
  });

  it('knows whether the last word may still grow', () => {
    expect(parseQueryText('trong do').isOpen).toBe(true);
    for (const text of ['trong do ', '"trong do"', 'trong do.', 'trong -do', ''])
      expect(parseQueryText(text).isOpen, text).toBe(false);
  });

  it('takes field:value out where the field is known', () => {
    expect(takeFilters('trống kind:artefact x:y place:48', ['kind', 'place'])).toEqual({
      text: 'trống   x:y  ',
      filters: [
        { key: 'kind', value: 'artefact' },
        { key: 'place', value: '48' },
      ],
    });
    expect(takeFilters('số: 12 http://a.vn', ['kind']).filters).toEqual([]);
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const parsed = parseQueryText(text);
        for (const { forms } of parsed.words) expect(forms.exact.isWellFormed()).toBe(true);
        for (const { forms } of parsed.words) expect(forms.exact).not.toContain('\0');
      }),
    );
  });
});
