/**
 * Code tables of the single-byte Vietnamese encodings. Decoders here take a byte string: one character per byte,
 * U+0000 … U+00FF.
 */

/** TCVN 5712:1993, 0xA0 … 0xFF. 0xB0 … 0xB4 are tone marks that combine with the letter before them. */
const TCVN_UPPER_HALF =
  '\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ' +
  'ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò' +
  'ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ';

/** TCVN 5712:1993 VN1 puts the toned capitals that have no other place at 0x80 … 0x9F … */
const TCVN_CAPITALS = 'ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ';

/** … and, what is left of them, over control characters. */
const TCVN_CONTROLS = {
  1: 'Ú',
  2: 'Ụ',
  4: 'Ừ',
  5: 'Ử',
  6: 'Ữ',
  17: 'Ứ',
  18: 'Ự',
  19: 'Ỳ',
  20: 'Ỷ',
  21: 'Ỹ',
  22: 'Ý',
  23: 'Ỵ',
};

/** VISCII 1.1 (RFC 1456), 0x80 … 0xFF. */
const VISCII_UPPER_HALF =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
  'ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ' +
  'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
  'àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';

const VISCII_CONTROLS = { 2: 'Ẳ', 5: 'Ẵ', 6: 'Ẫ', 20: 'Ỷ', 25: 'Ỹ', 30: 'Ỵ' };

/** Windows-1252, 0x80 … 0x9F, with the control characters in its five holes as browsers read them. */
export const WINDOWS_1252_SPECIALS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

export type CodeTable = readonly string[];

function codeTable(parts: Readonly<Record<number, string>>): CodeTable {
  const table = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));
  for (const [start, characters] of Object.entries(parts)) {
    [...characters].forEach((character, offset) => {
      table[Number(start) + offset] = character;
    });
  }
  return table;
}

export const WINDOWS_1252 = codeTable({ 128: WINDOWS_1252_SPECIALS });

/** The ABC fonts (.VnTime …): TCVN 5712 VN3, with the punctuation of Windows-1252 at 0x80 … 0x9F. */
export const TCVN_VN3 = codeTable({ 128: WINDOWS_1252_SPECIALS, 160: TCVN_UPPER_HALF });

export const TCVN_VN1 = codeTable({ ...TCVN_CONTROLS, 128: TCVN_CAPITALS, 160: TCVN_UPPER_HALF });

export const VISCII = codeTable({ ...VISCII_CONTROLS, 128: VISCII_UPPER_HALF });

/** Looks up each byte of a byte string. Characters beyond U+00FF were Unicode already and stay. */
export function translate(byteString: string, table: CodeTable): string {
  let text = '';
  for (const character of byteString) text += table[character.charCodeAt(0)] ?? character;
  return text;
}
