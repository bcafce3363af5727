import { parseSearchQuery, type SearchQuery } from '#modules/search/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { addressOf, type SearchState } from '../search/state.ts';
import { type Month, monthPath } from './month.ts';

/** The keys of the search that filter festivals; their values are the codes of its declaration. */
export const FESTIVAL_FILTERS = ['place', 'rank', 'list', 'community'] as const;

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface FestivalState {
  query: SearchQuery;
  /** What was understood, as canonical pairs of the address. */
  state: SearchState;
  byLunar: boolean;
}

/** What an address asks for; what is not understood is missing from the canonical address (ux.md G1). */
export function readState(parameters: Parameters, lang: Lang): FestivalState {
  const known = FESTIVAL_FILTERS.map((key) => [key, parameters[key]] as const);
  const parsed = parseSearchQuery(Object.fromEntries(known), { lang, mistakes: 'drop' });
  if (parsed.kind === 'invalid') throw new Error('a query without words is always read');
  const { filters } = parsed.query;
  const byLunar = parameters.sort === 'lunar';
  const pairs = [...filters].flatMap(([key, values]) => values.map((value) => [key, value] as const));
  return {
    query: parsed.query,
    byLunar,
    state: { lang, pairs: [...pairs, ...(byLunar ? [['sort', 'lunar'] as const] : [])] },
  };
}

/** The page of a month, or that of the months to come, with these filters. */
export function festivalAddress(state: SearchState, month?: Month): string {
  const page = ADDRESSES.festivals[state.lang];
  return addressOf(state, month === undefined ? page : `${page}/${monthPath(month)}`);
}

/** The calendar file of the same festivals. */
export function feedAddress({ lang, pairs }: SearchState): string {
  const filters = pairs.filter(([key]) => key !== 'sort');
  return addressOf({ lang, pairs: filters }, `${ADDRESSES.festivals[lang]}.ics`);
}
