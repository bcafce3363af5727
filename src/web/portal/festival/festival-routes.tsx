import type { FastifyReply } from 'fastify';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import { ADDRESSES, breadcrumbStatement } from '#web/layout/index.ts';
import { dayInVietnam } from '../days.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, pathOf, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { festivalView } from './assemble.ts';
import { answerFeed } from './feed.ts';
import { FestivalPage } from './festival-page.tsx';
import { festivalMessages } from './messages.ts';
import { type Month, readMonth } from './month.ts';
import { feedAddress, festivalAddress, readState } from './state.ts';
import { festivalDescription, festivalStatement } from './structured-data.ts';

/** Years around this one that search engines may keep; the calendar of other years is for those who ask for it. */
const INDEXED_YEARS = 2;

export function registerFestivalRoutes(server: HttpServer, portal: Portal): void {
  const { festivals } = ADDRESSES;
  routePage(server, portal, { addresses: both((lang) => `${festivals[lang]}.ics`), answer: answerFeed });
  routePage(server, portal, { addresses: festivals, answer: (context, reply) => answer(context, reply) });
  routePage(server, portal, {
    addresses: both((lang) => `${festivals[lang]}/:year/:month`),
    answer: answerMonth,
  });
}

async function answerMonth(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { request, lang } = context;
  const path = pathOf(context);
  const month = readMonth(path.year, path.month);
  if (!month) return refuse(request, reply, { kind: 'not-found' });
  const { state } = readState(request.query as Parameters<typeof readState>[0], lang);
  if (path.month?.length === 1) return reply.redirect(festivalAddress(state, month), 301);
  return await answer(context, reply, month);
}

async function answer(context: PageContext, reply: FastifyReply, month?: Month): Promise<FastifyReply> {
  const { portal, request, lang, frame } = context;
  const asked = readState(request.query as Parameters<typeof readState>[0], lang);
  const view = await festivalView(context, { asked, month });
  const text = festivalMessages[lang];
  const crumbs = month
    ? [{ label: text.title, href: ADDRESSES.festivals[lang] }, { label: text.month(month.month, month.year) }]
    : [{ label: text.title }];
  const { origin } = frame.site;
  const year = Number(dayInVietnam(portal.now()).slice(0, 4));
  const isFar = month !== undefined && Math.abs(month.year - year) > INDEXED_YEARS;
  return sendPage(context, reply, {
    addresses: both((language) => festivalAddress({ ...asked.state, lang: language }, month)),
    title: view.title,
    description: festivalDescription(view),
    crumbs,
    section: 'festivals',
    noindex: isFar || asked.state.pairs.length > 1,
    alternates: [{ type: 'text/calendar', href: feedAddress(asked.state) }],
    structuredData: [festivalStatement(view, origin), breadcrumbStatement(origin, lang, crumbs)],
    body: <FestivalPage {...view} />,
  });
}
