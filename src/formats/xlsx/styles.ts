import { type Attributes, eachElement } from './xml.ts';

/** What a style of cells says that matters for reading: legacy encodings show only in the name of the font. */
export interface Style {
  font: string | undefined;
  date: boolean;
}

/** The styles in the order that cells refer to them (ECMA-376 part 1, §18.8.10 `cellXfs`). */
export async function readStyles(pieces: AsyncIterable<Uint8Array>): Promise<Style[]> {
  const fonts: (string | undefined)[] = [];
  const dateFormats = new Set(BUILT_IN_DATES);
  const styles: { font: number; format: number }[] = [];
  const readers: Readonly<Record<string, (attributes: Attributes) => void>> = {
    'numFmts/numFmt': ({ numFmtId, formatCode = '' }) => {
      if (isDateFormat(formatCode)) dateFormats.add(Number(numFmtId));
      else dateFormats.delete(Number(numFmtId));
    },
    'fonts/font': () => {
      fonts.push(undefined);
    },
    'fonts/name': ({ val }) => {
      fonts[fonts.length - 1] = val;
    },
    'cellXfs/xf': ({ fontId = '0', numFmtId = '0' }) => {
      styles.push({ font: Number(fontId), format: Number(numFmtId) });
    },
  };
  let section = '';
  await eachElement(pieces, (name, attributes) => {
    if (SECTIONS.has(name)) section = name;
    else readers[`${section}/${name}`]?.(attributes);
  });
  return styles.map(({ font, format }) => ({ font: fonts[font] ?? fonts[0], date: dateFormats.has(format) }));
}

const SECTIONS = new Set([
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
]);

// §18.8.30: the formats that need no code, those of East Asian languages included.
const BUILT_IN_DATES = [
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
];

/** Characters of a format; Excel takes no longer ones. */
const LONGEST_FORMAT = 255;

/** Letters of days, months, years, hours or seconds outside quotes, escapes and brackets. */
export function isDateFormat(code: string): boolean {
  if (code.length > LONGEST_FORMAT) return false;
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').split(';')[0] ?? '';
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare);
}
