import {
  PAIR_TIER,
  pairsOf,
  TIER_NAMES,
  TIERS,
  type TierName,
  type Word,
  wholeNameToken,
} from './analysis.ts';
import { type Clause, type Condition, type Differs, type Group, isPossible } from './clause.ts';
import type { Lexicon } from './lexicon.ts';
import type { QueryText } from './query-text.ts';

/** A word of the query with the ids that satisfy it, per tier. */
export interface Term {
  name: Record<TierName, number[]>;
  text: Record<TierName, number[]>;
  /** Records at the place that the word may name, by its facet ids. */
  place: number[];
}

/** A query made definite: which rows are hits, and in which order. */
export interface Reading {
  /** Every hit meets it, and every row that meets it is a hit. */
  cover: Clause;
  /** Disjoint, in the order of relevance; together they are the cover. */
  groups: Group[];
  terms: readonly Term[];
}

/** Ids of the places that spans of the query name, by the position of the word in the query. */
export type PlaceIds = ReadonlyMap<number, readonly number[]>;

export interface ReadingOptions {
  lexicon: Lexicon;
  text: QueryText;
  places: PlaceIds;
  /** Folded words that the last word may grow into. */
  prefixIds?: { name: number[]; text: number[] } | undefined;
}

/** Group numbers: a digit for the tier, then the field class. Positions in keyset tokens rely on them. */
const FIELD_CLASSES = { whole: 1, phrase: 2, name: 3, any: 4 } as const;
const PLACE_GROUP = 40;
const PREFIX_GROUPS = { name: 51, any: 52 } as const;

/** Whether a group asks for the words in names only. */
export function isNameGroup({ group }: Group): boolean {
  return group === PREFIX_GROUPS.name || (group < PLACE_GROUP && group % 10 !== FIELD_CLASSES.any);
}

export function readText({ lexicon, text, places, prefixIds }: ReadingOptions): Reading {
  const terms = [
    ...text.words.map((word, at) => wordTerm(word, { lexicon, place: places.get(at) ?? [] })),
    ...text.pairs.map((pair) => pairTerm(pair, lexicon)),
  ];
  const excluded = excludedConditions(text, lexicon);
  const side = pairsOf(text.name).map((pair) => lexicon.ids('name', PAIR_TIER, pair));
  const plain = TIER_NAMES.flatMap((tier, at) => {
    const above = TIER_NAMES[at - 1];
    return addsNothing({ tier, above, terms, lexicon }) ? [] : tierGroups({ tier, above, terms, text, side });
  });
  const groups = [
    ...plain,
    ...placeGroups(terms),
    ...prefixGroups({ terms, last: text.words.length - 1, prefixIds }),
  ]
    .filter((group) => isPossible(group.must))
    .map((group) => ({ ...group, not: [...group.not, ...excluded] }));
  return {
    cover: { must: coverOf({ terms, last: text.words.length - 1, prefixIds }), not: excluded },
    groups,
    terms,
  };
}

function wordTerm({ forms }: Word, { lexicon, place }: { lexicon: Lexicon; place: readonly number[] }): Term {
  const of = (lexemeClass: 'name' | 'text') => ({
    exact: lexicon.ids(lexemeClass, TIERS.exact, forms.exact),
    base: lexicon.ids(lexemeClass, TIERS.base, forms.base),
    folded: lexicon.ids(lexemeClass, TIERS.folded, forms.folded),
  });
  return { name: of('name'), text: of('text'), place: [...place] };
}

/** Neighbours are held folded only; the words of the phrase bring their own tiers. */
function pairTerm(pair: string, lexicon: Lexicon): Term {
  const of = (lexemeClass: 'name' | 'text') => {
    const ids = lexicon.ids(lexemeClass, PAIR_TIER, pair);
    return { exact: ids, base: ids, folded: ids };
  };
  return { name: of('name'), text: of('text'), place: [] };
}

const anyOf = (term: Term, tier: TierName): number[] => [...term.name[tier], ...term.text[tier]];
const allAny = (terms: readonly Term[], tier: TierName): Condition => terms.map((term) => anyOf(term, tier));

interface TierGain {
  tier: TierName;
  above: TierName | undefined;
  terms: readonly Term[];
  lexicon: Lexicon;
}

/**
 * Whether every row that matches in a tier also matches in the one above. A row holds a word as a name or as text, so
 * that frequencies add up to rows, and rows of the tier above are among them: equal numbers are equal rows.
 */
