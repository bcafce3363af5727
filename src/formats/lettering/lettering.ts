import { create, type Font } from 'fontkit';

/** Sets lines of text as SVG outlines, so that a picture needs no font where it is drawn. */
export interface Lettering {
  /** Width of one line in user units at this size (user units to the em). */
  width(text: string, size: number): number;
  /** Path data (`d`) of one line whose baseline begins at this point. */
  outline(text: string, place: { x: number; y: number; size: number }): string;
  /** Lines no wider than `width`, broken at spaces, at most `lines` of them; what is left out is told by an ellipsis. */
  wrap(text: string, box: { width: number; size: number; lines: number }): string[];
}

/**
 * `files`: font files (WOFF2, WOFF, TTF, OTF) that complete each other, as the subsets of one family do; each letter is
 * set by the first that has it, and by none where all lack it.
 */
export function createLettering(files: readonly Uint8Array[]): Lettering {
  const fonts = files.map(openFont);
  const width = (text: string, size: number) =>
    runsOf(text, fonts).reduce((sum, { font, text: run }) => sum + scale(font, size) * advance(font, run), 0);
  return {
    width,
    outline: (text, place) => outlineOf(runsOf(text, fonts), place),
    wrap: (text, box) => wrapped(text, box, (line) => width(line, box.size)),
  };
}

function openFont(file: Uint8Array): Font {
  const font = create(Buffer.from(file));
  if (!('layout' in font)) throw new TypeError('A collection of fonts is no font');
  return font;
}

interface Run {
  font: Font;
  text: string;
}

/** Combining marks that were not composed would be set beside their letter: NFC first. */
function runsOf(text: string, fonts: readonly Font[]): Run[] {
  const runs: Run[] = [];
  for (const letter of text.normalize('NFC')) {
    const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    if (font === undefined) continue;
    const last = runs.at(-1);
    if (last?.font === font) last.text += letter;
    else runs.push({ font, text: letter });
  }
  return runs;
}

function scale(font: Font, size: number): number {
  return size / font.unitsPerEm;
}

function advance(font: Font, text: string): number {
  return font.layout(text).advanceWidth;
}

function outlineOf(runs: readonly Run[], { x, y, size }: { x: number; y: number; size: number }): string {
  let pen = x;
  const paths: string[] = [];
  for (const { font, text } of runs) {
    const factor = scale(font, size);
    const { glyphs, positions } = font.layout(text);
    for (const [index, glyph] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      // Fonts count upwards from the baseline, pictures downwards from the top.
      const path = glyph.path.scale(factor, -factor).translate(pen + xOffset * factor, y - yOffset * factor);
      paths.push(path.toSVG());
      pen += xAdvance * factor;
    }
  }
  return paths.filter((path) => path !== '').join('');
}

const ELLIPSIS = '…';

function wrapped(
  text: string,
  { width, lines }: { width: number; lines: number },
  widthOf: (line: string) => number,
): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const set: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (set.length === lines - 1)
      return [...set, shortened([line, ...words.slice(index)].join(' '), width, widthOf)];
    set.push(line);
    line = word;
  }
  return line === '' ? set : [...set, shortened(line, width, widthOf)];
}

/** The line itself where it fits; otherwise as much of it as leaves room for the ellipsis, cut between words if it can be. */
function shortened(line: string, width: number, widthOf: (line: string) => number): string {
  if (widthOf(line) <= width) return line;
  const words = line.split(' ');
  while (words.length > 1) {
    words.pop();
    const shorter = `${words.join(' ')}${ELLIPSIS}`;
    if (widthOf(shorter) <= width) return shorter;
  }
  const letters = [...(words[0] ?? '')];
  while (letters.length > 1 && widthOf(`${letters.join('')}${ELLIPSIS}`) > width) letters.pop();
  return `${letters.join('')}${ELLIPSIS}`;
}
