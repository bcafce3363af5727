import { Buffer } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import {
  decodeAs,
  decodeBytes,
  type LegacyEncoding,
  type TextEncoding,
  vietnameseShare,
} from '#formats/legacy-encoding/index.ts';
import { type Carrier, type Coding, converter } from './coding.ts';
import { detectDelimiter, parserOptions } from './dialect.ts';
import type { CsvOptions } from './read.ts';

/** A file whose columns came from different programs: what its bytes are, column by column. */
export interface MixedCoding {
  /** Undefined for a column that tells nothing. */
  columns: readonly (ColumnCoding | undefined)[];
  /** The legacy encoding of the file, for whatever is no UTF-8 and nothing else. */
  main: LegacyEncoding;
}

type ColumnCoding = { carrier: Carrier; encoding: TextEncoding };

/** One column contradicts the whole file only when it is itself this certain. */
const LEAST_CONFIDENCE = 0.9;
/** Share of Vietnamese words from which a reading is believed. */
const PLAUSIBLE = 0.6;

/** What is beyond ASCII, or a control character: TCVN3 has capitals among those. */
const CODED = /[^\t\n\r\x20-\x7e]/;

/**
 * Looks at the columns of a sample of whole lines on their own. Undefined where they agree: then the whole text is the
 * better witness.
 */
export function mixedCoding(
  sample: Uint8Array,
  whole: Coding | undefined,
  options: CsvOptions,
): MixedCoding | undefined {
  const cells = columnCells(sample, options);
  const found = cells.map(recognised);
  const main = whole?.carrier === 'bytes' ? legacy(whole.encoding) : mainOf(cells.flat(), found);
  if (main === undefined) return undefined;
  const columns = found.map((column) => (column && deviates(column, main) ? column.coding : undefined));
  return columns.some((column) => column !== undefined) ? { main, columns } : undefined;
}

/** The cells of each column that need decoding, below the header; none of a table that cannot be parsed. */
function columnCells(sample: Uint8Array, { delimiter, headerRow = 1 }: CsvOptions): Buffer[][] {
  const text = Buffer.from(sample).toString('latin1');
  const columns: Buffer[][] = [];
  let row = 0;
  const take = (record: string[]): void => {
    row += 1;
    if (row <= headerRow) return;
    for (const [index, cell] of record.entries()) {
      columns[index] ??= [];
      if (CODED.test(cell)) columns[index].push(Buffer.from(cell, 'latin1'));
    }
  };
  try {
    parse(text, parserOptions(delimiter ?? detectDelimiter(text), take));
  } catch {
    // Where the parser stumbles is said when the file is read.
  }
  return Array.from(columns, (cells = []) => cells);
}

interface Recognised {
  bytes: Uint8Array;
  coding: ColumnCoding;
  confidence: number;
}

const isUtf8 = (bytes: Buffer): boolean => textAs(bytes, UTF8) !== undefined;

/** By most of its cells: single ones may have been pasted from elsewhere. */
function recognised(cells: readonly Buffer[]): Recognised | undefined {
  const unicode = cells.filter(isUtf8);
  const most = unicode.length * 2 > cells.length ? unicode : cells.filter((cell) => !isUtf8(cell));
  return recognisedBytes(most);
}

function recognisedBytes(cells: readonly Buffer[]): Recognised | undefined {
  const bytes = Buffer.concat(cells.flatMap((cell) => [cell, LINE_END]));
  const outcome = decodeBytes(bytes);
  if (cells.length === 0 || outcome.kind !== 'decoded') return undefined;
  const { carrier, encoding, confidence } = outcome;
  return { bytes, coding: { carrier, encoding }, confidence };
}

const LINE_END = Buffer.from('\n');

function deviates({ bytes, coding, confidence }: Recognised, main: LegacyEncoding): boolean {
  if (coding.encoding === main || confidence < LEAST_CONFIDENCE) return false;
  return shareAs(bytes, { carrier: 'bytes', encoding: main }) < PLAUSIBLE;
}

/** The legacy encoding of whatever is no UTF-8, where the file as a whole tells none; else that of the longest column. */
function mainOf(
  cells: readonly Buffer[],
  columns: readonly (Recognised | undefined)[],
): LegacyEncoding | undefined {
  const all = recognisedBytes(cells.filter((cell) => !isUtf8(cell)));
  const longest = columns.toSorted((a, b) => (b?.bytes.length ?? 0) - (a?.bytes.length ?? 0));
  const certain = [all, ...longest].find(
    (found) => found?.coding.carrier === 'bytes' && found.confidence >= LEAST_CONFIDENCE,
  );
  return certain && legacy(certain.coding.encoding);
}

function legacy(encoding: TextEncoding): LegacyEncoding | undefined {
  return encoding.startsWith('UTF-') || encoding === 'mis-decoded UTF-8'
    ? undefined
    : (encoding as LegacyEncoding);
}

/** Undefined where the bytes cannot be that. */
function textAs(bytes: Uint8Array, { carrier, encoding }: ColumnCoding): string | undefined {
  const outcome = decodeAs(bytes, carrier === 'bytes' ? encoding : carrier);
  if (outcome.kind !== 'decoded') return undefined;
  return carrier === 'bytes' ? outcome.text : converter(encoding)(outcome.text);
}

function shareAs(bytes: Uint8Array, coding: ColumnCoding): number {
  const text = textAs(bytes, coding);
  return text === undefined ? 0 : vietnameseShare(text);
}

const UTF8: ColumnCoding = { carrier: 'UTF-8', encoding: 'UTF-8' };

export type DecodedCell = { text: string; encoding: TextEncoding };

/**
 * A cell (one character per byte) as its column has it; one that was pasted from elsewhere as UTF-8 or as most of the
 * file. Undefined for bytes that are none of these.
 */
export function decodeCell(
  cell: string,
  column: number,
  { columns, main }: MixedCoding,
): DecodedCell | undefined {
  if (!CODED.test(cell)) return { text: cell, encoding: 'UTF-8' };
  const bytes = Buffer.from(cell, 'latin1');
  const own = columns[column] ?? { carrier: 'bytes', encoding: main };
  const unicode = textAs(bytes, UTF8);
  if (own.carrier === 'bytes') return decodeLegacy(bytes, own, unicode);
  const text = unicode === undefined ? undefined : textAs(bytes, own);
  return text === undefined ? decodePasted(bytes, main) : { text, encoding: own.encoding };
}

/** Legacy letters form UTF-8 by chance at most here and there: then the Vietnamese words decide. */
function decodeLegacy(
  bytes: Uint8Array,
  own: ColumnCoding,
  unicode: string | undefined,
): DecodedCell | undefined {
  const text = textAs(bytes, own);
  if (text === undefined) return undefined;
  const isUnicode = unicode !== undefined && vietnameseShare(unicode) > vietnameseShare(text);
  return isUnicode ? { text: unicode, encoding: 'UTF-8' } : { text, encoding: own.encoding };
}

/** Any bytes are letters of a legacy table: without a Vietnamese word among them they are damaged. */
function decodePasted(bytes: Uint8Array, main: LegacyEncoding): DecodedCell | undefined {
  const text = textAs(bytes, { carrier: 'bytes', encoding: main });
  return text === undefined || vietnameseShare(text) < PLAUSIBLE ? undefined : { text, encoding: main };
}
