import { csvLine } from '#formats/csv/index.ts';
import type { CurrentRecord } from '#modules/registry/index.ts';
import { type RecordStandard, templateColumns } from '#modules/standards/index.ts';
import { writeBody } from '../cells/body-cells.ts';
import { groupColumns } from '../cells/groups.ts';
import type { CellKnowledge } from '../cells/knowledge.ts';
import { KEY_COLUMN, RECORD_COLUMN } from '../sheet/columns.ts';
import { writeRecordCell } from '../sheet/record-cell.ts';

/** How records become a file: what stands before the first, and one text for each. */
interface RecordWriter {
  head: string;
  write(record: CurrentRecord): string;
}

interface WriterContext {
  /** The standard whose columns a table has. */
  standard: RecordStandard | undefined;
  knowledge: CellKnowledge;
}

type WriterOutcome = { kind: 'writer'; writer: RecordWriter } | { kind: 'needs-one-kind' };

/** A format is a codec in `formats/` and an entry here. */
const WRITERS = { csv: csvWriter, jsonl: jsonLinesWriter } as const satisfies Record<
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
  const groups = groupColumns(standard, templateColumns(standard));
  const keys = groups.flatMap(({ columns }) => columns.map(({ key }) => key));
  const line = (cells: readonly string[]) => csvLine(cells, { guardFormulas: true });
  const write = ({ pid, version, body }: CurrentRecord) => {
    const { cells, rest } = writeBody(body, groups, knowledge);
    return line([pid, ...cells.flat(), writeRecordCell(version, body.standard, rest)]);
  };
  // The mark lets Excel read the file as UTF-8.
  return { kind: 'writer', writer: { head: `\ufeff${line([KEY_COLUMN, ...keys, RECORD_COLUMN])}`, write } };
}

function jsonLinesWriter(): WriterOutcome {
  const write = ({ pid, kind, state, verification, version, updatedAt, body }: CurrentRecord) =>
    `${JSON.stringify({ pid, kind, state, verification, version, updatedAt, ...body })}\n`;
  return { kind: 'writer', writer: { head: '', write } };
}
