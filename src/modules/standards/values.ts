import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false } as const;

/** Decimals that matter travel as strings, so that a hash never depends on a float printer (RFC 8785). */
const decimal = Type.String({ pattern: '^-?[0-9]{1,15}(\\.[0-9]{1,15})?$' });
const text = Type.String({ minLength: 1, maxLength: 100_000 });
const name = Type.String({ minLength: 1, maxLength: 500 });
const monthDay = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' });
/** Bounded: JSON allows 1e999, which reads as infinity and would be stored as null. */
const integer = Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER });
const year = Type.Integer({ minimum: -10_000, maximum: 9999 });
/** Plane coordinates in metres or degrees; no projected system of the world exceeds this. */
const coordinate = Type.Number({ minimum: -100_000_000, maximum: 100_000_000 });
const day = Type.Union([integer, Type.Null()]);

const identifier = Type.Object({ scheme: name, value: name }, closed);

/** `earliest` and `latest`: days since 1970-01-01 in the proleptic Gregorian calendar, null = open end. */
const date = Type.Object(
  {
    verbatim: Type.Optional(name),
    edtf: Type.Optional(name),
    earliest: Type.Optional(day),
    latest: Type.Optional(day),
    approximate: Type.Optional(Type.Boolean()),
    uncertain: Type.Optional(Type.Boolean()),
    derivation: Type.Optional(text),
  },
  { ...closed, minProperties: 1 },
);

const recurrence = Type.Object(
  {
    calendar: Type.Enum(['lunar-vi', 'gregorian', 'cham', 'khmer', 'words'] as const),
    start: Type.Optional(monthDay),
    end: Type.Optional(monthDay),
    leap: Type.Optional(Type.Enum(['regular', 'leap', 'both'] as const)),
    everyYears: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
    anchorYear: Type.Optional(year),
    words: Type.Optional(text),
    overrides: Type.Optional(
      Type.Array(
        Type.Object(
          {
            year,
            start: Type.Optional(Type.String({ pattern: '^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}$' })),
            end: Type.Optional(Type.String({ pattern: '^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}$' })),
            status: name,
          },
          closed,
        ),
      ),
    ),
  },
  closed,
);

const geometry = Type.Object(
  {
    role: name,
    geojson: Type.Object(
      {
        type: Type.Enum([
          'Point',
          'MultiPoint',
          'LineString',
          'MultiLineString',
          'Polygon',
          'MultiPolygon',
        ] as const),
        coordinates: Type.Array(Type.Unknown(), { minItems: 1 }),
      },
      closed,
    ),
    crs: Type.String({ pattern: '^EPSG:[0-9]{4,6}$' }),
    original: Type.Optional(
      Type.Union([
        text,
        Type.Object({ e: Type.Union([coordinate, decimal]), n: Type.Union([coordinate, decimal]) }, closed),
      ]),
    ),
    precisionMetres: Type.Optional(Type.Number({ minimum: 0, maximum: 10_000_000 })),
    publicPrecision: Type.Enum(['exact', 'approx-1km', 'commune', 'province', 'withheld'] as const),
    decision: Type.Optional(name),
  },
  closed,
);

const measurement = Type.Object(
  {
    type: name,
    value: decimal,
    unit: name,
    part: Type.Optional(name),
    approximate: Type.Optional(Type.Boolean()),
  },
  closed,
);

const reference = Type.Object(
  { pid: Type.Optional(name), kind: Type.Optional(name), verbatim: Type.Optional(text) },
  { ...closed, minProperties: 1 },
);

const agentRole = Type.Object(
  { role: name, pid: Type.Optional(name), verbatim: Type.Optional(name) },
  { ...closed, minProperties: 2 },
);

/** `units`: codes of today's units; `historicUnits`: codes of the units before 1 July 2025. */
const place = Type.Object(
  {
    verbatim: Type.Optional(text),
    units: Type.Optional(Type.Array(name)),
    historicUnits: Type.Optional(Type.Array(name)),
  },
  { ...closed, minProperties: 1 },
);

const decision = Type.Object(
  { number: name, date: Type.Optional(name), issuer: Type.Optional(name), id: Type.Optional(name) },
  closed,
);

const inscription = Type.Object(
  {
    original: Type.Optional(text),
    script: Type.Optional(name),
    transliteration: Type.Optional(text),
    translation: Type.Optional(text),
    position: Type.Optional(text),
  },
  { ...closed, minProperties: 1 },
);

const file = Type.Object(
  { name, role: name, sha256: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })) },
  closed,
);

/** The JSON of a statement's `value`, by datatype. Outside validators get the same shapes. */
export const VALUE_SCHEMAS = {
  text,
  localizedText: text,
  term: name,
  boolean: Type.Boolean(),
  integer,
  decimal,
  url: Type.String({ pattern: '^https?://[^\\s<>"]+$', maxLength: 2000 }),
  identifier,
  date,
  recurrence,
  geometry,
  measurement,
  reference,
  agentRole,
  place,
  decision,
  inscription,
  file,
} as const;

export type Datatype = keyof typeof VALUE_SCHEMAS;

/** The TypeScript type of a value of each datatype. */
export type Values = { [D in Datatype]: Static<(typeof VALUE_SCHEMAS)[D]> };

export const DATATYPES = Object.keys(VALUE_SCHEMAS) as Datatype[];
