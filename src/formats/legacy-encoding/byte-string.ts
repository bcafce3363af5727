import { Buffer } from 'node:buffer';
import { WINDOWS_1252_SPECIALS } from './code-tables.ts';

const SPECIAL_BYTES = new Map(
  [...WINDOWS_1252_SPECIALS].map((character, offset) => [character, String.fromCharCode(128 + offset)]),
);

const SPECIAL = new RegExp(`[${WINDOWS_1252_SPECIALS}]`, 'g');

/** One character per byte, U+0000 … U+00FF. */
export function toByteString(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

export function fromByteString(byteString: string): Uint8Array {
  return Buffer.from(byteString, 'latin1');
}

/** Undoes a reading as Windows-1252 (or Latin-1): the bytes that the text was read from. Others stay as they are. */
export function undoWindows1252(text: string): string {
  return text.replace(SPECIAL, (character) => SPECIAL_BYTES.get(character) ?? character);
}

/** Whether a text can be bytes that were read as Windows-1252: no character is beyond what those give. */
export function isByteText(text: string): boolean {
  return !/[^\0-\xff]/.test(undoWindows1252(text));
}
