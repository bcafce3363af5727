import Type, { type Static, type TSchema } from 'typebox';
import { DATATYPES, type Datatype } from './values.ts';

const closed = { additionalProperties: false } as const;
const id = Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 });
const slug = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 60 });
const version = Type.String({ pattern: '^[0-9]+(\\.[0-9]+)*$', maxLength: 20 });
const isoDate = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const listRef = Type.String({ pattern: '^[a-z][a-z0-9-]*@[0-9]+(\\.[0-9]+)*$' });
const words = Type.String({ minLength: 1 });

export const KINDS = [
  'monument',
  'artefact',
  'intangible',
  'documentary',
  'museum',
  'agent',
  'place',
  'event',
  'collection',
  'source',
] as const;

/** The lifecycle states that obligations and gates speak of. */
export const OBLIGATION_STATES = ['draft', 'submitted', 'published'] as const;

/** Typed absence is data: a field that is known to have no value differs from one nobody filled. */
export const ABSENCES = ['unknown', 'none', 'not-entered', 'not-found', 'restricted'] as const;

const localized = Type.Object({ vi: words, en: words }, closed);
const kind = Type.Enum(KINDS);
const obligation = Type.Enum(['mandatory', 'recommended', 'optional'] as const);

const legalBasis = Type.Object(
  { act: words, clause: Type.Optional(words), note: Type.Optional(localized) },
  closed,
);

/** One alternative chosen by a tag: reported as one clear problem instead of one per alternative. */
function tagged<T>(tag: string, alternatives: TSchema[]) {
  return Type.Unsafe<T>({
    type: 'object',
    required: [tag],
    discriminator: { propertyName: tag },
    oneOf: alternatives,
  });
}

const maxLength = Type.Object(
  { rule: Type.Literal('maxLength'), value: Type.Integer({ minimum: 1 }) },
  closed,
);
const minLength = Type.Object(
  { rule: Type.Literal('minLength'), value: Type.Integer({ minimum: 1 }) },
  closed,
);
const pattern = Type.Object(
  { rule: Type.Literal('pattern'), value: words, message: Type.Optional(localized) },
  closed,
);
const range = Type.Object(
  { rule: Type.Literal('range'), min: Type.Optional(words), max: Type.Optional(words) },
  closed,
);
const notBefore = Type.Object({ rule: Type.Literal('notBefore'), field: id }, closed);
const requires = Type.Object({ rule: Type.Literal('requires'), field: id }, closed);
const unique = Type.Object({ rule: Type.Literal('unique') }, closed);

export type Rule =
  | Static<typeof maxLength>
  | Static<typeof minLength>
  | Static<typeof pattern>
  | Static<typeof range>
  | Static<typeof notBefore>
  | Static<typeof requires>
  | Static<typeof unique>;

const rule = tagged<Rule>('rule', [maxLength, minLength, pattern, range, notBefore, requires, unique]);

/** Metadata vocabularies a field maps to: the columns of the crosswalk table, in display order. */
export const MAPPING_SCHEMES = [
  'dc',
  'tcvn7980',
  'crm',
  'linkedArt',
  'edm',
  'lido',
  'schemaOrg',
  'marc',
] as const;

const mappings = Type.Partial(
  Type.Object(
    {
      dc: words,
      tcvn7980: words,
      crm: words,
      linkedArt: words,
      edm: words,
      lido: words,
      schemaOrg: words,
      marc: words,
    },
    closed,
  ),
);

const field = Type.Object(
  {
    id,
    label: localized,
    definition: localized,
    help: Type.Optional(localized),
    example: Type.Optional(words),
    datatype: Type.Unsafe<Datatype>({ enum: DATATYPES }),
    cardinality: Type.Enum(['0..1', '1..1', '0..*', '1..*'] as const),
    obligation: Type.Object({ draft: obligation, submitted: obligation, published: obligation }, closed),
    codeList: Type.Optional(listRef),
    vocabulary: Type.Optional(slug),
    targets: Type.Optional(Type.Array(kind, { minItems: 1 })),
    roles: Type.Optional(listRef),
    measure: Type.Optional(Type.Object({ types: listRef, units: listRef }, closed)),
    geometryRoles: Type.Optional(listRef),
    rules: Type.Optional(Type.Array(rule)),
    legalBasis: Type.Optional(words),
    formRef: Type.Optional(words),
    weight: Type.Integer({ minimum: 0, maximum: 20 }),
    visibility: Type.Enum(['public', 'organisation', 'sector', 'community'] as const),
    personal: Type.Optional(Type.Boolean()),
    search: Type.Optional(Type.Enum(['name', 'text', 'place', 'identifier', 'none'] as const)),
    mappings: Type.Optional(mappings),
  },
  closed,
);

