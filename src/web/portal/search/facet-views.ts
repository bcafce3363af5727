import type { SearchAnswer } from '#modules/search/index.ts';
import type { FacetView } from './view.ts';

/** Places are known by name and looked for; of other facets the frequent values are what helps. */
const MOST_VALUES = 30;
const MOST_PLACES = 63;

/**
 * The kinds, and the facets that can narrow these results: one value that all results share tells nothing, unless it
 * is chosen.
 */
export function facetViews({ facets, total }: Pick<SearchAnswer, 'facets' | 'total'>): FacetView[] {
  return facets
    .filter(({ name, values }) =>
      values.some(({ selected, count }) => name === 'kind' || selected || count < total),
    )
    .map(({ name, key, label, values }) => ({
      name,
      key,
      label,
      values: values
        .filter(({ selected }, at) => selected || at < (key === 'place' ? MOST_PLACES : MOST_VALUES))
        .map(({ value, label: text, count, selected }) => ({ value, label: text, count, chosen: selected }))
        // What is chosen stands where it is seen without opening anything.
        .toSorted((a, b) => Number(b.chosen) - Number(a.chosen)),
    }));
}
