import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';

/**
 * What a search page shows, as its address holds it: accepted keys and codes only, in the order they are written.
 * The same in both languages, so a change of language keeps it as it is.
 */
export interface SearchState {
  lang: Lang;
  pairs: readonly (readonly [key: string, value: string])[];
}

/** Keys that say how results are shown; all others say which. */
const PRESENTATION = new Set(['sort', 'view', 'by', 'after', 'before', 'exact']);
/** Where one is in the order; a change of anything else starts again at the first page. */
const PAGING = new Set(['after', 'before']);

export function addressOf({ lang, pairs }: SearchState, page: string = ADDRESSES.search[lang]): string {
  const query = new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString();
  return query === '' ? page : `${page}?${query}`;
}

export function firstValue(state: SearchState, key: string): string | undefined {
  return state.pairs.find(([name]) => name === key)?.[1];
}

export function allValues(state: SearchState, key: string): string[] {
  return state.pairs.filter(([name]) => name === key).map(([, value]) => value);
}

/** Without this key, or without one of its values. */
export function without(state: SearchState, key: string, value?: string): SearchState {
  const pairs = state.pairs.filter(
    ([name, own]) => !(PAGING.has(name) || (name === key && (value === undefined || own === value))),
  );
  return { ...state, pairs };
}

/** With this value in place of every other of its key; an empty one only takes the key away. */
export function replacing(state: SearchState, key: string, value: string): SearchState {
  const { pairs } = without(state, key);
  return { ...state, pairs: value === '' ? pairs : [...pairs, [key, value]] };
}

/** The order that needs no word in the address: by time in the view of time, else by relevance. */
export function usualSort(view: string | undefined): string {
  return view === 'timeline' ? 'date' : 'relevance';
}

/** With one more value of a key that takes several. */
export function adding(state: SearchState, key: string, value: string): SearchState {
  const { pairs } = without(state, key, value);
  return { ...state, pairs: [...pairs, [key, value]] };
}

/** A page further on or back, by its keyset token. */
export function paged(state: SearchState, key: 'after' | 'before', token: string): SearchState {
  return { ...state, pairs: [...without(state, key).pairs, [key, token]] };
}

/** What narrows the results beyond the words looked for. */
export function filters(state: SearchState): readonly (readonly [key: string, value: string])[] {
  return state.pairs.filter(([key]) => key !== 'q' && !PRESENTATION.has(key));
}

/** The words and how results are shown, without any filter. */
export function withoutFilters(state: SearchState): SearchState {
  const kept = state.pairs.filter(([key]) => key === 'q' || (PRESENTATION.has(key) && !PAGING.has(key)));
  return { ...state, pairs: kept };
}

/** Pages that only recombine others stay out of search engines (ux.md P2). */
export function isNoindex(state: SearchState): boolean {
  return filters(state).length > 2 || state.pairs.some(([key]) => PAGING.has(key));
}

/** Pages of which there are more than a cache could ever hold: combined filters, and what follows a first page. */
export function isDeep(state: SearchState): boolean {
  return filters(state).length > 1 || state.pairs.some(([key]) => PAGING.has(key));
}

/** Without any of these keys. */
export function withoutKeys(state: SearchState, keys: readonly string[]): SearchState {
  return { ...state, pairs: state.pairs.filter(([key]) => !keys.includes(key)) };
}
