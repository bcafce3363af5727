import { parse } from 'csv-parse/sync';
import { decodeAs, decodeBytes, type TextEncoding } from '#formats/legacy-encoding/index.ts';
import { detectDelimiter, parserOptions } from './dialect.ts';
import { type CsvRefusal, refusalOf } from './refusal.ts';
import { type CsvRow, createTable, type Taken } from './table.ts';

export type { CsvRow } from './table.ts';

/**
 * What is left out is detected. `unguard` undoes the apostrophes of `writeCsv({ guardFormulas })`. `headerRow`: the line
 * of the header, where titles stand above it.
 */
export type CsvOptions = {
  delimiter?: string;
  encoding?: TextEncoding;
  unguard?: boolean;
  headerRow?: number;
};

/** `confidence` (0 … 1) is that of the encoding; below about 0.8 a person should look at a sample. */
export type CsvOutcome =
  | {
      kind: 'table';
      header: string[];
      rows: CsvRow[];
      delimiter: string;
      encoding: TextEncoding;
      confidence: number;
    }
  | CsvRefusal;

/** Reads a whole CSV file with a header row (RFC 4180): every row has as many cells as the header. */
export function readCsv(source: Uint8Array | string, options: CsvOptions = {}): CsvOutcome {
  const decoded = decode(source, options.encoding);
  if (decoded.kind !== 'decoded') return decoded;
  const { text, encoding, confidence } = decoded;
  const delimiter = options.delimiter ?? detectDelimiter(text);
  const table = readTable(text, { ...options, delimiter });
  return table.kind === 'table' ? { ...table, delimiter, encoding, confidence } : table;
}

type Decoded = { kind: 'decoded'; text: string; encoding: TextEncoding; confidence: number };

function decode(source: Uint8Array | string, encoding: TextEncoding | undefined): Decoded | CsvRefusal {
  if (typeof source === 'string') {
    return { kind: 'decoded', text: source.replace(/^\ufeff/, ''), encoding: 'UTF-8', confidence: 1 };
  }
  const outcome = encoding ? { encoding, confidence: 1, ...decodeAs(source, encoding) } : decodeBytes(source);
  if (outcome.kind === 'decoded') return outcome;
  const line = source.subarray(0, outcome.offset).filter((byte) => byte === 0x0a).length + 1;
  return { kind: 'invalid-encoding', line, offset: outcome.offset };
}

type Table = { kind: 'table'; header: string[]; rows: CsvRow[] };

function readTable(text: string, options: CsvOptions & { delimiter: string }): Table | CsvRefusal {
  const table = createTable(options);
  const result: Table = { kind: 'table', header: [], rows: [] };
  let refusal: CsvRefusal | null = null;
  const onRecord = (record: string[]): void => {
    refusal ??= addTo(result, table.take(record));
  };
  try {
    parse(text, parserOptions(options.delimiter, onRecord));
  } catch (error) {
    return refusal ?? refusalOf(error, table.nextLine());
  }
  return refusal ?? (table.hasHeader() ? result : { kind: 'empty' });
}

function addTo(result: Table, taken: Taken): CsvRefusal | null {
  switch (taken.kind) {
    case 'header':
      result.header = taken.header;
      return null;
    case 'row':
      result.rows.push({ line: taken.line, cells: taken.cells });
      return null;
    case 'blank':
      return null;
    default:
      return taken;
  }
}
