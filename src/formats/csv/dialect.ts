import type { Options } from 'csv-parse';
import { RECORD_LIMIT } from './refusal.ts';

// The rarer in text first. Excel writes semicolons where the decimal sign is a comma, as in Vietnam.
const DELIMITERS = ['\t', ';', ',', '|'] as const;
const RECORDS_COMPARED = 10;

/**
 * The delimiter that divides the first rows most, counted outside quotes; one that gives every row the same number of
 * cells is believed before one that does not. A comma where there is none at all.
 */
export function detectDelimiter(text: string): string {
  const records = firstRecords(text);
  const scores = DELIMITERS.map((delimiter) => {
    const counts = records.map((record) => record.split(delimiter).length - 1);
    const steady = counts.every((count) => count === counts[0]);
    return (counts[0] ?? 0) * (steady ? 2 : 1);
  });
  const best = Math.max(...scores);
  return (best > 0 && DELIMITERS[scores.indexOf(best)]) || ',';
}

/** Rows without their quoted parts. */
function firstRecords(text: string): string[] {
  const unquoted = text.slice(0, 65_536).replace(/"(?:[^"]|"")*(?:"|$)/g, '');
  const lines = unquoted.split(/\r\n|\r|\n/).filter((line) => line !== '');
  // The last line may be cut off by the sample.
  return lines.slice(0, Math.max(1, Math.min(RECORDS_COMPARED, lines.length - 1)));
}

/** Records go to `onRecord` as they are parsed, so that those before an error are not lost with it. */
export function parserOptions(delimiter: string, onRecord: (record: string[]) => void): Options<string[]> {
  return {
    on_record: (record: string[]) => {
      onRecord(record);
      return null;
    },
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    // Rows are measured against the header here, so that the line can be named.
    relax_column_count: true,
    max_record_size: RECORD_LIMIT,
  };
}
