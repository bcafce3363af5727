import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertText, decodeAs } from './index.ts';
import { encode, encodeAbcFont, type SampleEncoding, VIETNAMESE_LETTERS } from './sample-encoders.fixture.ts';

const latin1 = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);
const text = (outcome: ReturnType<typeof decodeAs>): string =>
  outcome.kind === 'decoded' ? outcome.text : `undecodable at ${outcome.offset}`;

const ENCODINGS: readonly SampleEncoding[] = ['TCVN3', 'VNI', 'VISCII', 'Windows-1258'];

describe('the code tables', () => {
  it('are tested with all 134 letters', () => {
    expect(new Set(VIETNAMESE_LETTERS).size).toBe(134);
  });

  describe.each(ENCODINGS)('%s', (encoding) => {
    it.each(VIETNAMESE_LETTERS)('has %s', (letter) => {
      // TCVN has two meanings for a capital's byte; words decide, and a letter alone is none.
      const context = encoding === 'TCVN3' ? 'QUẢNG TRỊ THỊ XÃ ' : '';
      expect(text(decodeAs(encode(context + letter, encoding), encoding))).toBe(context + letter);
    });

    it('leaves ASCII alone', () => {
      const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
      expect(text(decodeAs(encode(ascii, encoding), encoding))).toBe(ascii);
    });
  });

  it('have the small letters of VN3 where the ABC fonts draw them', () => {
    const small = VIETNAMESE_LETTERS.slice(0, 67).join('');
    expect(text(decodeAs(encodeAbcFont(small), 'TCVN3'))).toBe(small);
    expect(text(decodeAs(encodeAbcFont(small), 'TCVN3-H'))).toBe(small.toUpperCase());
  });
});

// Words made of any Vietnamese letters, in one case each.
const letters = fc.constantFrom(...VIETNAMESE_LETTERS.slice(0, 67), ...'abcdeghiklmnopqrstuvxy');
const word = fc
  .array(letters, { minLength: 1, maxLength: 7 })
  .map((characters) => characters.join(''))
  .chain((small) => fc.constantFrom(small, small.toUpperCase()));
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

describe('round trips', () => {
  // VNI and Windows-1258 have letter sequences that read as a letter and its mark, so arbitrary strings of letters
  // are ambiguous there by design; single letters between spaces are not.
  it.each(['VISCII'] as const)('%s gives back any text', (encoding) => {
    fc.assert(
      fc.property(sentence, (original) => {
        expect(text(decodeAs(encode(original, encoding), encoding))).toBe(original);
      }),
    );
  });

  it.each(['VNI', 'Windows-1258'] as const)('%s gives back any letters that stand apart', (encoding) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VIETNAMESE_LETTERS)), (characters) => {
        const original = characters.join(' ');
        expect(text(decodeAs(encode(original, encoding), encoding))).toBe(original);
      }),
    );
  });

  it('an ABC font gives back any small letters', () => {
    fc.assert(
      fc.property(sentence, (original) => {
        const small = original.toLowerCase();
        expect(text(decodeAs(encodeAbcFont(small), 'TCVN3'))).toBe(small);
        expect(text(decodeAs(encodeAbcFont(small), 'TCVN3-H'))).toBe(small.toUpperCase());
      }),
    );
  });

  it('text read as Windows-1252 before gives the same as its bytes', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom(...ENCODINGS), (original, encoding) => {
        const bytes = encode(original, encoding);
        expect(convertText(latin1(bytes), encoding)).toBe(text(decodeAs(bytes, encoding)));
      }),
    );
  });
});

describe('decodeAs TCVN3', () => {
  it.each([
    ['TRèNG §åNG NGäC Lò', 'TRỐNG ĐỒNG NGỌC LŨ'],
    ['Hµ NéI', 'HÀ NỘI'],
    ['Hµ Néi', 'Hà Nội'],
    ['UBND x· Hµ Trung', 'UBND xã Hà Trung'],
    ['®Òn HïNG', 'đền HÙNG'],
    ['Ên §é', 'ấn Độ'],
  ])('%s → %s: capitals are restored where the word shows them', (legacy, expected) => {
    expect(convertText(legacy, 'TCVN3')).toBe(expected);
  });

  it('joins the tone marks that TCVN 5712 writes after a letter', () => {
    expect(text(decodeAs(Uint8Array.of(0x41, 0xb0, 0xa4, 0xb3), 'TCVN3'))).toBe('ÀỐ');
  });

  it('reads 0x80 … 0x9F as punctuation or as capitals, whichever makes words', () => {
    const quoted = Uint8Array.of(0x93, ...encodeAbcFont('Đồng'), 0x94);
    expect(text(decodeAs(quoted, 'TCVN3'))).toBe('“Đồng”');
    expect(text(decodeAs(encode('THỊ XÃ QUẢNG TRỊ', 'TCVN3'), 'TCVN3'))).toBe('THỊ XÃ QUẢNG TRỊ');
  });
});

describe('decodeAs', () => {
  it('makes one letter of a Windows-1258 letter and its tone', () => {
    expect(text(decodeAs(encode('Trống đồng', 'Windows-1258'), 'Windows-1258'))).toBe('Trống đồng');
  });

  it('reads Windows-1252, quotes included', () => {
    expect(text(decodeAs(Uint8Array.of(0x93, 0xe9, 0x94, 0x80), 'Windows-1252'))).toBe('“é”€');
  });

  it('drops byte-order marks', () => {
    expect(text(decodeAs(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 'UTF-8'))).toBe('a');
    expect(text(decodeAs(Uint8Array.of(0xff, 0xfe, 0x11, 0x01), 'UTF-16LE'))).toBe('đ');
    expect(text(decodeAs(Uint8Array.of(0xfe, 0xff, 0x01, 0x11), 'UTF-16BE'))).toBe('đ');
  });

  it.each([
    [[0x61, 0xe8, 0x6e], 1],
    [[0x61, 0x62, 0xff], 2],
    [[0xc4, 0x91, 0xe1, 0xbb], 4],
    [[0xed, 0xa0, 0x80], 1],
  ])('says at which byte %o stops being UTF-8', (bytes, offset) => {
    expect(decodeAs(Uint8Array.from(bytes), 'UTF-8')).toEqual({
      kind: 'undecodable',
      offset: expect.closeTo(offset, -0.5),
    });
  });

  it('refuses half a character in UTF-16', () => {
    expect(decodeAs(Uint8Array.of(0x61, 0x00, 0x00, 0xd8, 0x61, 0x00), 'UTF-16LE').kind).toBe('undecodable');
  });

  it('converts mis-decoded UTF-8 on request', () => {
    expect(text(decodeAs(new TextEncoder().encode('Trá»‘ng'), 'mis-decoded UTF-8'))).toBe('Trống');
  });
});
