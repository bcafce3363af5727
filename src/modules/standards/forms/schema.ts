import Type, { type Static } from 'typebox';
import { KINDS } from '../schema.ts';

const closed = { additionalProperties: false } as const;
const slug = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 60 });
/** Letters and digits only: ids are the tags of the templates, which people type. */
const id = Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 40 });
const words = Type.String({ minLength: 1 });
const localized = Type.Object({ vi: words, en: words }, closed);
const codes = Type.Array(words, { minItems: 1 });

/** Statements of a field: all of them, or those with (or without) these types of name, measurement or role. */
const fieldBinding = Type.Object(
  {
    field: Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' }),
    only: Type.Optional(codes),
    except: Type.Optional(codes),
  },
  closed,
);

/** What a record has beside its fields. */
const recordBinding = Type.Object(
  { record: Type.Enum(['pid', 'designations', 'former-places', 'coordinates', 'row-number'] as const) },
  closed,
);

const binding = Type.Union([fieldBinding, recordBinding]);

/** `blank`: dotted lines to write on where the record has nothing; no binding: always written by hand. */
const line = Type.Object(
  {
    id,
    label: Type.Optional(localized),
    bindings: Type.Array(binding),
    blank: Type.Integer({ minimum: 1, maximum: 12 }),
  },
  closed,
);

const column = Type.Object(
  {
    id,
    label: localized,
    width: Type.Number({ exclusiveMinimum: 0, maximum: 100 }),
    bindings: Type.Array(binding),
  },
  closed,
);

/** Rows are the artefacts of the record (or the record itself, an artefact), or empty ones to write in. */
const table = Type.Object(
  {
    id,
    rows: Type.Enum(['artefacts', 'blank'] as const),
    blankRows: Type.Integer({ minimum: 1, maximum: 30 }),
    columns: Type.Array(column, { minItems: 2 }),
  },
  closed,
);

const section = Type.Object(
  {
    id: slug,
    label: Type.Optional(localized),
    /** Prose has labels above values, a sheet beside them. */
    layout: Type.Enum(['prose', 'sheet'] as const),
    lines: Type.Array(line),
    table: Type.Optional(table),
  },
  closed,
);

/** `standards/forms/<id>.json`: an official form, as data. */
export const OfficialFormSchema = Type.Object(
  {
    id: slug,
    version: Type.String({ pattern: '^[0-9]+(\\.[0-9]+)*$', maxLength: 20 }),
    kinds: Type.Array(Type.Enum(KINDS), { minItems: 1 }),
    label: localized,
    /** The act and the number of the form, as the footer cites it. */
    basis: localized,
    /** How far the lines have been compared with the text of the act. */
    note: Type.Optional(localized),
    paper: Type.Object({ size: Type.Enum(['A4', 'A3'] as const), landscape: Type.Boolean() }, closed),
    sections: Type.Array(section, { minItems: 1 }),
    signatures: Type.Array(localized, { minItems: 1, maxItems: 4 }),
  },
  closed,
);

export type OfficialForm = Static<typeof OfficialFormSchema>;
export type FormBinding = Static<typeof binding>;
export type FormSection = Static<typeof section>;
export type FormLine = Static<typeof line>;
export type FormTable = Static<typeof table>;
