import { parseSearchQuery, type SearchQuery, search } from '#modules/search/index.ts';
import type { PageContext } from '../page-context.ts';
import { searchMessages } from './messages.ts';
import { addressOf, filters, type SearchState, without } from './state.ts';
import type { Chip, WayOut } from './view.ts';

/** Each way out costs a count; a reader with more filters than this drops them all at once. */
const MOST_TRIED = 6;

/** What dropping one condition would find: each filter, and the words where there are filters too. */
export async function waysOut(
  { portal, reader }: PageContext,
  state: SearchState,
  chips: readonly Chip[],
): Promise<WayOut[]> {
  const text = searchMessages[state.lang];
  const dropped = filters(state)
    .slice(0, MOST_TRIED)
    .map(([key, value], index) => ({
      label: text.drop(chips[index]?.label ?? value),
      state: without(state, key, value),
    }));
  const words = state.pairs.find(([key]) => key === 'q')?.[1];
  if (words !== undefined && dropped.length > 0)
    dropped.push({ label: text.drop(words), state: without(state, 'q') });
  const counted = await Promise.all(
    dropped.map(async ({ label, state: wider }) => {
      const query = queryOf(wider);
      const total = query ? (await search(portal.source.db, reader, query)).total : 0;
      return { label, href: addressOf(wider), count: total };
    }),
  );
  return counted.filter(({ count }) => count > 0);
}

function queryOf({ lang, pairs }: SearchState): SearchQuery | undefined {
  const parameters = Object.fromEntries(
    [...Map.groupBy(pairs, ([key]) => key)].map(([key, same]) => [key, same.map(([, value]) => value)]),
  );
  const parsed = parseSearchQuery({ ...parameters, limit: '1' }, { lang, mistakes: 'drop' });
  return parsed.kind === 'query' ? parsed.query : undefined;
}
