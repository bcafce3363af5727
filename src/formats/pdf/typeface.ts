import type PDFDocument from 'pdfkit';

export type Weight = 'regular' | 'bold';

/** TrueType files. */
export type Fonts = Readonly<Record<Weight, Uint8Array>>;

/** What a character is printed as that the fonts do not have: CURRENCY SIGN, which they have. */
export const MISSING = '¤';

/** The part of fontkit's font that is used here; pdfkit's types do not name it. */
interface LoadedFont {
  _font: { font: { hasGlyphForCodePoint(point: number): boolean } };
}

const UNIT = 1000;

export interface Typeface {
  /** The text with that sign for each character that the font lacks. */
  shown(text: string): string;
  /** Lines of a text, none wider than `width` points. */
  wrap(text: string, style: { weight: Weight; size: number; width: number }): string[];
  lineHeight(size: number): number;
  /** Whether any text asked for so far lacked a character. */
  lacked(): boolean;
}

/**
 * Measures by characters and remembers them. Kerning, which laying out a word would cost a hundred times as much to
 * find, moves a line by less than a point.
 */
export function typefaceOf(pdf: InstanceType<typeof PDFDocument>): Typeface {
  const widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  const known = new Map<string, boolean>();
  let lacking = false;

  const hasGlyph = (character: string) => {
    const found = known.get(character);
    if (found !== undefined) return found;
    pdf.font('regular');
    const { font } = (pdf as unknown as LoadedFont)._font;
    const has = font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
    known.set(character, has);
    return has;
  };
  const shown = (text: string) =>
    text.replace(/[^\n\p{ASCII}]/gu, (character) => {
      if (hasGlyph(character)) return character;
      lacking = true;
      return MISSING;
    });
  const widthOf = (character: string, weight: Weight) => {
    const found = widths[weight].get(character);
    if (found !== undefined) return found;
    const width = pdf.font(weight).fontSize(UNIT).widthOfString(character);
    widths[weight].set(character, width);
    return width;
  };
  const measure = (text: string, weight: Weight) => {
    let sum = 0;
    for (const character of text) sum += widthOf(character, weight);
    return sum;
  };
  return {
    shown,
    wrap: (text, { weight, size, width }) => {
      const room = { width: (width / size) * UNIT, measure: (word: string) => measure(word, weight) };
      return text.split('\n').flatMap((line) => wrapLine(line, room));
    },
    lineHeight: (size) => size * 1.35,
    lacked: () => lacking,
  };
}

interface Room {
  width: number;
  measure(text: string): number;
}

function wrapLine(text: string, room: Room): string[] {
  const space = room.measure(' ');
  const lines: string[] = [];
  let words: string[] = [];
  let used = 0;
  for (const word of text.split(' ').flatMap((one) => pieces(one, room))) {
    const width = room.measure(word);
    if (words.length > 0 && used + space + width > room.width) {
      lines.push(words.join(' '));
      words = [];
      used = 0;
    }
    used += width + (words.length > 0 ? space : 0);
    words.push(word);
  }
  return [...lines, words.join(' ')];
}

/** A word wider than the line, such as an address, is cut where the line ends. */
function pieces(word: string, room: Room): string[] {
  if (room.measure(word) <= room.width) return [word];
  const cut: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of word) {
    const width = room.measure(character);
    if (piece !== '' && used + width > room.width) {
      cut.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += width;
  }
  return [...cut, piece];
}
