import { type SearchAnswer, type SearchQuery, search } from '#modules/search/index.ts';
import { dayInVietnam } from '../days.ts';
import type { PageContext } from '../page-context.ts';
import { chipsOf } from './chips.ts';
import { facetViews } from './facet-views.ts';
import { mapOfResults } from './map-view.ts';
import { searchMessages } from './messages.ts';
import { communeLabels, placeHints } from './place-hints.ts';
import { resultItem } from './result-item.ts';
import { firstValue, type SearchState } from './state.ts';
import { timelineOf } from './timeline-view.ts';
import { type SearchView, VIEW_NAMES, type ViewName } from './view.ts';
import { waysOut } from './ways-out.ts';

/** Runs a search and puts together everything its page shows. */
export async function searchView(
  context: PageContext,
  { query, state }: { query: SearchQuery; state: SearchState },
): Promise<SearchView> {
  const { portal, reader, lang } = context;
  const { db } = portal.source;
  const answer = await search(db, reader, query);
  const others = await communeLabels(db, state, dayInVietnam(portal.now()));
  const chips = chipsOf(state, { facets: answer.facets, others });
  const { next, previous, interpretation } = answer;
  const view = viewOf(state);
  return {
    state,
    query: firstValue(state, 'q') ?? '',
    view,
    sort: query.sort,
    sorts: sortsOf(query),
    total: answer.total,
    totalIsExact: answer.totalIsExact,
    ...positionOf(answer),
    items: answer.items.map((item) => resultItem(item, { lang, catalogue: portal.catalogue })),
    facets: facetViews(answer),
    chips,
    ...(interpretation === undefined ? {} : { interpretation: interpretation.text }),
    placeHints: await placeHints(db, state, answer.placeHints),
    waysOut: answer.items.length === 0 ? await waysOut(context, state, chips) : [],
    ...(next === undefined ? {} : { next }),
    ...(previous === undefined ? {} : { previous }),
    ...(view === 'timeline' ? { timeline: await timelineOf(context, { query, state }) } : {}),
    ...(view === 'map' ? { map: await mapOfResults(context, { query, state }) } : {}),
  };
}

function viewOf(state: SearchState): ViewName {
  const asked = firstValue(state, 'view');
  return VIEW_NAMES.find((name) => name === asked) ?? 'list';
}

function positionOf({ items, position }: SearchAnswer): Pick<SearchView, 'position'> {
  if (items.length === 0) return {};
  return { position: { first: position, last: position + items.length - 1 } };
}

/** Without words there is no relevance: the order is then by importance. */
function sortsOf({ lang, q, near }: SearchQuery): SearchView['sorts'] {
  const text = searchMessages[lang];
  const names = ['relevance', 'newest', 'name', 'date', ...(near === null ? [] : ['near'])];
  return names.map((value) => ({
    value,
    label: value === 'relevance' && q === '' ? text.important : (text.sorts[value] ?? value),
  }));
}
