import type { SearchQuery } from '#modules/search/index.ts';
import type { SearchState } from './state.ts';
import { TIMELINE_SCALES } from './timeline-scales.ts';
import { VIEW_NAMES } from './view.ts';

/** Parameters of an address as Fastify reads them. */
export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Other names fall back to the list. */
const PAGE_VIEWS: ReadonlySet<string> = new Set(VIEW_NAMES);
const SCALES: ReadonlySet<string> = new Set(TIMELINE_SCALES);

/**
 * The canonical pairs of a query: only what was understood, in the order of the documentation. Whatever was dropped
 * (unknown keys, impossible values) is missing, so the canonical address and all links of the page are clean.
 */
export function stateOf(query: SearchQuery, parameters: Parameters): SearchState {
  const one = (key: string) => oneValue(parameters, key);
  const given = (key: string, understood: boolean): [string, string][] =>
    understood && one(key) !== '' ? [[key, one(key)]] : [];
  const words = wordsOnly(query);
  return {
    lang: query.lang,
    pairs: [
      ...(words === '' ? [] : [['q', words] as const]),
      ...[...query.filters].flatMap(([key, values]) => values.map((value) => [key, value] as const)),
      ...given('from', query.days.earliest !== null || query.undated),
      ...given('to', query.days.latest !== null),
      ...given('near', query.near !== null),
      ...given('bbox', query.bbox !== null),
      ...given('sort', query.sort === one('sort')),
      ...given('view', PAGE_VIEWS.has(one('view'))),
      ...given('by', one('view') === 'timeline' && SCALES.has(one('by'))),
      ...given('exact', query.exact),
      ...given('after', query.cursor?.backwards === false),
      ...given('before', query.cursor?.backwards === true),
    ],
  };
}

function oneValue(parameters: Parameters, key: string): string {
  const value = parameters[key];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

/** A filter written into the words ("kind:artefact") has become one of the filters and is no word any more. */
function wordsOnly({ q, filters }: SearchQuery): string {
  const isFilter = (word: string) => {
    const [key = '', value = ''] = word.split(':', 2);
    return filters.get(key)?.includes(value.toLowerCase()) ?? false;
  };
  return q
    .split(/\s+/u)
    .filter((word) => !isFilter(word))
    .join(' ');
}
