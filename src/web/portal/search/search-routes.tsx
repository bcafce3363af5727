import type { FastifyReply } from 'fastify';
import { parseSearchQuery } from '#modules/search/index.ts';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import { ADDRESSES, breadcrumbStatement } from '#web/layout/index.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { searchView } from './assemble.ts';
import { searchMessages } from './messages.ts';
import { type Parameters, stateOf } from './read-state.ts';
import { SearchPage, searchTitle } from './search-page.tsx';
import { addressOf, isNoindex } from './state.ts';
import { searchStatement } from './structured-data.ts';

export function registerSearchPages(server: HttpServer, portal: Portal): void {
  routePage(server, portal, { addresses: ADDRESSES.search, answer: answerSearch });
}

/** Shows what was understood of the address; what was not is missing from its canonical form. */
async function answerSearch(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { request, lang, frame } = context;
  const parameters = request.query as Parameters;
  const parsed = parseSearchQuery(parameters, { lang, mistakes: 'drop' });
  if (parsed.kind === 'invalid') return refuse(request, reply, parsed);
  const state = stateOf(parsed.query, parameters);
  const view = await searchView(context, { query: parsed.query, state });
  const text = searchMessages[lang];
  const crumbs = [{ label: text.short }];
  const { origin } = frame.site;
  return sendPage(context, reply, {
    addresses: both((language) => addressOf({ ...state, lang: language })),
    title: searchTitle(view),
    description: text.description,
    crumbs,
    section: 'search',
    query: view.query,
    noindex: isNoindex(state),
    structuredData: [searchStatement(view, origin), breadcrumbStatement(origin, lang, crumbs)],
    islands: ['results.js'],
    body: <SearchPage {...view} />,
  });
}
