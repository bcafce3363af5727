import { HOI, HUYEN, NANG, NGA, SAC } from './letters.ts';

/** Letters with a stroke or hook that Unicode does not decompose; ð and ɖ stand for đ in badly converted data. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ɖ: 'd',
  Ɖ: 'D',
  ƀ: 'b',
  Ƀ: 'B',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
};

const D_LOOKALIKES: Readonly<Record<string, string>> = { ð: 'đ', ɖ: 'đ', Ð: 'đ', Ɖ: 'đ' };

const MARKS = /[\u0300-\u036f]/g;
const TONES = new RegExp(`[${HUYEN}${SAC}${NGA}${HOI}${NANG}]`, 'g');
const isLatin = (char: string): boolean => /^\p{Script=Latin}$/u.test(char);

const removeLetterMarks = (letter: string): string =>
  UNDECOMPOSED[letter] ??
  letter
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/./, (base) => UNDECOMPOSED[base] ?? base);

const removeLetterTone = (letter: string): string => {
  const lower = D_LOOKALIKES[letter] ?? letter.toLowerCase();
  return lower.normalize('NFD').replace(TONES, '').normalize('NFC');
};

/** What to do with each UTF-16 unit below `TABLE_END`; a hole means that the text needs the slow, general way. */
type FoldTable = readonly (string | undefined)[];

const TABLE_END = 0x1f00;
const isCombining = (unit: number): boolean => unit >= 0x300 && unit <= 0x36f;

function buildTable(fold: (letter: string) => string, combining: string | undefined): FoldTable {
  const table = new Array<string | undefined>(TABLE_END).fill(undefined);
  for (let unit = 0; unit < TABLE_END; unit += 1) {
    const char = String.fromCharCode(unit);
    if (isCombining(unit)) table[unit] = combining;
    else if (unit < 0x80 || isLatin(char)) table[unit] = fold(char);
    else if (unit < 0x250) table[unit] = char;
  }
  return table;
}

/** Undefined when a unit is not in the table. General punctuation (U+2010 to U+2027, quotes and dashes) stays. */
function foldByTable(text: string, table: FoldTable): string | undefined {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const mapped = unit >= 0x2010 && unit <= 0x2027 ? text[at] : table[unit];
    if (mapped === undefined) return undefined;
    folded += mapped;
  }
  return folded;
}

const MARKED_TABLE = buildTable(removeLetterMarks, '');
// Marks that are not tones (breve, horn …) must be composed with their letter, hence the hole.
const TONED_TABLE = buildTable(removeLetterTone, undefined);

const OTHER_SCRIPT_OR_MARKS = /((?!\p{Script=Latin})\p{L}\p{M}+)|[\u0300-\u036f]+/gu;
const OTHER_SCRIPT_OR_TONES = new RegExp(
  `((?!\\p{Script=Latin})\\p{L}\\p{M}+)|[${HUYEN}${SAC}${NGA}${HOI}${NANG}]+`,
  'gu',
);
const STROKED = new RegExp(`[${Object.keys(UNDECOMPOSED).join('')}]`, 'g');
const D_LOOKALIKE = new RegExp(`[${Object.keys(D_LOOKALIKES).join('')}]`, 'g');

const keepOtherScript = (_match: string, kept: string | undefined): string => kept ?? '';

/**
 * Text without tone and letter marks, case kept: "Trống Đồng" → "Trong Dong". NFC and NFD input give the same NFC
 * output, whatever the order of the marks and also with the deprecated tone marks U+0340 and U+0341. Other scripts
 * keep their marks.
 */
export function removeMarks(text: string): string {
  return (
    foldByTable(text, MARKED_TABLE) ??
    text
      .normalize('NFD')
      .replace(OTHER_SCRIPT_OR_MARKS, keepOtherScript)
      .replace(STROKED, (letter) => UNDECOMPOSED[letter] ?? letter)
      .normalize('NFC')
  );
}

/** The lowest search tier: `removeMarks` in lower case. */
export function foldFully(text: string): string {
  return removeMarks(text).toLowerCase();
}

/** The middle search tier: lower case without tones, base letters kept: "Trống Đồng" → "trông đông". */
export function foldTones(text: string): string {
  return (
    foldByTable(text, TONED_TABLE) ??
    text
      .normalize('NFD')
      .replace(OTHER_SCRIPT_OR_TONES, keepOtherScript)
      .replace(D_LOOKALIKE, (letter) => D_LOOKALIKES[letter] ?? letter)
      .toLowerCase()
      .normalize('NFC')
  );
}
