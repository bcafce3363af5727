import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsHan } from './scripts.ts';
import { tokenize } from './tokens.ts';

const texts = (text: string): string[] => tokenize(text).map((token) => token.text);
const summary = (text: string): string[] =>
  tokenize(text).map((token) => `${token.position} ${token.script} ${token.text}`);

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

const marked = fc.string({
  unit: fc.constantFrom(...'aệ1 ,𡨸喃', '\u0301', '\u0323', 'ក', '\uf900', '\u{e0100}'),
});

describe('tokenize', () => {
  it('cuts Latin text into syllables and numbers, case kept', () => {
    expect(texts('Trống đồng Ngọc Lũ I, (Hà Nam) – LSb.5704; 1945–1946')).toEqual(
      'Trống đồng Ngọc Lũ I Hà Nam LSb 5704 1945 1946'.split(' '),
    );
    expect(texts("M'Drăk Ê-đê")).toEqual(['M', 'Drăk', 'Ê', 'đê']);
  });

  it('composes, and drops what is invisible in Latin script', () => {
    expect(texts('Đền Hùng'.normalize('NFD'))).toEqual(['Đền', 'Hùng']);
    expect(texts('ho\u0340a')).toEqual(['hòa']);
    expect(texts('di\u00adsản')).toEqual(['disản']);
    expect(texts('\u212bngström')).toEqual(['Ångström']);
  });

  it('gives Hán-Nôm as 1- and 2-grams, beyond the BMP too', () => {
    expect(summary('字𡨸喃')).toEqual(['0 han 字', '0 han 字𡨸', '1 han 𡨸', '1 han 𡨸喃', '2 han 喃']);
    expect(summary('chữ 𡨸 (漢)')).toEqual(['0 latin chữ', '1 han 𡨸', '2 han 漢']);
  });

  it('knows ideographs of every extension', () => {
    // One of each: CJK, A, B, C, D, E, F, G, H, compatibility, compatibility supplement.
    const extensions = '一㐀𠀀𪜀𫝀𫠠𬺰𰀀𱍐';
    expect(tokenize(extensions).filter(({ script }) => script === 'han')).toHaveLength(9 + 8);
    expect(texts('\uf900')).toEqual(['豈']);
    expect(texts('\u{2f800}')).toEqual(['丽']);
  });

  it('ignores variation selectors between characters', () => {
    expect(texts('葛\u{e0100}城')).toEqual(['葛', '葛城', '城']);
  });

  it('keeps runs of other scripts whole, with their marks', () => {
    expect(summary('Khmer ភាសាខ្មែរ ꨌꩌ ꪼꪕ')).toEqual([
      '0 latin Khmer',
      '1 other ភាសាខ្មែរ',
      '2 other ꨌꩌ',
      '3 other ꪼꪕ',
    ]);
  });

  it('separates scripts that touch, and drops lone marks, symbols and lone surrogates', () => {
    expect(texts('Nôm喃ភា')).toEqual(['Nôm', '喃', 'ភា']);
    expect(texts('\u0301 ⿰ 😀 \ud800 \udc00 +')).toEqual([]);
  });

  it('says where each token stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aệ1 ,𡨸喃', '\u0301', 'ក', '\u{e0100}') }),
        (text) => {
          let last = { position: 0, start: 0 };
          for (const token of tokenize(text)) {
            expect(bare(text.slice(token.start, token.end))).toBe(bare(token.text));
            expect(token.position).toBeGreaterThanOrEqual(last.position);
            expect(token.start).toBeGreaterThanOrEqual(last.start);
            last = token;
          }
        },
      ),
    );
  });

  it('gives the same tokens for NFC and NFD', () => {
    fc.assert(
      fc.property(fc.oneof(marked, fc.string({ unit: 'binary' })), (text) => {
        expect(summary(text.normalize('NFD'))).toEqual(summary(text.normalize('NFC')));
      }),
    );
  });
});

describe('containsHan', () => {
  it.each(['𡨸', 'chữ 漢', '\uf900', '\u{31350}', '々'])('%s', (text) =>
    expect(containsHan(text)).toBe(true),
  );
  it.each(['', 'Hán Nôm', 'かな', '한국', 'ភាសា', '⿰', '😀'])('not %s', (text) =>
    expect(containsHan(text)).toBe(false),
  );
});
