import { fromByteString, toByteString, undoWindows1252 } from './byte-string.ts';
import { TCVN_VN3, translate, VISCII, WINDOWS_1252 } from './code-tables.ts';
import type { LegacyEncoding, TextEncoding, UnicodeEncoding } from './encodings.ts';
import { repairMojibake } from './mojibake.ts';
import { decodeTcvn3 } from './tcvn3.ts';
import { decodeVniWindows } from './vni.ts';

/** `offset` of the first byte that the encoding does not allow. */
export type DecodeAsOutcome = { kind: 'decoded'; text: string } | { kind: 'undecodable'; offset: number };

const DECODERS: Readonly<Record<LegacyEncoding, (byteString: string) => string>> = {
  TCVN3: decodeTcvn3,
  'TCVN3-H': (byteString) => translate(byteString, TCVN_VN3).normalize('NFC').toUpperCase(),
  VNI: decodeVniWindows,
  VISCII: (byteString) => translate(byteString, VISCII),
  // Letters are followed by combining tones there; NFC makes them one.
  'Windows-1258': (byteString) => decodeWindows1258(byteString).normalize('NFC'),
  'Windows-1252': (byteString) => translate(byteString, WINDOWS_1252),
};

/** Decodes a byte string (one character per byte). Characters beyond U+00FF are Unicode already and stay. */
export function decodeByteString(byteString: string, encoding: LegacyEncoding): string {
  return DECODERS[encoding](byteString);
}

/** Decodes bytes whose encoding is known; a byte-order mark is dropped. */
export function decodeAs(bytes: Uint8Array, encoding: TextEncoding): DecodeAsOutcome {
  if (isUnicode(encoding)) return decodeUnicode(bytes, encoding);
  if (encoding !== 'mis-decoded UTF-8') {
    return { kind: 'decoded', text: decodeByteString(toByteString(bytes), encoding) };
  }
  const outcome = decodeUnicode(bytes, 'UTF-8');
  return outcome.kind === 'decoded' ? { kind: 'decoded', text: repairMojibake(outcome.text).text } : outcome;
}

/** For text whose legacy bytes were read as Windows-1252, as spreadsheets hold cells in the font .VnTime or VNI-Times. */
export function convertText(text: string, from: LegacyEncoding): string {
  return decodeByteString(undoWindows1252(text), from);
}

function isUnicode(encoding: TextEncoding): encoding is UnicodeEncoding {
  return encoding.startsWith('UTF-');
}

function decodeUnicode(bytes: Uint8Array, encoding: UnicodeEncoding): DecodeAsOutcome {
  try {
    return { kind: 'decoded', text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'undecodable', offset: firstBadByte(bytes, encoding) };
  }
}

/** Bisects for the shortest beginning that is wrong whatever follows it. */
function firstBadByte(bytes: Uint8Array, encoding: UnicodeEncoding): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBeginning(bytes.subarray(0, middle + 1), encoding)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBeginning(bytes: Uint8Array, encoding: UnicodeEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function decodeWindows1258(byteString: string): string {
  const decoder = new TextDecoder('windows-1258');
  return byteString.replace(/[\x80-\xff]+/g, (run) => decoder.decode(fromByteString(run)));
}
