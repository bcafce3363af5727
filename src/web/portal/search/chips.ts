import type { SearchAnswer } from '#modules/search/index.ts';
import { searchMessages } from './messages.ts';
import { addressOf, filters, type SearchState, without } from './state.ts';
import type { Chip } from './view.ts';

export interface FilterLabels {
  facets: SearchAnswer['facets'];
  /** Labels of values that no facet shows, by `key=value`. */
  others: ReadonlyMap<string, string>;
}

/** The filters in force, each with the address of the page without it. */
export function chipsOf(state: SearchState, labels: FilterLabels): Chip[] {
  return filters(state).map(([key, value]) => ({
    ...labelOf(state, labels, { key, value }),
    removeHref: addressOf(without(state, key, value)),
  }));
}

function labelOf(
  { lang }: SearchState,
  { facets, others }: FilterLabels,
  { key, value }: { key: string; value: string },
): Pick<Chip, 'label' | 'group'> {
  const text = searchMessages[lang];
  for (const facet of facets.filter((candidate) => candidate.key === key)) {
    const known = facet.values.find((candidate) => candidate.value === value);
    if (known) return { label: known.label, group: facet.label };
  }
  const group = text.facets[key] ?? key;
  if (key === 'from' && value === 'unknown') return { label: text.undated, group };
  const other = others.get(`${key}=${value}`);
  if (other !== undefined) return { label: other, group };
  return { label: key === 'bbox' ? group : `${group}: ${value}`, group };
}
