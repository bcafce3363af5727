import type { RecordStandard } from '#modules/standards/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { tableOptions } from '../import/read-sheet.ts';
import { fileRefusalTexts } from '../import/refusal-texts.ts';
import { readTable, type TableEvent, type TableFormat } from '../import/table-formats.ts';
import type { Mapping } from '../sheet/mapping.ts';
import type { Conversion } from '../table/table-event.ts';
import type { Inspection } from './job.ts';
import { rawTexts } from './raw-texts.ts';

/** Rows from which samples are taken. */
const HEAD_ROWS = 200;
const MOST_SAMPLES = 4;
const LONGEST_SAMPLE = 80;

type Header = Extract<TableEvent, { kind: 'header' }>;

export type Head =
  | { kind: 'head'; header: Header; rows: string[][] }
  | { kind: 'unreadable'; problems: LocalizedText[] };

interface Source {
  format: TableFormat;
  standard: RecordStandard;
  mapping: Mapping;
}

/** The header and the first rows. What is wrong further down is for the dry run to say. */
export async function readHead(bytes: AsyncIterable<Uint8Array>, source: Source): Promise<Head> {
  const rows: string[][] = [];
  let header: Header | undefined;
  for await (const event of readTable(source.format, bytes, tableOptions(source))) {
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
  { header: found, rows }: Extract<Head, { kind: 'head' }>,
  start: Uint8Array,
): Inspection {
  const { header, encoding, confidence, delimiter, sheet = null } = found;
  return {
    ...{ encoding, confidence, sheet },
    delimiter: delimiter === '' ? null : delimiter,
    columns: header.map((name, index) => ({
      header: name,
      samples: samplesOf(rows.map((cells) => cells[index] ?? '')),
    })),
    conversions: conversionsOf({ header: found, rows }, start).map(shortConversion),
  };
}

function conversionsOf(
  { header: found, rows }: { header: Header; rows: readonly string[][] },
  start: Uint8Array,
): Inspection['conversions'] {
  const { header, encoding, delimiter, conversions = [] } = found;
  if (conversions.length === 0 && delimiter !== '' && !encoding.startsWith('UTF-'))
    return rawTexts({ header, rows }, { start, encoding, delimiter });
  return shownConversions(conversions);
}

type ShownConversion = Inspection['conversions'][number];

/** Samples of the first columns that came in a legacy encoding. */
export function shownConversions(conversions: readonly Conversion[]): ShownConversion[] {
  return conversions
    .slice(0, MOST_CONVERSIONS)
    .flatMap(({ column, encoding, samples }) =>
      samples.map((sample) => shortConversion({ column, encoding, ...sample })),
    );
}

function shortConversion({ before, after, ...where }: ShownConversion): ShownConversion {
  return { ...where, before: shortened(before), after: shortened(after) };
}

/** Columns of which samples are shown; the dry run converts all. */
const MOST_CONVERSIONS = 12;

function samplesOf(cells: readonly string[]): string[] {
  const different = new Set(cells.map((cell) => cell.trim()).filter(Boolean));
  return [...different].slice(0, MOST_SAMPLES).map(shortened);
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_SAMPLE ? `${letters.slice(0, LONGEST_SAMPLE - 1).join('')}…` : text;
}
