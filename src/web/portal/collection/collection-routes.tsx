import type { FastifyReply } from 'fastify';
import type { HttpServer } from '#platform/http/index.ts';
import { breadcrumbStatement, KIND_SEGMENTS } from '#web/layout/index.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { collectionView } from './assemble.ts';
import { CollectionPage } from './collection-page.tsx';
import { collectionMessages } from './messages.ts';

/** Above the pages of single collections, which are records: `/vi/suu-tap/{pid}`. */
const ADDRESS = both((lang) => `/${lang}/${KIND_SEGMENTS.collection?.[lang]}`);

export function registerCollectionRoutes(server: HttpServer, portal: Portal): void {
  routePage(server, portal, { addresses: ADDRESS, answer: answerIndex });
}

async function answerIndex(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { lang, frame } = context;
  const text = collectionMessages[lang];
  const view = await collectionView(context);
  const crumbs = [{ label: text.title }];
  const { origin } = frame.site;
  return sendPage(context, reply, {
    addresses: ADDRESS,
    title: text.title,
    description: text.lead,
    crumbs,
    section: 'search',
    structuredData: [
      {
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        url: origin + ADDRESS[lang],
        name: text.title,
        inLanguage: lang,
        isAccessibleForFree: true,
        hasPart: view.levels.flatMap(({ lists }) =>
          lists.map(({ label, href }) => ({ '@type': 'Collection', name: label, url: origin + href })),
        ),
      },
      breadcrumbStatement(origin, lang, crumbs),
    ],
    body: <CollectionPage {...view} />,
  });
}