function addsNothing({ tier, above, terms, lexicon }: TierGain): boolean {
  if (above === undefined) return false;
  const rows = (term: Term, of: TierName) => lexicon.frequency(anyOf(term, of));
  return terms.every((term) => rows(term, tier) === rows(term, above));
}

interface TierOptions {
  tier: TierName;
  above: TierName | undefined;
  terms: readonly Term[];
  text: QueryText;
  /** Neighbours of the query side by side in a name. */
  side: Condition;
}

/**
 * The groups of one tier: called exactly so; all words in names, side by side or apart; some in the text. The last
 * needs no exclusion of those before: a word held as `text` stands in no name of the row.
 */
function tierGroups({ tier, above, terms, text, side }: TierOptions): Group[] {
  if (terms.length === 0) return [];
  const inNames = terms.map((term) => term.name[tier]);
  const higher = above === undefined ? [] : [allAny(terms, above)].filter(isPossible);
  const whole = text.name.length > 0 ? [[[wholeNameToken(text.name, tier)]]] : [];
  const phrase = side.length > 0 && isPossible(side) ? [side] : [];
  const differs = higher.length > 0 && above !== undefined ? differing(text, tier, above) : {};
  const group = (
    fieldClass: keyof typeof FIELD_CLASSES,
    must: Condition,
    not: readonly Condition[],
  ): Group => ({
    group: TIERS[tier] * 10 + FIELD_CLASSES[fieldClass],
    must,
    not: [...higher, ...not],
    ...differs,
  });
  return [
    ...whole.map((condition) => group('whole', [...condition, ...inNames], [])),
    ...phrase.map((condition) => group('phrase', [...condition, ...inNames], whole)),
    group('name', inNames, [...whole, ...phrase]),
    group('any', [...allAny(terms, tier), terms.flatMap((term) => term.text[tier])], []),
  ];
}

function differing({ words }: QueryText, tier: TierName, above: TierName): { differs: Differs } {
  const typed = words.map(({ forms }) => forms[above]);
  return { differs: { tier: TIERS[above], lower: words.map(({ forms }) => forms[tier]), typed } };
}

/** Rows that only the place they are at makes a hit: "Quảng Nam" for what is now in Đà Nẵng. */
function placeGroups(terms: readonly Term[]): Group[] {
  if (terms.every((term) => term.place.length === 0)) return [];
  const places = terms.flatMap((term) => term.place);
  return [
    {
      group: PLACE_GROUP,
      must: [...withPlaces(terms), places],
      not: [allAny(terms, 'folded')].filter(isPossible),
    },
  ];
}

const withPlaces = (terms: readonly Term[]): Condition =>
  terms.map((term) => [...anyOf(term, 'folded'), ...term.place]);

interface PrefixOptions {
  terms: readonly Term[];
  /** Index of the word that is being typed. */
  last: number;
  prefixIds: ReadingOptions['prefixIds'];
}

function prefixGroups({ terms, last, prefixIds }: PrefixOptions): Group[] {
  if (!prefixIds) return [];
  const inNames = terms.map((term, at) => (at === last ? prefixIds.name : term.name.folded));
  const covered = [withPlaces(terms)].filter(isPossible);
  return [
    { group: PREFIX_GROUPS.name, must: inNames, not: covered },
    {
      group: PREFIX_GROUPS.any,
      must: coverOf({ terms, last, prefixIds }),
      not: [...covered, inNames].filter(isPossible),
    },
  ];
}

function coverOf({ terms, last, prefixIds }: PrefixOptions): Condition {
  const cover = withPlaces(terms);
  if (!prefixIds) return cover;
  return cover.map((ids, at) =>
    at === last ? [...new Set([...ids, ...prefixIds.name, ...prefixIds.text])] : ids,
  );
}

/** A word typed with marks excludes what is written so; one without marks everything that folds to it. */
function excludedConditions({ excluded }: QueryText, lexicon: Lexicon): Condition[] {
  return excluded
    .map(({ forms }) => {
      const tier: TierName = forms.exact === forms.folded ? 'folded' : 'exact';
      const ids = (lexemeClass: 'name' | 'text') => lexicon.ids(lexemeClass, TIERS[tier], forms[tier]);
      return [[...ids('name'), ...ids('text')]];
    })
    .filter(isPossible);
}
