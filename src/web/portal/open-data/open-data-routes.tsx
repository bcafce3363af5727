import type { FastifyReply } from 'fastify';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import { ADDRESSES, breadcrumbStatement } from '#web/layout/index.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, pathOf, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { DatasetPage } from './dataset-page.tsx';
import { dcatCatalogue } from './dcat.ts';
import { openDataMessages } from './messages.ts';
import { OpenDataPage } from './open-data-page.tsx';
import { catalogueStatement, datasetStatement } from './structured-data.ts';
import { datasetAddresses, datasetView, indexView } from './view.ts';

export function registerOpenDataRoutes(server: HttpServer, portal: Portal): void {
  routePage(server, portal, { addresses: ADDRESSES.openData, answer: answerIndex });
  routePage(server, portal, {
    addresses: both((lang) => `${ADDRESSES.openData[lang]}/:dataset`),
    answer: answerDataset,
  });
  server.get('/dcat', { schema: { hide: true } }, async (request, reply) => {
    const publisher = { origin: portal.origin(request), operator: portal.operator };
    return reply
      .type('application/ld+json; charset=utf-8')
      .header('cache-control', 'public, max-age=600')
      .send(JSON.stringify(dcatCatalogue(await indexView(portal, 'vi'), publisher)));
  });
}

async function answerIndex(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { portal, lang, frame } = context;
  const text = openDataMessages[lang];
  const view = await indexView(portal, lang);
  const crumbs = [{ label: text.title }];
  const { origin } = frame.site;
  return sendPage(context, reply, {
    addresses: ADDRESSES.openData,
    title: text.title,
    description: text.description,
    crumbs,
    section: 'openData',
    structuredData: [catalogueStatement(view, { lang, origin }), breadcrumbStatement(origin, lang, crumbs)],
    alternates: [{ type: 'application/ld+json', href: '/dcat' }],
    body: <OpenDataPage {...view} />,
  });
}

async function answerDataset(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { portal, lang, frame, request } = context;
  const text = openDataMessages[lang];
  const view = await datasetView(portal, { lang, id: pathOf(context).dataset ?? '' });
  if (view === undefined) return refuse(request, reply, { kind: 'not-found' });
  const { dataset } = view;
  const title = `${text.title}: ${dataset.title[lang]}`;
  const crumbs = [{ label: text.title, href: ADDRESSES.openData[lang] }, { label: dataset.title[lang] }];
  const { origin } = frame.site;
  return sendPage(context, reply, {
    addresses: datasetAddresses(dataset.id),
    title,
    description: `${title}. ${text.lead}`,
    crumbs,
    section: 'openData',
    structuredData: [datasetStatement(dataset, { lang, origin }), breadcrumbStatement(origin, lang, crumbs)],
    body: <DatasetPage {...view} />,
  });
}
