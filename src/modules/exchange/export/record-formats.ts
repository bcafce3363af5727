import { csvLine } from '#formats/csv/index.ts';
import type { CurrentRecord } from '#modules/registry/index.ts';
import type { RecordStandard } from '#modules/standards/index.ts';
import type { CellKnowledge } from '../cells/knowledge.ts';
import { RECORD_COLUMN } from '../sheet/columns.ts';
import { geoJsonWriter } from './geojson.ts';
import { recordRows } from './record-rows.ts';

/** How records become a file: what stands before the first, one text for each, between two, and after the last. */
export interface RecordWriter {
  head: string;
  write(record: CurrentRecord): string;
  between?: string;
  tail?: string;
}

interface WriterContext {
  /** The standard whose columns a table has. */
  standard: RecordStandard | undefined;
  knowledge: CellKnowledge;
}

type WriterOutcome = { kind: 'writer'; writer: RecordWriter } | { kind: 'needs-one-kind' };

/** A format is a codec in `formats/` and an entry here. */
const WRITERS = { csv: csvWriter, jsonl: jsonLinesWriter, geojson: geoJsonWriter } as const satisfies Record<
  string,
  (context: WriterContext) => WriterOutcome
>;

export type RecordFormat = keyof typeof WRITERS;

export const RECORD_FORMATS = Object.keys(WRITERS) as RecordFormat[];

export function recordWriter(format: RecordFormat, context: WriterContext): WriterOutcome {
  return WRITERS[format](context);
}

/**
 * The columns of the import template with keys for headers, so that the file can be edited and imported. Texts that a
 * spreadsheet would run as formulas carry an apostrophe, which the import takes away.
 */
function csvWriter({ standard, knowledge }: WriterContext): WriterOutcome {
  if (!standard) return { kind: 'needs-one-kind' };
  const { keys, row } = recordRows(standard, knowledge);
  const line = (cells: readonly string[]) => csvLine(cells, { guardFormulas: true });
  const write = (record: CurrentRecord) => {
    const { cells, rest } = row(record);
    return line([...cells, rest]);
  };
  // The mark lets Excel read the file as UTF-8.
  return { kind: 'writer', writer: { head: `\ufeff${line([...keys, RECORD_COLUMN])}`, write } };
}

function jsonLinesWriter(): WriterOutcome {
  const write = ({ pid, kind, state, verification, version, updatedAt, body }: CurrentRecord) =>
    `${JSON.stringify({ pid, kind, state, verification, version, updatedAt, ...body })}\n`;
  return { kind: 'writer', writer: { head: '', write } };
}
