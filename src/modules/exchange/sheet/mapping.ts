import Type, { type Static } from 'typebox';
import { parseStrictJson } from '#formats/jcs/index.ts';
import { compileStructure, type Issue } from '#modules/standards/index.ts';

const text = Type.String({ minLength: 1 });

/** What the letters of a table may be written in; the first are the usual ones. */
export const TABLE_ENCODINGS = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'TCVN3',
  'TCVN3-H',
  'VNI',
  'VISCII',
  'Windows-1258',
  'Windows-1252',
  'mis-decoded UTF-8',
] as const;

/** A mapping file: how the columns of somebody's own sheet are to be read. */
const MappingSchema = Type.Object(
  {
    /** Header of the file → key of the import template, or null for a column to leave out. */
    columns: Type.Optional(Type.Record(Type.String(), Type.Union([text, Type.Null()]))),
    /** Key of the import template → what every row says there; for columns the file has not. */
    constants: Type.Optional(Type.Record(Type.String(), text)),
    /** Key of the import template → what stands in its cells → the term that is meant, or null for none. */
    values: Type.Optional(Type.Record(text, Type.Record(text, Type.Union([text, Type.Null()])))),
    /** What becomes of columns that are no field and are not listed. */
    otherColumns: Type.Optional(Type.Enum(['refuse', 'ignore'] as const)),
    /** Whether an empty cell takes away what the record has there. */
    emptyCells: Type.Optional(Type.Enum(['keep', 'clear'] as const)),
    /** Where new records start their life: drafts unless stated. Records that are there stay in the state they have. */
    state: Type.Optional(Type.Enum(['draft', 'published'] as const)),
    /** The sheet of a workbook, where not the first that fits is meant. */
    sheet: Type.Optional(text),
    /** The row where the header begins, as the spreadsheet numbers it. */
    headerRow: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_048_576 })),
    delimiter: Type.Optional(Type.Enum([',', ';', '\t', '|'] as const)),
    encoding: Type.Optional(Type.Enum(TABLE_ENCODINGS)),
  },
  { additionalProperties: false },
);

export type Mapping = Static<typeof MappingSchema>;

export type MappingOutcome =
  | { kind: 'mapping'; mapping: Mapping }
  /** Not JSON that every reader would read alike: the place where. */
  | { kind: 'not-json'; reason: string; line: number; column: number }
  | { kind: 'invalid'; issues: Issue[] };

const checkMapping = compileStructure(MappingSchema);

export function readMapping(text: string): MappingOutcome {
  const json = parseStrictJson(text.replace(/^\ufeff/, ''));
  if (json.kind !== 'json')
    return { kind: 'not-json', reason: json.kind, line: json.line, column: json.column };
  const issues = checkMapping(json.value);
  // What the schema admits has this type.
  return issues.length > 0
    ? { kind: 'invalid', issues }
    : { kind: 'mapping', mapping: json.value as Mapping };
}
