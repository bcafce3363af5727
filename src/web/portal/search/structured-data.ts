import { searchMessages } from './messages.ts';
import { addressOf } from './state.ts';
import type { SearchView } from './view.ts';

/** schema.org: a page of search results with what it lists, by name and address. */
export function searchStatement(view: SearchView, origin: string): object {
  const { state, total, totalIsExact, items, position } = view;
  const first = position?.first ?? 1;
  return {
    '@context': 'https://schema.org',
    '@type': 'SearchResultsPage',
    name: searchMessages[state.lang].title,
    url: origin + addressOf(state),
    inLanguage: state.lang,
    isAccessibleForFree: true,
    mainEntity: {
      '@type': 'ItemList',
      // An estimate is no fact to state to machines.
      ...(totalIsExact ? { numberOfItems: total } : {}),
      itemListElement: items.map((item, index) => ({
        '@type': 'ListItem',
        position: first + index,
        name: item.title,
        url: origin + item.href,
      })),
    },
  };
}
