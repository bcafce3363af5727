import Type, { type TSchema } from 'typebox';
import { ABSENCES, KINDS } from '#modules/standards/index.ts';
import { ACTS } from './designation/designation.ts';

/** The shapes of the registry's JSON, for its documentation. `null` is said, never left out. */
export const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()]);

export const PID = Type.String({ pattern: '^[0-9b-df-hj-km-np-tv-xz]{3,40}$', examples: ['ds1000000b'] });

/** Ids of rows and numbers of versions, as far as the database can hold them. */
export const ROW_ID = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
export const VERSION_NUMBER = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

export const TITLE = Type.Object({ vi: Type.String(), en: Type.Optional(Type.String()) });

const RECORD_REFERENCE = Type.Object({
  pid: Type.String(),
  kind: Type.Enum(KINDS),
  title: TITLE,
});

const STANDING = Type.Enum(['in-force', 'revoked', 'uncertain', 'not-yet'] as const);

const DECISION_REFERENCE = Type.Union([
  Type.Object({
    key: Type.String(),
    number: Type.String(),
    date: orNull(Type.String({ format: 'date' })),
    issuer: Type.String(),
  }),
  Type.Object({ absent: Type.Enum(ABSENCES) }),
]);

const ACT_PROPERTIES = {
  id: Type.Integer(),
  key: orNull(Type.String()),
  act: Type.Enum(ACTS),
  list: Type.String({ description: 'Code of the list designation-list' }),
  rank: orNull(Type.String()),
  of: orNull(Type.Integer({ description: 'The act that is extended, corrected or revoked' })),
  decision: DECISION_REFERENCE,
  effective: Type.Object({
    earliest: orNull(Type.String({ format: 'date' })),
    latest: orNull(Type.String({ format: 'date' })),
    edtf: orNull(Type.String()),
  }),
  batch: orNull(Type.String()),
  registryNumber: orNull(Type.String()),
  criteria: orNull(Type.String()),
  note: orNull(Type.String()),
  source: Type.String(),
  memberCount: Type.Integer({ description: 'Records that the reader may see' }),
};

const VERBATIM = {
  component: Type.String(),
  verbatimName: Type.String(),
  verbatimPlace: Type.String(),
  standing: STANDING,
};

/** An act with the first of its members. */
export const ACT = Type.Object({
  ...ACT_PROPERTIES,
  members: Type.Array(Type.Object({ ...RECORD_REFERENCE.properties, ...VERBATIM })),
});

/** An act as it concerns one record. */
export const RECORD_DESIGNATION = Type.Object({ ...ACT_PROPERTIES, ...VERBATIM });

export const RELATION = Type.Object({
  id: Type.Integer(),
  type: Type.String({ description: 'As seen from the record asked about; code of the list relation-type' }),
  direction: Type.Enum(['out', 'in'] as const),
  record: RECORD_REFERENCE,
  fromDate: orNull(Type.String()),
  toDate: orNull(Type.String()),
  note: orNull(Type.String()),
  source: Type.String(),
});

export const STATEMENT = Type.Object(
  { id: Type.String(), value: Type.Optional(Type.Unknown()) },
  { additionalProperties: true },
);

export const DIFF_PROPERTIES = {
  standard: Type.Optional(Type.Object({ before: Type.String(), after: Type.String() })),
  changes: Type.Array(
    Type.Object({
      field: Type.String(),
      statement: Type.String(),
      change: Type.Enum(['added', 'removed', 'changed'] as const),
      before: Type.Optional(STATEMENT),
      after: Type.Optional(STATEMENT),
    }),
  ),
};
