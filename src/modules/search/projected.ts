import {
  FACET_TIER,
  type Lexeme,
  type LexemeKey,
  lexemeKey,
  lexemesOf,
  wholeNameTokens,
} from './analysis.ts';
import { type Card, cardOf } from './card.ts';
import { type DayRange, datingOf } from './dating.ts';
import { FACET_FIELDS, WORD_FIELDS } from './fields.ts';
import { importanceOf, sampleOf, staticRank } from './importance.ts';
import { publicPoint } from './public-point.ts';
import type { RecordView } from './record-view.ts';
import type { LexemeClass } from './tables.ts';
import type { FacetValue } from './terms.ts';

export interface ClassedLexeme extends Lexeme {
  class: LexemeClass;
}

/** A lexeme of the lexicon of one access class, as a string to compare by. */
export type LexiconKey = string;

export function lexiconKey(lexemeClass: LexemeClass, key: LexemeKey): LexiconKey {
  return `${lexemeClass[0]}${key}`;
}

export interface NamedFacetValue extends FacetValue {
  facet: string;
}

/** What the index holds of one record, its lexemes still as words. */
export interface ProjectedRecord extends DayRange {
  recordId: number;
  pid: string;
  kind: string;
  accessClass: number;
  sample: number;
  staticRank: number;
  publishedAt: string | null;
  point: { lat: number; lon: number } | undefined;
  lexemes: ReadonlyMap<LexiconKey, ClassedLexeme>;
  wholeNames: readonly number[];
  /** Lexicon keys of the facet values that are counted. */
  counted: readonly LexiconKey[];
  facetValues: readonly NamedFacetValue[];
  title: string;
  card: Card;
}

export function projectRecord(view: RecordView): ProjectedRecord {
  const { source } = view;
  const facets = FACET_FIELDS.map((field) => ({ field, values: distinct(field.from(view)) }));
  const card = cardOf(view);
  return {
    recordId: source.id,
    pid: source.pid,
    kind: source.kind,
    accessClass: source.accessClass,
    sample: sampleOf(source.id),
    staticRank: staticRank({ id: source.id, importance: importanceOf(view), year: firstYear(view) }),
    publishedAt: source.publishedAt,
    point: publicPoint(view),
    ...datingOf(view),
    lexemes: new Map([
      ...wordLexemes(view),
      ...facets.flatMap(({ field, values }) => values.map((value) => facetLexeme(field.name, value.value))),
    ]),
    wholeNames: wholeNameTokens(view.texts(['name'])),
    counted: facets
      .filter(({ field }) => field.shown)
      .flatMap(({ field, values }) => values.map(({ value }) => facetLexeme(field.name, value)[0])),
    facetValues: facets
      .filter(({ field }) => field.key !== '')
      .flatMap(({ field, values }) => values.map((value) => ({ facet: field.name, ...value }))),
    title: card.title.vi,
    card,
  };
}

const distinct = (values: readonly FacetValue[]): FacetValue[] => [
  ...new Map(values.map((value) => [value.value, value])).values(),
];

function firstYear({ source }: RecordView): number | null {
  const years = source.designations.flatMap(({ year }) => year ?? []);
  return years.length === 0 ? null : Math.min(...years);
}

/** Names first: a word that stands in a name is not held as a word of the text. */
function wordLexemes(view: RecordView): [LexiconKey, ClassedLexeme][] {
  const textsOf = (wanted: LexemeClass) =>
    WORD_FIELDS.filter((field) => field.class === wanted).flatMap((field) => field.from(view));
  const inNames = lexemesOf(textsOf('name'));
  const inTexts = lexemesOf(textsOf('text'));
  return [
    ...classed('name', inNames),
    ...classed('text', new Map([...inTexts].filter(([key]) => !inNames.has(key)))),
  ];
}

function classed(
  lexemeClass: LexemeClass,
  lexemes: ReadonlyMap<LexemeKey, Lexeme>,
): [LexiconKey, ClassedLexeme][] {
  return [...lexemes].map(([key, lexeme]) => [
    lexiconKey(lexemeClass, key),
    { ...lexeme, class: lexemeClass },
  ]);
}

/** A facet value as a lexeme: field and value with an equals sign between. */
export function facetLexeme(facet: string, value: string): [LexiconKey, ClassedLexeme] {
  const lexeme = `${facet}=${value}`;
  return [
    lexiconKey('facet', lexemeKey(FACET_TIER, lexeme)),
    { class: 'facet', tier: FACET_TIER, lexeme, lower: null },
  ];
}
