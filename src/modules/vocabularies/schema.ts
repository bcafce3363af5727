import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false } as const;
const words = Type.String({ minLength: 1 });
const slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 });
const localized = Type.Object({ vi: words, en: words }, closed);
const year = Type.Integer({ minimum: -1_000_000, maximum: 3000 });

const concept = Type.Object(
  {
    id: slug,
    prefLabel: localized,
    altLabel: Type.Optional(
      Type.Object({ vi: Type.Optional(Type.Array(words)), en: Type.Optional(Type.Array(words)) }, closed),
    ),
    definition: Type.Optional(localized),
    broader: Type.Optional(Type.Array(slug)),
    related: Type.Optional(Type.Array(slug)),
    exactMatch: Type.Optional(Type.Array(words)),
    closeMatch: Type.Optional(Type.Array(words)),
    notation: Type.Optional(words),
    note: Type.Optional(localized),
    from: Type.Optional(year),
    to: Type.Optional(year),
    han: Type.Optional(words),
    history: Type.Optional(Type.Array(Type.Object({ date: words, note: words }, closed))),
    source: Type.Optional(words),
    dynasty: Type.Optional(words),
    ruler: Type.Optional(words),
    era: Type.Optional(words),
    eraHan: Type.Optional(words),
  },
  closed,
);

/** `standards/vocabularies/<id>.json`: one SKOS concept scheme. Years are astronomical: 0 is 1 BCE. */
export const VocabularySchema = Type.Object(
  {
    id: slug,
    version: words,
    uri: words,
    label: localized,
    definition: localized,
    source: words,
    licence: words,
    concepts: Type.Array(concept, { minItems: 1 }),
  },
  closed,
);

export type Concept = Static<typeof concept>;
export type Vocabulary = Static<typeof VocabularySchema>;
export type Lang = keyof Static<typeof localized>;
