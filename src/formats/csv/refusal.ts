import { CsvError } from 'csv-parse';

/** `line` is where the row begins, `column` the number of the cell in it; both count from 1. */
export type CsvRefusal =
  | { kind: 'empty' }
  | { kind: 'duplicate-header'; line: number; column: number; name: string }
  | { kind: 'nul-byte'; line: number; column: number }
  | { kind: 'ragged-row'; line: number; column: number; expected: number; found: number }
  | { kind: 'unclosed-quote'; line: number; column: number }
  | { kind: 'misplaced-quote'; line: number; column: number }
  | { kind: 'record-too-long'; line: number; limit: number }
  /** `offset` is that of a byte in the file; with a `column`, in its cell. */
  | { kind: 'invalid-encoding'; line: number; offset: number; column?: number };

// Characters in one row. A quote that is never closed must not swallow a whole file into memory.
export const RECORD_LIMIT = 4_194_304;

/** `line` is where the row begins that the parser was in. Anything but an error of the CSV itself is thrown on. */
export function refusalOf(error: unknown, line: number): CsvRefusal {
  if (!(error instanceof CsvError)) throw error;
  const column = Number(error.column ?? 0) + 1;
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return { kind: 'unclosed-quote', line, column };
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
      return { kind: 'misplaced-quote', line, column };
    case 'CSV_MAX_RECORD_SIZE':
      return { kind: 'record-too-long', line, limit: RECORD_LIMIT };
    default:
      throw error;
  }
}
