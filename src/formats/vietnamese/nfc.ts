// Only text with combining marks, or with the Kelvin and Ångström signs, can differ from its NFC in Latin script.
const MAY_CHANGE = /[\u0300-\u036f\u1dc0-\u1dff\u212a\u212b]/;
const LATIN_LETTER = /\p{Script=Latin}\p{Mn}*/gu;

/**
 * Latin-script letters composed (NFC); every other script as given. Whole-text NFC would replace CJK compatibility
 * ideographs by other characters, and a Hán-Nôm source must be stored as it was read.
 */
export function toNfcLatin(text: string): string {
  if (!MAY_CHANGE.test(text)) return text;
  return text.replace(LATIN_LETTER, (letter) => letter.normalize('NFC'));
}
