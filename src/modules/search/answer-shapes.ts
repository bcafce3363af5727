import Type from 'typebox';
import { KINDS } from '#modules/standards/index.ts';

/** What search answers, for the documentation of the API. */
const LOCALIZED = Type.Object({ vi: Type.Optional(Type.String()), en: Type.Optional(Type.String()) });
const TERM = Type.Object({ code: Type.String(), label: LOCALIZED });

const ITEM = Type.Object({
  pid: Type.String(),
  kind: Type.Enum(KINDS),
  title: Type.Object({
    vi: Type.String(),
    en: Type.Optional(Type.String()),
    han: Type.Optional(Type.String()),
  }),
  summary: Type.Optional(LOCALIZED),
  types: Type.Array(TERM),
  lists: Type.Array(TERM),
  rank: Type.String(),
  place: Type.Optional(LOCALIZED),
  date: Type.Optional(LOCALIZED),
  holder: Type.Optional(LOCALIZED),
  verification: Type.Enum(['unconfirmed', 'confirmed'] as const),
  point: Type.Optional(
    Type.Array(Type.Number(), {
      minItems: 2,
      maxItems: 2,
      description: 'Latitude, longitude; public precision only',
    }),
  ),
});

const FACETS = Type.Record(
  Type.String(),
  Type.Array(
    Type.Object({
      value: Type.String(),
      label: Type.String(),
      count: Type.Integer(),
      selected: Type.Boolean(),
    }),
  ),
  { description: 'Counts by facet, in the order of its values; those of a facet ignore its own choice' },
);

export const SEARCH_ANSWER = Type.Object({
  total: Type.Integer(),
  totalIsExact: Type.Boolean({
    description: 'False beyond 20,000 results unless exact=1: numbers are then estimates',
  }),
  position: Type.Integer({ description: 'Number of the first item, from 1' }),
  items: Type.Array(ITEM),
  facets: FACETS,
  interpretation: Type.Optional(
    Type.Object(
      { kind: Type.Enum(['keystrokes', 'spelling'] as const), text: Type.String() },
      { description: 'What the words were taken for, where that is not what was typed' },
    ),
  ),
  placeHints: Type.Array(
    Type.Object({
      key: Type.Literal('place'),
      value: Type.String(),
      label: Type.String(),
      former: Type.Boolean(),
    }),
    { description: 'Places named in the query, offered as filters' },
  ),
  next: Type.Optional(Type.String({ description: 'Opaque; give it as `after` to get the next page' })),
  previous: Type.Optional(Type.String({ description: 'Opaque; give it as `before` to get the page before' })),
});

const KIND = Type.Enum(KINDS);
const RECORD = Type.Object({ pid: Type.String(), kind: KIND, text: Type.String() });
const VALUE = Type.Object({
  key: Type.String({ description: 'Query key: `key=value` is the filter' }),
  value: Type.String(),
  text: Type.String(),
  count: Type.Integer(),
});

export const SUGGESTIONS = Type.Object({
  groups: Type.Array(
    Type.Union([
      Type.Object({ group: Type.Literal('records'), kind: KIND, items: Type.Array(RECORD) }),
      Type.Object({ group: Type.Enum(['places', 'terms'] as const), items: Type.Array(VALUE) }),
    ]),
  ),
});

const BOX = Type.Object({
  west: Type.Number(),
  south: Type.Number(),
  east: Type.Number(),
  north: Type.Number(),
});

export const MAP_ANSWER = Type.Object({
  total: Type.Integer(),
  totalIsExact: Type.Boolean(),
  provinces: Type.Array(
    Type.Object({
      value: Type.String(),
      label: Type.String(),
      count: Type.Integer(),
      selected: Type.Boolean(),
    }),
    { description: 'Hits per province of today, with or without a point' },
  ),
  clusters: Type.Array(
    Type.Object({ count: Type.Integer(), lat: Type.Number(), lon: Type.Number(), box: BOX }),
    { description: 'Hits close to each other; public points only' },
  ),
});

const YEAR = Type.Union([Type.Integer(), Type.Null()]);

export const HISTOGRAM = Type.Object({
  buckets: Type.Array(
    Type.Object({
      from: YEAR,
      to: YEAR,
      count: Type.Integer({ description: 'Records that begin in these years' }),
      uncertain: Type.Integer({ description: 'Of these, those that may be of a later bucket' }),
      possible: Type.Integer({ description: 'All that may be of these years, as `from` and `to` find them' }),
    }),
    { description: 'Years of each bucket, both included; null is open, year 0 is 1 BCE' },
  ),
  unknown: Type.Integer({ description: 'Hits of which no date is known' }),
  isExact: Type.Boolean(),
});
