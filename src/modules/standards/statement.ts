import Type, { type Static, type TSchema } from 'typebox';
import { ABSENCES } from './schema.ts';

const words = Type.String({ minLength: 1 });

/** What every statement carries beside its value. `id` is stable: diffs, reviews and field access address it. */
const common = {
  id: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.:-]*$', maxLength: 80 }),
  absent: Type.Optional(Type.Enum(ABSENCES)),
  lang: Type.Optional(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' })),
  script: Type.Optional(Type.String({ pattern: '^[A-Z][a-z]{3}$' })),
  nameType: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  source: Type.Optional(Type.Array(words)),
  certainty: Type.Optional(Type.Enum(['certain', 'probable', 'possible'] as const)),
  by: Type.Optional(words),
  from: Type.Optional(words),
  to: Type.Optional(words),
  note: Type.Optional(words),
};

const anyStatement = Type.Object({ ...common, value: Type.Optional(Type.Unknown()) });
const anyBody = Type.Object({
  standard: Type.String(),
  fields: Type.Record(Type.String(), Type.Array(anyStatement)),
});

/** The schema of a statement of one datatype: a value or a typed absence, never both. */
export function statementSchema(value: TSchema) {
  return Type.Object(
    { ...common, value: Type.Optional(value) },
    { additionalProperties: false, oneOf: [{ required: ['value'] }, { required: ['absent'] }] },
  );
}

/** A statement whose value has the TypeScript type `V`. */
export type Statement<V = unknown> = Omit<Static<typeof anyStatement>, 'value'> & { value?: V };

/** The body of a record version: `standard` is `kind@version`, `fields` maps a field id to its statements. */
export type RecordBody = Static<typeof anyBody>;
