import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import figuresFile from '../../../data/programme/published-figures.json' with { type: 'json' };
import targetsFile from '../../../data/programme/targets.json' with { type: 'json' };
import { LEVELS } from './evidence.ts';

const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const TEXT = Type.Object({ vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) });
const LISTS = Type.Array(Type.String());

const DOCUMENT = Type.Object({
  id: Type.String(),
  number: Type.String(),
  date: orNull(Type.String()),
  issuer: TEXT,
  title: TEXT,
  due: Type.String(),
  chain: Type.Array(Type.String(), { minItems: 1 }),
  note: TEXT,
});

const TARGET = Type.Object({
  id: Type.String(),
  document: Type.String(),
  clause: orNull(Type.String()),
  label: TEXT,
  wording: TEXT,
  share: orNull(Type.Number()),
  measure: Type.Enum(['share', 'count'] as const),
  owner: TEXT,
  requirement: orNull(
    Type.Object({ level: Type.Enum(LEVELS), preserved: Type.Boolean(), used: Type.Boolean() }),
  ),
  freezeAtStart: Type.Boolean(),
  parts: Type.Array(
    Type.Object({ id: Type.String(), label: TEXT, inscription: Type.Boolean(), lists: LISTS }),
  ),
  note: TEXT,
});

const FIGURE = Type.Object({
  id: Type.String(),
  label: TEXT,
  value: Type.Integer(),
  about: Type.Boolean(),
  on: Type.String(),
  lists: LISTS,
  source: TEXT,
  difference: TEXT,
});

/** A document that sets targets. `date` and `due`: YYYY-MM-DD; `chain`: the documents it rests on and led to. */
export type PolicyDocument = Static<typeof DOCUMENT>;

/**
 * A target as its document sets it. `share`: percent; null where no share is set and items are only counted. `parts`:
 * codes of `designation-list` that make its population, each item in one part; none where the registry has none.
 * `inscription`: an inscription by UNESCO with its year stands for the national decision.
 */
export type Target = Static<typeof TARGET>;

/** A number that was published elsewhere, with its day and why ours differs. `about`: a round number. */
export type PublishedFigure = Static<typeof FIGURE>;

const { documents, targets } = Value.Parse(
  Type.Object({ documents: Type.Array(DOCUMENT), targets: Type.Array(TARGET) }),
  targetsFile,
);

export const DOCUMENTS: readonly PolicyDocument[] = documents;
export const TARGETS: readonly Target[] = targets;
export const PUBLISHED_FIGURES: readonly PublishedFigure[] = Value.Parse(
  Type.Object({ figures: Type.Array(FIGURE) }),
  figuresFile,
).figures;

/** Case does not count: addresses are written in small letters. */
export function targetById(id: string): Target | undefined {
  return TARGETS.find((target) => target.id.toLowerCase() === id.toLowerCase());
}

export function documentOf(target: Target): PolicyDocument {
  const document = DOCUMENTS.find(({ id }) => id === target.document);
  if (document === undefined)
    throw new Error(`target ${target.id} names the unknown document ${target.document}`);
  return document;
}
