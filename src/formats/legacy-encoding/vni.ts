import { translate, WINDOWS_1252 } from './code-tables.ts';

const [GRAVE, ACUTE, TILDE, HOOK, DOT] = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const [CIRCUMFLEX, BREVE] = ['\u0302', '\u0306'];

/** VNI writes a letter and then one character for all its marks, in the letter's own case. */
const MARKS: Readonly<Record<string, string>> = {
  ù: ACUTE,
  ø: GRAVE,
  û: HOOK,
  õ: TILDE,
  ï: DOT,
  â: CIRCUMFLEX,
  á: CIRCUMFLEX + ACUTE,
  à: CIRCUMFLEX + GRAVE,
  å: CIRCUMFLEX + HOOK,
  ã: CIRCUMFLEX + TILDE,
  ä: CIRCUMFLEX + DOT,
  ê: BREVE,
  é: BREVE + ACUTE,
  è: BREVE + GRAVE,
  ú: BREVE + HOOK,
  ü: BREVE + TILDE,
  ë: BREVE + DOT,
};

/** Characters that are a whole letter. */
const LETTERS: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

// Which marks a letter can bear, so that no letter comes out that Vietnamese has not.
const MARKED = /a[ùøûõïâáàåãäêéèúüë]|[eo][ùøûõïâáàåãä]|[uyôö][ùøûõï]|[ôöñíìæóòî]/gi;

/** VNI-Windows (VNI-Times …); 0x80 … 0x9F hold the punctuation of Windows-1252. */
export function decodeVniWindows(byteString: string): string {
  return translate(byteString, WINDOWS_1252).replace(MARKED, (pair) => {
    const [letter = '', mark = ''] = pair.toLowerCase();
    const decoded = ((LETTERS[letter] ?? letter) + (MARKS[mark] ?? '')).normalize('NFC');
    return pair.charAt(0) === letter ? decoded : decoded.toUpperCase();
  });
}
