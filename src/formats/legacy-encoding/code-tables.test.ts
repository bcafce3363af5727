import { describe, expect, it } from 'vitest';
import { fromByteString, toByteString, undoWindows1252 } from './byte-string.ts';
import { TCVN_VN1, TCVN_VN3, translate, VISCII, WINDOWS_1252 } from './code-tables.ts';
import { VIETNAMESE_LETTERS } from './sample-encoders.fixture.ts';

const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const VIETNAMESE = new Set(VIETNAMESE_LETTERS);

describe('each code table', () => {
  it.each([
    ['TCVN VN3', TCVN_VN3],
    ['TCVN VN1', TCVN_VN1],
    ['VISCII', VISCII],
    ['Windows-1252', WINDOWS_1252],
  ])('%s has one character for each of 256 bytes, no two alike, and the printable ASCII', (_, table) => {
    expect(table).toHaveLength(256);
    expect(new Set(table).size).toBe(256);
    for (let byte = 0x20; byte < 0x7f; byte += 1) expect(table[byte]).toBe(String.fromCharCode(byte));
    for (const character of table) expect([character, [...character].length]).toEqual([character, 1]);
  });

  it('holds line ends and tabs where programs look for them', () => {
    for (const table of [TCVN_VN3, TCVN_VN1, VISCII, WINDOWS_1252])
      for (const control of ['\t', '\n', '\r']) expect(table[control.charCodeAt(0)]).toBe(control);
  });

  it('agrees with the platform about Windows-1252', () => {
    expect(translate(toByteString(ALL_BYTES), WINDOWS_1252)).toBe(
      new TextDecoder('windows-1252').decode(ALL_BYTES),
    );
  });

  it('has all 134 letters, where the encoding has room for them', () => {
    const letters = (table: readonly string[]) =>
      table.filter((character) => VIETNAMESE.has(character)).length;
    expect(letters(VISCII)).toBe(134);
    expect(letters(TCVN_VN1)).toBe(134);
    // The small letters, seven capitals without a tone and sixteen with; the others have no place of their own.
    expect(letters(TCVN_VN3)).toBe(67 + 7 + 16);
  });
});

describe('byte strings', () => {
  it('hold any bytes, one character each', () => {
    const text = toByteString(ALL_BYTES);
    expect(text).toHaveLength(256);
    expect([...fromByteString(text)]).toEqual([...ALL_BYTES]);
  });

  it('see only the part of a buffer that they are given', () => {
    expect(toByteString(ALL_BYTES.subarray(0x41, 0x44))).toBe('ABC');
  });

  it('come back from a reading as Windows-1252, and leave other characters alone', () => {
    expect(undoWindows1252(new TextDecoder('windows-1252').decode(ALL_BYTES))).toBe(toByteString(ALL_BYTES));
    expect(undoWindows1252('€đ銅')).toBe('\x80đ銅');
  });
});
