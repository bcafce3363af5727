/**
 * Encoders for the tests of the decoders, written from separate tables: the codes were produced by glibc's iconv
 * (TCVN, VISCII), Python (Windows-1258) and, for VNI, the list of pairs published with the fonts.
 */
import { Buffer } from 'node:buffer';

const LOWER = 'àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ';

/** All 134 Vietnamese letters beyond ASCII: 67 in lower case, then the same in upper case. */
export const VIETNAMESE_LETTERS: readonly string[] = [...LOWER, ...LOWER.toUpperCase()];

const TCVN_CODES = `
  b5 b6 b7 b8 b9 a8 bb bc bd be c6 a9 c7 c8 c9 ca cb cc ce cf d0 d1 aa d2 d3 d4 d5 d6 d7 d8 dc dd
  de df e1 e2 e3 e4 ab e5 e6 e7 e8 e9 ac ea eb ec ed ee ef f1 f2 f3 f4 ad f5 f6 f7 f8 f9 fa fb fc
  fd fe ae 80 81 82 83 84 a1 af ba bf c0 85 a2 c1 c2 c3 c4 86 87 88 89 8a 8b a3 c5 cd d9 da 8c 8d
  8e 8f 90 91 92 93 94 95 96 a4 db e0 f0 ff 97 a5 98 99 9a 9b 9c 9d 9e 9f 01 02 a6 04 05 06 11 12
  13 14 15 16 17 a7`;

const VISCII_CODES = `
  e0 e4 e3 e1 d5 e5 a2 c6 c7 a1 a3 e2 a5 a6 e7 a4 a7 e8 eb a8 e9 a9 ea ab ac ad aa ae ec ef ee ed
  b8 f2 f6 f5 f3 f7 f4 b0 b1 b2 af b5 bd b6 b7 de be fe f9 fc fb fa f8 df d7 d8 e6 d1 f1 cf d6 db
  fd dc f0 c0 c4 c3 c1 80 c5 82 02 05 81 83 c2 85 86 06 84 87 c8 cb 88 c9 89 ca 8b 8c 8d 8a 8e cc
  9b ce cd 98 d2 99 a0 d3 9a d4 90 91 92 8f 93 b4 96 97 b3 95 94 d9 9c 9d da 9e bf bb bc ff ba b9
  9f 14 19 dd 1e d0`;

const WINDOWS_1258_CODES = `
  61cc 61d2 61de 61ec 61f2 e3 e3cc e3d2 e3de e3ec e3f2 e2 e2cc e2d2 e2de e2ec e2f2 65cc 65d2 65de
  65ec 65f2 ea eacc ead2 eade eaec eaf2 69cc 69d2 69de 69ec 69f2 6fcc 6fd2 6fde 6fec 6ff2 f4 f4cc
  f4d2 f4de f4ec f4f2 f5 f5cc f5d2 f5de f5ec f5f2 75cc 75d2 75de 75ec 75f2 fd fdcc fdd2 fdde fdec
  fdf2 79cc 79d2 79de 79ec 79f2 f0 41cc 41d2 41de 41ec 41f2 c3 c3cc c3d2 c3de c3ec c3f2 c2 c2cc
  c2d2 c2de c2ec c2f2 45cc 45d2 45de 45ec 45f2 ca cacc cad2 cade caec caf2 49cc 49d2 49de 49ec
  49f2 4fcc 4fd2 4fde 4fec 4ff2 d4 d4cc d4d2 d4de d4ec d4f2 d5 d5cc d5d2 d5de d5ec d5f2 55cc 55d2
  55de 55ec 55f2 dd ddcc ddd2 ddde ddec ddf2 59cc 59d2 59de 59ec 59f2 d0`;

const VNI_PAIRS = `
  aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò
  oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î ñ
  AØ AÛ AÕ AÙ AÏ AÊ AÈ AÚ AÜ AÉ AË AÂ AÀ AÅ AÃ AÁ AÄ EØ EÛ EÕ EÙ EÏ EÂ EÀ EÅ EÃ EÁ EÄ Ì Æ Ó Í Ò
  OØ OÛ OÕ OÙ OÏ OÂ OÀ OÅ OÃ OÁ OÄ Ô ÔØ ÔÛ ÔÕ ÔÙ ÔÏ UØ UÛ UÕ UÙ UÏ Ö ÖØ ÖÛ ÖÕ ÖÙ ÖÏ YØ YÛ YÕ YÙ Î Ñ`;

type Codes = ReadonlyMap<string, string>;

/** Letter → its bytes, as a byte string. */
function codes(list: string, toByteString: (code: string) => string): Codes {
  const items = list.trim().split(/\s+/);
  return new Map(VIETNAMESE_LETTERS.map((letter, index) => [letter, toByteString(items[index] ?? '')]));
}

const fromHex = (code: string): string => Buffer.from(code, 'hex').toString('latin1');

const TABLES = {
  TCVN3: codes(TCVN_CODES, fromHex),
  VISCII: codes(VISCII_CODES, fromHex),
  'Windows-1258': codes(WINDOWS_1258_CODES, fromHex),
  VNI: codes(VNI_PAIRS, (pair) => pair),
};

export type SampleEncoding = keyof typeof TABLES;

/** TCVN3 here is the full TCVN 5712, capitals included; `encodeAbcFont` is what the ABC fonts can show. */
export function encode(text: string, encoding: SampleEncoding): Uint8Array {
  return Buffer.from([...text].map((letter) => TABLES[encoding].get(letter) ?? letter).join(''), 'latin1');
}

/** As keyboards for .VnTime write: toned capitals take the code of the small letter. */
export function encodeAbcFont(text: string): Uint8Array {
  return encode(
    text.replace(/(?![ĂÂÊÔƠƯĐ])\p{Lu}/gu, (letter) => (letter > '\x7f' ? letter.toLowerCase() : letter)),
    'TCVN3',
  );
}
