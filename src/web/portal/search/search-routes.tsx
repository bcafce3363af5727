import type { FastifyReply } from 'fastify';
import { parseSearchQuery, type SearchQuery } from '#modules/search/index.ts';
import { createLane, type HttpServer, type Lane, refuse } from '#platform/http/index.ts';
import { ADDRESSES, breadcrumbStatement } from '#web/layout/index.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { searchView } from './assemble.ts';
import { searchMessages } from './messages.ts';
import { type Parameters, stateOf } from './read-state.ts';
import { SearchPage, searchTitle } from './search-page.tsx';
import { addressOf, isDeep, isNoindex, type SearchState, usualSort } from './state.ts';
import { searchStatement } from './structured-data.ts';

export function registerSearchPages(server: HttpServer, portal: Portal): void {
  const lane = createLane(DEEP_PAGES);
  routePage(server, portal, {
    addresses: ADDRESSES.search,
    answer: (context, reply) => answerSearch(context, reply, lane),
  });
}

/**
 * Combinations of filters and pages further on are without number, and it is crawlers that ask for them by the
 * thousand: together they get a tenth of the time, so that they cost readers nothing.
 */
const DEEP_PAGES = { share: 0.1, places: 200, placesOfOne: 8 };
const RETRY_SECONDS = 10;

/** Shows what was understood of the address; what was not is missing from its canonical form. */
async function answerSearch(context: PageContext, reply: FastifyReply, lane: Lane): Promise<FastifyReply> {
  const { request, lang } = context;
  const parameters = request.query as Parameters;
  const parsed = parseSearchQuery(inOrder(parameters), { lang, mistakes: 'drop' });
  if (parsed.kind === 'invalid') return refuse(request, reply, parsed);
  const state = stateOf(parsed.query, parameters);
  const asked = { query: parsed.query, state };
  if (!isDeep(state)) return sendSearch(context, reply, asked);
  const outcome = await lane.run(request.ip, () => sendSearch(context, reply, asked));
  return outcome.kind === 'done'
    ? outcome.value
    : refuse(request, reply, { kind: outcome.kind, retryAfterSeconds: RETRY_SECONDS });
}

/** In the view of time the oldest come first, unless another order is asked for. */
function inOrder(parameters: Parameters): Parameters {
  const isAsked = (parameters.sort ?? '') !== '' || parameters.view !== 'timeline';
  return isAsked ? parameters : { ...parameters, sort: usualSort('timeline') };
}

interface Asked {
  query: SearchQuery;
  state: SearchState;
}

async function sendSearch(context: PageContext, reply: FastifyReply, asked: Asked): Promise<FastifyReply> {
  const { lang, frame } = context;
  const { state } = asked;
  const view = await searchView(context, asked);
  const text = searchMessages[lang];
  const crumbs = [{ label: text.short }];
  const { origin } = frame.site;
  return sendPage(context, reply, {
    addresses: both((language) => addressOf({ ...state, lang: language })),
    title: searchTitle(view),
    description: text.description,
    crumbs,
    section: view.view === 'map' ? 'map' : 'search',
    query: view.query,
    noindex: isNoindex(state),
    structuredData: [searchStatement(view, origin), breadcrumbStatement(origin, lang, crumbs)],
    islands: view.view === 'map' ? ['results.js', 'map.js'] : ['results.js'],
    body: <SearchPage {...view} />,
  });
}
