import { readCsv } from '#formats/csv/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { fileRefusalTexts } from '../import/refusal-texts.ts';
import { readTable, type TableEvent, type TableFormat } from '../import/table-formats.ts';
import type { Mapping } from '../sheet/mapping.ts';
import type { Inspection } from './job.ts';

/** Rows from which samples are taken. */
const HEAD_ROWS = 200;
const MOST_SAMPLES = 4;
const LONGEST_SAMPLE = 80;

type Header = Extract<TableEvent, { kind: 'header' }>;

export type Head =
  | { kind: 'head'; header: Header; rows: string[][] }
  | { kind: 'unreadable'; problems: LocalizedText[] };

/** The header and the first rows. What is wrong further down is for the dry run to say. */
export async function readHead(
  bytes: AsyncIterable<Uint8Array>,
  { format, mapping }: { format: TableFormat; mapping: Mapping },
): Promise<Head> {
  const { delimiter, encoding } = mapping;
  const options = { ...(delimiter ? { delimiter } : {}), ...(encoding ? { encoding } : {}) };
  const rows: string[][] = [];
  let header: Header | undefined;
  for await (const event of readTable(format, bytes, options)) {
    if (event.kind === 'header') header = event;
    else if (event.kind === 'row') rows.push(event.cells);
    else if (header === undefined) return { kind: 'unreadable', problems: fileRefusalTexts(event) };
    else break;
    if (rows.length === HEAD_ROWS) break;
  }
  if (header === undefined) throw new Error('The reader of the table stopped without a last word');
  return { kind: 'head', header, rows };
}

/** `start`: the first bytes of the file, for texts as they stand there. */
export function inspectionOf(
  { header: { header, encoding, confidence, delimiter }, rows }: Extract<Head, { kind: 'head' }>,
  start: Uint8Array,
): Inspection {
  return {
    ...{ encoding, confidence, delimiter, sheet: null },
    columns: header.map((name, index) => ({
      header: name,
      samples: samplesOf(rows.map((cells) => cells[index] ?? '')),
    })),
    conversions: encoding.startsWith('UTF-') ? [] : conversionsOf({ header, rows }, { start, delimiter }),
  };
}

function samplesOf(cells: readonly string[]): string[] {
  const different = new Set(cells.map((cell) => cell.trim()).filter(Boolean));
  return [...different].slice(0, MOST_SAMPLES).map(shortened);
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_SAMPLE ? `${letters.slice(0, LONGEST_SAMPLE - 1).join('')}…` : text;
}

const MOST_CONVERSIONS = 6;

/** Cells that the decoding changed, beside what a program that knows nothing of legacy encodings shows. */
function conversionsOf(
  { header, rows }: { header: readonly string[]; rows: readonly string[][] },
  { start, delimiter }: { start: Uint8Array; delimiter: string },
): Inspection['conversions'] {
  const raw = readCsv(start, { encoding: 'Windows-1252', delimiter });
  if (raw.kind !== 'table') return [];
  const changed = rows.slice(0, raw.rows.length).flatMap((cells, row) =>
    cells.flatMap((after, column) => {
      const before = raw.rows[row]?.cells[column] ?? '';
      if (before === after || before === '') return [];
      return [{ column: header[column] ?? '', before: shortened(before), after: shortened(after) }];
    }),
  );
  return [...new Map(changed.map((found) => [found.before, found])).values()].slice(0, MOST_CONVERSIONS);
}
