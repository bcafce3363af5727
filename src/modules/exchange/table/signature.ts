import { Buffer } from 'node:buffer';
import type { OtherFormat, TableFormat } from './format-names.ts';

export type Signature = { kind: 'table'; format: TableFormat } | { kind: 'other'; format: OtherFormat };

const startsWith = (start: Buffer, hex: string): boolean => start.toString('hex', 0, hex.length / 2) === hex;

/** What a file is by its first bytes (some kilobytes), whatever its name says. `named` decides between texts. */
export function formatOfContent(start: Uint8Array, named: TableFormat): Signature {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  const other = MAGIC.find(([test]) => test(bytes))?.[1];
  if (other !== undefined) return { kind: 'other', format: other };
  // Workbooks with a password come in the container of old ones: their reader tells the two apart.
  const isWorkbook =
    startsWith(bytes, '504b0304') || startsWith(bytes, '504b0506') || startsWith(bytes, 'd0cf11e0');
  return { kind: 'table', format: isWorkbook ? 'xlsx' : textFormat(bytes, named) };
}

const MAGIC: readonly (readonly [(bytes: Buffer) => boolean, OtherFormat])[] = [
  [(bytes) => bytes.toString('latin1', 4, 19) === 'Standard Jet DB', 'mdb'],
  [(bytes) => bytes.toString('latin1', 4, 19) === 'Standard ACE DB', 'accdb'],
  [(bytes) => bytes.toString('latin1', 0, 4) === '%PDF', 'pdf'],
  [(bytes) => isZipWith(bytes, 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'ods'],
  [(bytes) => isZipWith(bytes, 'Index/') && bytes.includes('.iwa'), 'numbers'],
  [(bytes) => startsWith(bytes, '504b0304') && bytes.includes('word/'), 'doc'],
  // BIFF 2 to 4, before the compound container.
  [(bytes) => /^09(?:00|02|04)0[4-6]00/.test(bytes.toString('hex', 0, 4)), 'xls'],
  [isDbase, 'dbf'],
  [
    (bytes) => /^[\ufeff\s]*<\?xml[^>]*>\s*(?:<\?mso[^>]*>\s*)?<(?:\w+:)?Workbook/i.test(textOf(bytes)),
    'xml-spreadsheet',
  ],
  [(bytes) => /^[\ufeff\s]*<(?:!doctype\s+html|html|table|head|meta)\b/i.test(textOf(bytes)), 'html'],
];

const textOf = (bytes: Buffer): string => bytes.toString('utf8', 0, 1_024);

function isZipWith(bytes: Buffer, word: string): boolean {
  return startsWith(bytes, '504b0304') && bytes.subarray(0, 4_096).includes(word);
}

/** dBASE III to Visual FoxPro: version, date of the last change, number of records, lengths of header and record. */
function isDbase(bytes: Buffer): boolean {
  if (bytes.length < 32 || ![0x03, 0x30, 0x31, 0x43, 0x83, 0x8b, 0xf5].includes(bytes[0] ?? 0)) return false;
  const [month, day, header, record] = [
    bytes[2] ?? 0,
    bytes[3] ?? 0,
    bytes.readUInt16LE(8),
    bytes.readUInt16LE(10),
  ];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && header >= 33 && record >= 1;
}

function textFormat(bytes: Buffer, named: TableFormat): TableFormat {
  if (named === 'jsonl' || named === 'geojson') return isCollection(bytes) ? 'geojson' : named;
  if (!/^[\ufeff\s]*\{\s*"/.test(textOf(bytes))) return 'csv';
  return isCollection(bytes) ? 'geojson' : 'jsonl';
}

const isCollection = (bytes: Buffer): boolean =>
  /^[\ufeff\s]*\{[^[]*"type"\s*:\s*"FeatureCollection"/.test(bytes.toString('utf8', 0, 4_096));
