import Type, { type Static } from 'typebox';
import { parseStrictJson } from '#formats/jcs/index.ts';
import { compileStructure, type RecordBody, type Statement } from '#modules/standards/index.ts';

const statement = Type.Object({ id: Type.String() });

/** What an export writes beside the cells. `rest`: the fields that cells cannot tell completely. */
const RecordCellSchema = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    standard: Type.String(),
    rest: Type.Optional(Type.Record(Type.String(), Type.Array(statement))),
  },
  { additionalProperties: false },
);

type RecordCell = Static<typeof RecordCellSchema>;

const check = compileStructure(RecordCellSchema);

export function writeRecordCell(version: number, standard: string, rest: RecordBody['fields']): string {
  return JSON.stringify({ version, standard, ...(Object.keys(rest).length > 0 ? { rest } : {}) });
}

export type ReadRecordCell =
  | { kind: 'none' }
  | { kind: 'record'; version: number; standard: string; rest: Record<string, Statement[]> }
  | { kind: 'broken' };

/** Statements are checked with the body, not here. */
export function readRecordCell(cell: string): ReadRecordCell {
  if (cell.trim() === '') return { kind: 'none' };
  const json = parseStrictJson(cell);
  if (json.kind !== 'json' || check(json.value).length > 0) return { kind: 'broken' };
  const { version, standard, rest = {} } = json.value as unknown as RecordCell;
  return { kind: 'record', version, standard, rest };
}
