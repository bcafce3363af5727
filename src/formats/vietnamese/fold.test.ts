import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldFully, foldTones, removeMarks } from './fold.ts';

const vietnamese = fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyÀẢÃÁẠẤỆĐđỡ  ,.-1') });
const latin = fc.string({
  unit: fc.constantFrom(...'aoudçñøƀĐēŏ', '\u0301', '\u0302', '\u0323', '\u0340', '\u031b'),
});
const anyText = fc.oneof(vietnamese, latin, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('removeMarks', () => {
  it.each([
    ['Trống Đồng Ngọc Lũ', 'Trong Dong Ngoc Lu'],
    ['TIẾNG VIỆT, 2024!', 'TIENG VIET, 2024!'],
    ['François Musée Guimet', 'Francois Musee Guimet'],
    ['Êđê, Ƀuôn Đôn, Čư Mgar', 'Ede, Buon Don, Cu Mgar'],
    ["M'́Drăk", "M'Drak"],
    // The eth of West European code pages stands for Đ in many old data sets.
    ['Ðà Nẵng, ðình', 'Da Nang, dinh'],
    ['“Hoà” – ‘Bình’…', '“Hoa” – ‘Binh’…'],
  ])('%s → %s', (text, plain) => {
    expect(removeMarks(text)).toBe(plain);
    expect(removeMarks(text.normalize('NFD'))).toBe(plain);
  });

  it('handles the deprecated tone marks and marks in the wrong order', () => {
    expect(removeMarks('ho\u0340a tha\u0341nh')).toBe('hoa thanh');
    expect(removeMarks('a\u0301\u0302')).toBe('a');
  });

  it.each(['𡨸喃 漢字', 'ភាសាខ្មែរ', 'ꨀꨣꨩ ꨅꨳ', 'ꪼꪕ ꪻꪬ', 'Ελληνικά', 'がぎ', 'Русский й', '한국어'])(
    'leaves other scripts alone: %s',
    (text) => {
      expect(removeMarks(text)).toBe(text);
      expect(removeMarks(`Đền ${text}`.normalize('NFD'))).toBe(`Den ${text}`);
    },
  );
});

describe('foldTones', () => {
  it.each([
    ['Trống Đồng', 'trông đông'],
    ['ƯỚC LƯỢNG Ă', 'ươc lương ă'],
    ['Êđê Ƀuôn', 'êđê ƀuôn'],
    ['Ðình', 'đinh'],
    ['ho\u0340a', 'hoa'],
    ['a\u0301\u0302', 'â'],
    ['𡨸 Nôm', '𡨸 nôm'],
  ])('%s → %s', (text, base) => {
    expect(foldTones(text)).toBe(base);
    expect(foldTones(text.normalize('NFD'))).toBe(base);
  });
});

describe.each([
  ['removeMarks', removeMarks],
  ['foldFully', foldFully],
  ['foldTones', foldTones],
])('%s, for any text', (_name, fold) => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('does not depend on the Unicode form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
        expect(fold(text.normalize('NFC'))).toBe(fold(text));
      }),
    );
  });

  it('gives one letter per letter of Vietnamese text', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('tiers', () => {
  it('fold fully what is folded by tones only, to the same result', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(foldFully(foldTones(text))).toBe(foldFully(text));
      }),
    );
  });

  it('leave only ASCII of Vietnamese text', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(foldFully(text)).toMatch(/^[\0-\x7f]*$/);
      }),
    );
  });
});
