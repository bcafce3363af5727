import { unguardFormula } from './formulas.ts';
import type { CsvRefusal } from './refusal.ts';

export type CsvRow = { line: number; cells: string[] };

export type Taken =
  | { kind: 'header'; header: string[] }
  | ({ kind: 'row' } & CsvRow)
  | CsvRefusal
  | { kind: 'blank' };

/** Turns parsed records into the header and rows, checking each; `nextLine()` is where the next row begins. */
export function createTable({
  unguard = false,
  headerRow = 1,
}: {
  unguard?: boolean;
  headerRow?: number;
} = {}) {
  let header: string[] | null = null;
  let nextLine = 1;
  const clean = (cell: string): string => (unguard ? unguardFormula(cell) : cell);

  const take = (record: readonly string[]): Taken => {
    const line = nextLine;
    nextLine += 1 + lineBreaks(record);
    if (record.length === 1 && record[0] === '') return { kind: 'blank' };
    if (!header && line < headerRow) return { kind: 'blank' };
    const nul = record.findIndex((cell) => cell.includes('\0'));
    if (nul >= 0) return { kind: 'nul-byte', line, column: nul + 1 };
    if (header) return raggedRow(record, header, line) ?? { kind: 'row', line, cells: record.map(clean) };
    header = record.map((name) => clean(name).trim().normalize('NFC'));
    return duplicateHeader(header, line) ?? { kind: 'header', header };
  };
  return { take, nextLine: () => nextLine, hasHeader: () => header !== null };
}

/** Within quotes; csv-parse counts CRLF there as two. */
function lineBreaks(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function raggedRow(record: readonly string[], header: readonly string[], line: number): CsvRefusal | null {
  const [expected, found] = [header.length, record.length];
  if (expected === found) return null;
  return { kind: 'ragged-row', line, column: Math.min(expected, found) + 1, expected, found };
}

/** Columns without a name (spreadsheets export some at the right edge) are not duplicates of each other. */
function duplicateHeader(header: readonly string[], line: number): CsvRefusal | null {
  const index = header.findIndex((name, position) => name !== '' && header.indexOf(name) < position);
  return index < 0 ? null : { kind: 'duplicate-header', line, column: index + 1, name: header[index] ?? '' };
}
