/**
 * The 29 "betanumeric" characters of NOID, in the order of their values: digits and consonants without `l`,
 * so that a name spells no word and 1/l, 0/o cannot be confused. 29 is prime, which the check needs.
 */
export const BETANUMERIC = '0123456789bcdfghjkmnpqrstvwxz';

export const RADIX = BETANUMERIC.length;

/**
 * NOID check character of `text`, which is `NAAN/name` without its check character
 * (https://metacpan.org/dist/Noid/view/noid, "NOID Check Digit Algorithm"): the sum of value × position,
 * positions from 1, any other character worth 0, modulo 29. It detects every single substitution and every
 * swap of neighbours in strings shorter than 29 characters.
 */
export function checkCharacter(text: string): string {
  let sum = 0;
  let position = 1;
  for (const character of text) {
    sum += position * Math.max(0, BETANUMERIC.indexOf(character));
    position += 1;
  }
  return BETANUMERIC.charAt(sum % RADIX);
}
