import type { Db } from '#platform/db/index.ts';
import { PAIR_TIER, pairsOf, TIERS, type Word } from './analysis.ts';
import type { Clause, Condition, Group } from './clause.ts';
import { centuriesOf } from './dating.ts';
import { EVERYTHING, FACET_FIELDS } from './fields.ts';
import type { Scope } from './hit-queries.ts';
import { IMPORTANCES } from './importance.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { type LookedUp, lookUp, type NamedPlace, type WantedLexeme } from './lexicon-queries.ts';
import { namedPlaces, placeSpans } from './place-names.ts';
import type { QueryText } from './query-text.ts';
import { readText } from './reading.ts';
import type { SearchQuery } from './search-query.ts';

/** Who asks, and for what. */
export interface Asked {
  query: SearchQuery;
  classes: readonly number[];
}

/** A query as one reading of its words, with all its filters. */
export interface Attempt {
  text: QueryText;
  lexicon: Lexicon;
  places: NamedPlace[];
  scope: Scope;
  cover: Clause;
  groups: Group[];
  /** The groups without the filters. */
  unfiltered: Group[];
  /** The condition of each query key with chosen values. */
  filters: ReadonlyMap<string, readonly number[]>;
  /** The words alone, without any filter. */
  wordsOnly: Clause;
  /** Positions of words that no record has, and that name no place. */
  unknown: number[];
}

/** Looks the words up and puts the conditions together; `completed`: folded words that the last one may grow into. */
export async function attempt(
  db: Db,
  asked: Asked,
  text: QueryText,
  completed: readonly string[] = [],
): Promise<Attempt> {
  const known = await lookUpTexts(db, asked, [text], completed);
  return readAs(asked, text, known, completed);
}

/** Several readings of one query with one look into the lexicon. */
export async function attempts(db: Db, asked: Asked, texts: readonly QueryText[]): Promise<Attempt[]> {
  const known = await lookUpTexts(db, asked, texts);
  return texts.map((text) => readAs(asked, text, known));
}

async function lookUpTexts(
  db: Db,
  { query, classes }: Asked,
  texts: readonly QueryText[],
  completed: readonly string[] = [],
): Promise<LookedUp> {
  const lexemes = [
    ...texts.flatMap(wordLexemes),
    ...completed.map((lexeme) => word(TIERS.folded, lexeme)),
    ...facetLexemes(query).map((lexeme): WantedLexeme => ({ class: 'facet', tier: 0, lexeme })),
  ];
  const distinct = new Map(
    lexemes.map((lexeme) => [`${lexeme.class}${lexeme.tier}${lexeme.lexeme}`, lexeme]),
  );
  const spans = new Set(texts.flatMap(({ words }) => placeSpans(words)));
  return await lookUp(db, classes, { lexemes: [...distinct.values()], spans: [...spans], lang: query.lang });
}

function readAs(
  { query, classes }: Asked,
  text: QueryText,
  known: LookedUp,
  completed: readonly string[] = [],
): Attempt {
  const lexicon = createLexicon(known.entries);
  const { ids, places } = namedPlaces(text.words, known.places);
  const idsOf = (lexemeClass: 'name' | 'text') =>
    completed.flatMap((lexeme) => lexicon.ids(lexemeClass, TIERS.folded, lexeme));
  const prefixIds = completed.length > 0 ? { name: idsOf('name'), text: idsOf('text') } : undefined;
  const read = readText({ lexicon, text, places: ids, prefixIds });
  const filters = filterConditions(query, lexicon);
  const limits = [...filters.values(), ...centuryCondition(query, lexicon)];
  const everything = lexicon.ids('facet', 0, EVERYTHING);
  const wordsOnly = read.terms.length === 0 ? { ...read.cover, must: [everything] } : read.cover;
  const groups = read.terms.length === 0 ? [{ group: 1, ...wordsOnly }] : read.groups;
  return {
    text,
    lexicon,
    places,
    scope: { classes, days: query.days, undated: query.undated, bbox: query.bbox },
    cover: limited(wordsOnly, limits),
    groups: groups.map((group) => limited(group, limits)),
    unfiltered: groups,
    filters,
    wordsOnly,
    unknown: text.words.flatMap((word, at) => (isUnknown(word, lexicon) && !ids.has(at) ? [at] : [])),
  };
}

const isUnknown = ({ forms }: Word, lexicon: Lexicon): boolean =>
  !lexicon.isKnown(TIERS.folded, forms.folded);

function limited<T extends Clause>(clause: T, limits: Condition): T {
  return { ...clause, must: [...clause.must, ...limits] };
}

const word = (tier: number, lexeme: string): WantedLexeme => ({ class: 'word', tier, lexeme });

function wordLexemes({ words, excluded, pairs, name }: QueryText): WantedLexeme[] {
  return [
    ...[...words, ...excluded].flatMap(({ forms }) => [
      word(TIERS.exact, forms.exact),
      word(TIERS.base, forms.base),
      word(TIERS.folded, forms.folded),
    ]),
    ...[...pairs, ...pairsOf(name)].map((pair) => word(PAIR_TIER, pair)),
  ];
}

function facetLexemes(query: SearchQuery): string[] {
  const chosen = [...query.filters].flatMap(([key, values]) =>
    fieldsOfKey(key).flatMap(({ name }) => values.map((value) => `${name}=${value}`)),
  );
  const importances = IMPORTANCES.map((importance) => `importance=${importance}`);
  return [EVERYTHING, ...importances, ...chosen, ...centuries(query).map((century) => `century=${century}`)];
}

const fieldsOfKey = (key: string) => FACET_FIELDS.filter((field) => field.key === key);
const centuries = ({ days }: SearchQuery): string[] => centuriesOf(days);

function filterConditions({ filters }: SearchQuery, lexicon: Lexicon): Map<string, number[]> {
  return new Map(
    [...filters].map(([key, values]) => [
      key,
      fieldsOfKey(key).flatMap(({ name }) => values.flatMap((value) => lexicon.facetIds(name, value))),
    ]),
  );
}

/** The index of tokens narrows a range of time to its centuries; the rows then are compared by day. */
function centuryCondition(query: SearchQuery, lexicon: Lexicon): number[][] {
  const wanted = centuries(query);
  return wanted.length === 0 ? [] : [wanted.flatMap((century) => lexicon.facetIds('century', century))];
}
