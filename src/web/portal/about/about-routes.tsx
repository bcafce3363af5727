import type { FastifyReply } from 'fastify';
import { formatArk } from '#formats/ark/index.ts';
import { readRecord } from '#modules/registry/index.ts';
import type { HttpServer } from '#platform/http/index.ts';
import { ADDRESSES, breadcrumbStatement, type PageName } from '#web/layout/index.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { queryOf, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import type { ContentOf } from './content.ts';
import { ContentPage } from './content-page.tsx';
import { type Quoted, QuotedRecord } from './quoted-record.tsx';
import { SiteMapPage, siteMapMessages } from './site-map-page.tsx';
import { aboutText } from './texts/about.ts';
import { accessibilityText } from './texts/accessibility.ts';
import { contactText } from './texts/contact.ts';
import { contributeText } from './texts/contribute.ts';
import { termsText } from './texts/terms.ts';

const TEXTS = {
  about: aboutText,
  accessibility: accessibilityText,
  terms: termsText,
  contact: contactText,
} as const satisfies Partial<Record<PageName, ContentOf>>;

export function registerAboutRoutes(server: HttpServer, portal: Portal): void {
  for (const page of Object.keys(TEXTS) as (keyof typeof TEXTS)[]) {
    const answer = (context: PageContext, reply: FastifyReply) =>
      sendContent(context, reply, { page, text: TEXTS[page] });
    routePage(server, portal, { addresses: ADDRESSES[page], answer });
  }
  routePage(server, portal, { addresses: ADDRESSES.contribute, answer: answerContribute });
  routePage(server, portal, { addresses: ADDRESSES.siteMap, answer: answerSiteMap });
}

interface Shown {
  page: PageName;
  text: ContentOf;
  quoted?: Quoted | undefined;
}

function sendContent(context: PageContext, reply: FastifyReply, { page, text, quoted }: Shown): FastifyReply {
  const { portal, lang, request } = context;
  const { operator, version } = portal;
  const origin = portal.origin(request);
  const content = text[lang]({ operator, version, origin });
  const crumbs = [{ label: content.title }];
  return sendPage(context, reply, {
    addresses: ADDRESSES[page],
    title: content.title,
    description: content.lead,
    crumbs,
    section: 'about',
    structuredData: [breadcrumbStatement(origin, lang, crumbs)],
    body: <ContentPage content={content} before={quoted && <QuotedRecord quoted={quoted} lang={lang} />} />,
  });
}

/** With `?pid=` the page names what has to be quoted about that record. */
async function answerContribute(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { portal, reader } = context;
  const { pid } = queryOf(context);
  const outcome = pid === undefined ? undefined : await readRecord(portal.source, reader, { pid });
  const quoted =
    outcome?.kind === 'found'
      ? {
          record: outcome.record,
          ark: formatArk({ naan: portal.naan, name: outcome.record.pid }),
        }
      : undefined;
  return sendContent(context, reply, { page: 'contribute', text: contributeText, quoted });
}

function answerSiteMap(context: PageContext, reply: FastifyReply): FastifyReply {
  const { portal, lang } = context;
  const { title } = siteMapMessages[lang];
  return sendPage(context, reply, {
    addresses: ADDRESSES.siteMap,
    title,
    crumbs: [{ label: title }],
    section: 'about',
    body: <SiteMapPage lang={lang} catalogue={portal.catalogue} />,
  });
}
