import type { CurrentRecord } from '#modules/registry/index.ts';
import { type RecordStandard, type TemplateColumn, templateColumns } from '#modules/standards/index.ts';
import { writeBody } from '../cells/body-cells.ts';
import { groupColumns } from '../cells/groups.ts';
import type { CellKnowledge } from '../cells/knowledge.ts';
import { KEY_COLUMN } from '../sheet/columns.ts';
import { writeRecordCell } from '../sheet/record-cell.ts';

/** A record as a row of the import template. */
export interface RecordRows {
  /** The keys of the columns, the key of the record first. */
  keys: string[];
  columns: TemplateColumn[];
  /** `rest`: what the cells do not tell, for the column of whole records. */
  row(record: CurrentRecord): { cells: string[]; rest: string };
}

/** `hidden`: fields that neither the cells nor the rest may tell. `longest`: characters that a cell has room for. */
export function recordRows(
  standard: RecordStandard,
  knowledge: CellKnowledge,
  { hidden = () => false, longest }: { hidden?: (datatype: string) => boolean; longest?: number } = {},
): RecordRows {
  const groups = groupColumns(standard, templateColumns(standard)).filter(
    ({ field }) => !hidden(field.datatype),
  );
  const shown = new Set(groups.map(({ field }) => field.id));
  const columns = groups.flatMap((group) => group.columns);
  return {
    keys: [KEY_COLUMN, ...columns.map(({ key }) => key)],
    columns,
    row: ({ pid, version, body }) => {
      const told = Object.fromEntries(Object.entries(body.fields).filter(([field]) => shown.has(field)));
      const { cells, rest } = writeBody({ ...body, fields: told }, groups, knowledge, longest);
      return { cells: [pid, ...cells.flat()], rest: writeRecordCell(version, body.standard, rest) };
    },
  };
}
