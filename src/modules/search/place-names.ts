import type { Word } from './analysis.ts';
import type { NamedPlace } from './lexicon-queries.ts';

/** Names of units have up to five syllables; with "tỉnh" or "thành phố" in front the name itself is found. */
const LONGEST_NAME = 5;

interface Span {
  folded: string;
  from: number;
  to: number;
}

function spansOf(words: readonly Word[]): Span[] {
  return words.flatMap((_word, from) =>
    Array.from({ length: Math.min(LONGEST_NAME, words.length - from) }, (_, length) => {
      const to = from + length + 1;
      return {
        from,
        to,
        folded: words
          .slice(from, to)
          .map((word) => word.forms.folded)
          .join(' '),
      };
    }),
  );
}

/** Every run of words of a query that could be the name of a place, folded. */
export function placeSpans(words: readonly Word[]): string[] {
  return [...new Set(spansOf(words).map(({ folded }) => folded))];
}

export interface PlaceNames {
  /** Ids of places by the position of each word that names them. */
  ids: Map<number, number[]>;
  places: NamedPlace[];
}

/**
 * The places a query names: of overlapping names the longest, and a single syllable only where it is a province
 * ("Huế"), as almost every syllable is the name of some commune.
 */
export function namedPlaces(words: readonly Word[], known: readonly NamedPlace[]): PlaceNames {
  const byName = Map.groupBy(known, ({ folded }) => folded);
  const named = spansOf(words)
    .map((span) => ({
      span,
      places: (byName.get(span.folded) ?? []).filter((place) => isMeant(span, place)),
    }))
    .filter(({ places }) => places.length > 0);
  const longest = named.filter(({ span }) => !named.some((other) => isInside(span, other.span)));
  const ids = new Map<number, number[]>();
  for (const { span, places } of longest)
    for (let at = span.from; at < span.to; at += 1)
      ids.set(at, [...(ids.get(at) ?? []), ...places.map(({ id }) => id)]);
  return { ids, places: longest.flatMap(({ places }) => places) };
}

const isMeant = ({ from, to }: Span, { facet }: NamedPlace): boolean => to - from > 1 || facet !== 'commune';

const isInside = (inner: Span, outer: Span): boolean =>
  inner !== outer && inner.from >= outer.from && inner.to <= outer.to;