const group = Type.Object({ id, label: localized, fields: Type.Array(field, { minItems: 1 }) }, closed);

const rename = Type.Object({ op: Type.Literal('rename'), from: id, to: id }, closed);
const mapTerm = Type.Object(
  { op: Type.Literal('mapTerm'), field: id, scheme: slug, from: version, to: version },
  closed,
);
const defaultValue = Type.Object({ op: Type.Literal('default'), field: id, value: Type.Unknown() }, closed);
/** `keepIn`: a text field of the new version that takes the dropped values over as notes. */
const drop = Type.Object({ op: Type.Literal('drop'), field: id, keepIn: Type.Optional(id) }, closed);
/** `pattern`: a regular expression whose named groups are the ids of the fields that take the parts. */
const split = Type.Object({ op: Type.Literal('split'), from: id, pattern: words }, closed);

export type MigrationStep =
  | Static<typeof rename>
  | Static<typeof mapTerm>
  | Static<typeof defaultValue>
  | Static<typeof drop>
  | Static<typeof split>;

/** `standards/records/<kind>/<version>.json` */
export const RecordStandardSchema = Type.Object(
  {
    id: slug,
    version,
    kind,
    label: localized,
    definition: localized,
    status: Type.Enum(['draft', 'in-force', 'superseded'] as const),
    effectiveFrom: isoDate,
    promulgation: Type.Union([
      Type.Null(),
      Type.Object({ number: words, date: isoDate, issuer: words }, closed),
    ]),
    legalBasis: Type.Array(legalBasis),
    officialForms: Type.Array(Type.Object({ id: slug, label: localized, basis: words }, closed)),
    gates: Type.Object(
      {
        submitted: Type.Integer({ minimum: 0, maximum: 100 }),
        published: Type.Integer({ minimum: 0, maximum: 100 }),
      },
      closed,
    ),
    groups: Type.Array(group, { minItems: 1, maxItems: 12 }),
    migrations: Type.Array(tagged<MigrationStep>('op', [rename, mapTerm, defaultValue, drop, split])),
  },
  closed,
);

const code = Type.Object(
  {
    code: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]*$', maxLength: 60 }),
    label: localized,
    definition: Type.Optional(localized),
    broader: Type.Optional(words),
    note: Type.Optional(localized),
    order: Type.Optional(Type.Number()),
    mappings: Type.Optional(Type.Record(Type.String(), words)),
  },
  closed,
);

const codeMapping = Type.Object(
  {
    from: words,
    to: Type.Array(words),
    match: Type.Enum(['exact', 'close', 'broad', 'narrow', 'related'] as const),
    note: Type.Optional(localized),
  },
  closed,
);

/** `standards/codelists/<scheme>/<version>.json` */
export const CodeListSchema = Type.Object(
  {
    scheme: slug,
    version,
    label: localized,
    legalBasis: Type.Array(legalBasis),
    validFrom: Type.Union([isoDate, Type.Null()]),
    validTo: Type.Union([isoDate, Type.Null()]),
    codes: Type.Array(code, { minItems: 1 }),
    mapsFrom: Type.Optional(Type.Array(Type.Object({ version, pairs: Type.Array(codeMapping) }, closed))),
  },
  closed,
);

export type LocalizedLabel = Static<typeof localized>;
export type Lang = keyof LocalizedLabel;
export type Kind = (typeof KINDS)[number];
export type ObligationState = (typeof OBLIGATION_STATES)[number];
export type Absence = (typeof ABSENCES)[number];
export type Field = Static<typeof field>;
export type FieldGroup = Static<typeof group>;
export type RecordStandard = Static<typeof RecordStandardSchema>;
export type Code = Static<typeof code>;
export type CodeList = Static<typeof CodeListSchema>;
