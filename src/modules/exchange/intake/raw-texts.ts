import { readCsv } from '#formats/csv/index.ts';
import type { Inspection } from './job.ts';

interface Table {
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

const MOST_TEXTS = 6;

/** Cells of a CSV file that its decoding changed, beside what a program that knows no legacy encoding shows. */
export function rawTexts(
  { header, rows }: Table,
  { start, encoding, delimiter }: { start: Uint8Array; encoding: string; delimiter: string },
): Inspection['conversions'] {
  const raw = readCsv(start, { encoding: 'Windows-1252', delimiter });
  if (raw.kind !== 'table') return [];
  const changed = rows.slice(0, raw.rows.length).flatMap((cells, row) =>
    cells.flatMap((after, index) => {
      const before = raw.rows[row]?.cells[index] ?? '';
      const column = header[index] ?? '';
      return before === after || before === '' ? [] : [{ column, encoding, before, after }];
    }),
  );
  return [...new Map(changed.map((found) => [found.before, found])).values()].slice(0, MOST_TEXTS);
}
