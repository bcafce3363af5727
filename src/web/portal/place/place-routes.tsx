import type { FastifyReply } from 'fastify';
import type { ComponentChildren } from 'preact';
import { type AddressedUnit, unitAtAddress } from '#modules/places/index.ts';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import { ADDRESSES, breadcrumbStatement } from '#web/layout/index.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, pathOf, queryOf, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { number } from '../search/numbers.ts';
import { communeView, formerView, provinceView } from './assemble.ts';
import { PlaceIndexPage } from './index-page.tsx';
import { placeIndexView } from './index-view.ts';
import { placeMessages } from './messages.ts';
import { formerPlaces, placeAddress } from './place-names.ts';
import { CommunePage, FormerPage, ProvincePage } from './place-pages.tsx';
import {
  communeStatement,
  formerStatement,
  placeListStatement,
  provinceStatement,
} from './structured-data.ts';
import type { PlaceView } from './view.ts';

export function registerPlaceRoutes(server: HttpServer, portal: Portal): void {
  const { places } = ADDRESSES;
  routePage(server, portal, { addresses: places, answer: answerIndex });
  routePage(server, portal, {
    addresses: both((lang) => `${formerPlaces(lang)}/:slug`),
    answer: answerFormer,
  });
  routePage(server, portal, { addresses: both((lang) => `${places[lang]}/:slug`), answer: answerProvince });
  routePage(server, portal, {
    addresses: both((lang) => `${places[lang]}/:province/:slug`),
    answer: answerCommune,
  });
}

const LONGEST_NAME = 200;

async function answerIndex(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { lang, frame } = context;
  const text = placeMessages[lang];
  const name = (queryOf(context).q ?? '').trim().slice(0, LONGEST_NAME);
  const view = await placeIndexView(context, name);
  const crumbs = [{ label: text.title }];
  const { origin } = frame.site;
  const query = name === '' ? '' : `?${new URLSearchParams({ q: name })}`;
  return sendPage(context, reply, {
    addresses: both((language) => ADDRESSES.places[language] + query),
    title: text.title,
    description: text.lead,
    crumbs,
    section: 'places',
    noindex: name !== '',
    structuredData: [
      placeListStatement(view, { origin, url: ADDRESSES.places[lang] }),
      breadcrumbStatement(origin, lang, crumbs),
    ],
    body: <PlaceIndexPage {...view} />,
  });
}

/** A province of today; the name of a former one leads to its page. */
async function answerProvince(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { db } = context.portal.source;
  const slug = pathOf(context).slug ?? '';
  const unit =
    (await unitAtAddress(db, { kind: 'province', slug })) ??
    (await unitAtAddress(db, { kind: 'former', slug }));
  const elsewhere = turnAway(context, reply, unit);
  if (elsewhere || unit === undefined) return elsewhere ?? notFound(context, reply);
  const view = await provinceView(context, unit);
  return sendPlace(context, reply, {
    view,
    statement: provinceStatement,
    body: <ProvincePage {...view} />,
  });
}

async function answerCommune(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { province = '', slug = '' } = pathOf(context);
  const unit = await unitAtAddress(context.portal.source.db, { kind: 'commune', province, slug });
  const elsewhere = turnAway(context, reply, unit);
  if (elsewhere || unit === undefined) return elsewhere ?? notFound(context, reply);
  const view = await communeView(context, unit);
  if (view === undefined) return notFound(context, reply);
  return sendPlace(context, reply, { view, statement: communeStatement, body: <CommunePage {...view} /> });
}

async function answerFormer(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const slug = pathOf(context).slug ?? '';
  const unit = await unitAtAddress(context.portal.source.db, { kind: 'former', slug });
  const elsewhere = turnAway(context, reply, unit);
  if (elsewhere || unit === undefined) return elsewhere ?? notFound(context, reply);
  const view = await formerView(context, unit);
  if (view === undefined) return notFound(context, reply);
  return sendPlace(context, reply, { view, statement: formerStatement, body: <FormerPage {...view} /> });
}

const notFound = ({ request }: PageContext, reply: FastifyReply): FastifyReply =>
  refuse(request, reply, { kind: 'not-found' });

/** To the one address of a unit's page, where another was asked for (ux.md G1); names change, so browsers ask again. */
function turnAway(
  { request, lang }: PageContext,
  reply: FastifyReply,
  unit: AddressedUnit | undefined,
): FastifyReply | undefined {
  const address = unit && placeAddress(lang, unit);
  if (address === undefined || request.url.split('?')[0] === address) return undefined;
  return reply.header('cache-control', 'no-cache').redirect(address, 301);
}

interface PlacePage<V extends PlaceView> {
  view: V;
  statement(view: V, within: { origin: string; url: string }): object;
  body: ComponentChildren;
}

function sendPlace<V extends PlaceView>(
  context: PageContext,
  reply: FastifyReply,
  { view, statement, body }: PlacePage<V>,
): FastifyReply {
  const { lang, frame } = context;
  const { origin } = frame.site;
  const { unit, title, name, crumbs, heritage } = view;
  const addresses = both((language) => placeAddress(language, unit));
  return sendPage(context, reply, {
    addresses,
    title,
    description: placeMessages[lang].description(name, number(heritage.total, lang)),
    crumbs,
    section: 'places',
    structuredData: [
      statement(view, { origin, url: addresses[lang] }),
      breadcrumbStatement(origin, lang, crumbs),
    ],
    body,
  });
}
