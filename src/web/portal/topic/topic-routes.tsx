import type { FastifyReply } from 'fastify';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES, breadcrumbStatement } from '#web/layout/index.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, pathOf, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { schemeView, schemeViews, topicView } from './assemble.ts';
import { topicMessages } from './messages.ts';
import { schemeStatement, termStatement, topicIndexStatement } from './structured-data.ts';
import { TopicPage } from './topic-page.tsx';
import { SchemePage, TopicIndexPage } from './topic-pages.tsx';
import { schemeAddress, type TopicScheme, topicAddress, topicAt, topicSchemes } from './topics.ts';

export function registerTopicRoutes(server: HttpServer, portal: Portal): void {
  const { topics } = ADDRESSES;
  routePage(server, portal, { addresses: topics, answer: answerIndex });
  routePage(server, portal, { addresses: both((lang) => `${topics[lang]}/:scheme`), answer: answerScheme });
  routePage(server, portal, {
    addresses: both((lang) => `${topics[lang]}/:scheme/:slug`),
    answer: answerTopic,
  });
}

async function answerIndex(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { lang, frame } = context;
  const text = topicMessages[lang];
  const schemes = await schemeViews(context);
  const crumbs = [{ label: text.title }];
  const { origin } = frame.site;
  return sendPage(context, reply, {
    addresses: ADDRESSES.topics,
    title: text.title,
    description: text.lead,
    crumbs,
    section: 'topics',
    structuredData: [
      topicIndexStatement(schemes, { origin, url: ADDRESSES.topics[lang], lang }),
      breadcrumbStatement(origin, lang, crumbs),
    ],
    body: <TopicIndexPage lang={lang} schemes={schemes} />,
  });
}

/** A list by its segment in the language of the page; by that of the other, or its id, it leads there. */
function schemeAt({ portal, lang }: PageContext, segment: string): TopicScheme | undefined {
  const schemes = topicSchemes(portal);
  const other = lang === 'vi' ? 'en' : 'vi';
  return (
    schemes.find((scheme) => scheme.segment[lang] === segment) ??
    schemes.find((scheme) => scheme.id === segment || scheme.segment[other] === segment)
  );
}

async function answerScheme(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { lang, frame, request } = context;
  const scheme = schemeAt(context, pathOf(context).scheme ?? '');
  if (scheme === undefined) return refuse(request, reply, { kind: 'not-found' });
  const addresses = both((language) => schemeAddress(language, scheme));
  if (isElsewhere(context, addresses)) return reply.redirect(addresses[lang], 301);
  const view = await schemeView(context, scheme);
  const text = topicMessages[lang];
  const crumbs = [{ label: text.title, href: ADDRESSES.topics[lang] }, { label: scheme.label[lang] }];
  const { origin } = frame.site;
  return sendPage(context, reply, {
    addresses,
    title: scheme.label[lang],
    description: scheme.definition?.[lang] ?? text.description(scheme.label[lang], text.title),
    crumbs,
    section: 'topics',
    structuredData: [
      schemeStatement(view, { origin, url: addresses[lang] }),
      breadcrumbStatement(origin, lang, crumbs),
    ],
    body: <SchemePage {...view} />,
  });
}

async function answerTopic(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { lang, frame, request } = context;
  const path = pathOf(context);
  const scheme = schemeAt(context, path.scheme ?? '');
  const topic = scheme && topicAt(scheme, lang, path.slug ?? '');
  if (scheme === undefined || topic === undefined) return refuse(request, reply, { kind: 'not-found' });
  const addresses = both((language) => topicAddress(language, scheme, topic));
  if (isElsewhere(context, addresses)) return reply.redirect(addresses[lang], 301);
  const view = await topicView(context, { scheme, topic });
  const text = topicMessages[lang];
  const label = topic.label[lang];
  const crumbs = [
    { label: text.title, href: ADDRESSES.topics[lang] },
    { label: scheme.label[lang], href: schemeAddress(lang, scheme) },
    { label },
  ];
  const { origin } = frame.site;
  return sendPage(context, reply, {
    addresses,
    title: label,
    description: topic.definition?.[lang] ?? text.description(label, scheme.label[lang]),
    crumbs,
    section: 'topics',
    structuredData: [termStatement(view, origin), breadcrumbStatement(origin, lang, crumbs)],
    body: <TopicPage {...view} />,
  });
}

/** Whether another than the one address of a page was asked for (ux.md G1). */
const isElsewhere = ({ request, lang }: PageContext, addresses: Record<Lang, string>): boolean =>
  request.url.split('?')[0] !== addresses[lang];
