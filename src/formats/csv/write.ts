import { stringify } from 'csv-stringify/sync';
import { guardFormula } from './formulas.ts';

export type CsvCell = string | number | boolean | null;

type LineOptions = { delimiter?: string; guardFormulas?: boolean };

/**
 * Writes RFC 4180 CSV with CRLF line ends. `guardFormulas` makes texts that a spreadsheet would run harmless, in a way
 * that `readCsv` undoes with `unguard`; numbers stay numbers. `bom` lets Excel recognise UTF-8.
 */
export function writeCsv(
  rows: Iterable<readonly CsvCell[]>,
  { bom = false, ...options }: LineOptions & { bom?: boolean } = {},
): string {
  let text = bom ? '\ufeff' : '';
  for (const row of rows) text += csvLine(row, options);
  return text;
}

/** One row with its line end, for exports too large to hold as one string. */
export function csvLine(
  cells: readonly CsvCell[],
  { delimiter = ',', guardFormulas = false }: LineOptions = {},
): string {
  const written = cells.map((cell) =>
    guardFormulas && typeof cell === 'string' ? guardFormula(cell) : cell,
  );
  return stringify([written], {
    delimiter,
    record_delimiter: '\r\n',
    cast: { boolean: String },
    // Half a line end would otherwise go unquoted, and a lone empty cell would look like an empty line.
    quoted_match: /[\r\n]/,
    quoted_empty: cells.length === 1,
  });
}
