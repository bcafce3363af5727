import type { FastifyReply } from 'fastify';
import {
  type Catalogue,
  compareStandards,
  type Download,
  importTemplateDownload,
  jsonSchemaDownload,
  mappingCsvDownload,
  type RecordStandard,
  standardCsvDownload,
  standardDownload,
} from '#modules/standards/index.ts';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import { ADDRESSES, breadcrumbStatement, type Crumb } from '#web/layout/index.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, pathOf, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { ComparisonPage } from './comparison-page.tsx';
import { sendDownload } from './download-list.tsx';
import { standardMessages } from './messages.ts';
import { comparisonAddress, kindOfSegment, standardAddress } from './standard-addresses.ts';
import { StandardIndexPage } from './standard-index-page.tsx';
import { StandardPage } from './standard-page.tsx';

export function registerStandardRoutes(server: HttpServer, portal: Portal): void {
  const { standards } = ADDRESSES;
  routePage(server, portal, { addresses: standards, answer: answerIndex });
  routePage(server, portal, { addresses: both((lang) => `${standards[lang]}/:kind`), answer: answerInForce });
  routePage(server, portal, {
    addresses: both((lang) => `${standards[lang]}/:kind/:version`),
    answer: answerVersion,
  });
  const files = both((lang) => `${standards[lang]}/:kind/:version/:file`);
  routePage(server, portal, { addresses: files, answer: answerFile });
}

function answerIndex(context: PageContext, reply: FastifyReply): FastifyReply {
  const { portal, lang } = context;
  const text = standardMessages[lang];
  return sendPage(context, reply, {
    addresses: ADDRESSES.standards,
    title: text.title,
    description: text.lead,
    crumbs: [{ label: text.title }],
    section: 'standards',
    body: <StandardIndexPage lang={lang} catalogue={portal.catalogue} vocabularies={portal.vocabularies} />,
  });
}

/** Without a version: to the one in force. */
function answerInForce(context: PageContext, reply: FastifyReply): FastifyReply {
  const { portal, lang, request } = context;
  const standard = portal.catalogue.standard(kindOfSegment(lang, pathOf(context).kind) ?? '');
  if (!standard) return refuse(request, reply, { kind: 'not-found' });
  return reply.redirect(standardAddress(lang, standard), 302);
}

/** `1.0` is a version, `1.0..1.1` what changed between two. */
function answerVersion(context: PageContext, reply: FastifyReply): FastifyReply {
  const { portal, lang, request } = context;
  const { kind: segment, version = '' } = pathOf(context);
  const kind = kindOfSegment(lang, segment) ?? '';
  const [from = '', to] = version.split('..');
  const standard = portal.catalogue.standard(kind, from);
  if (!standard) return refuse(request, reply, { kind: 'not-found' });
  if (to === undefined) return sendStandard(context, reply, standard);
  const later = portal.catalogue.standard(kind, to);
  if (!later) return refuse(request, reply, { kind: 'not-found' });
  return sendComparison(context, reply, { from: standard, to: later });
}

function sendStandard(context: PageContext, reply: FastifyReply, standard: RecordStandard): FastifyReply {
  const { portal, lang, request } = context;
  const text = standardMessages[lang];
  const crumbs = trail(lang, { label: standard.label[lang] });
  return sendPage(context, reply, {
    addresses: both((language) => standardAddress(language, standard)),
    title: text.standardTitle(standard.label[lang]),
    description: standard.definition[lang],
    crumbs,
    section: 'standards',
    structuredData: [breadcrumbStatement(portal.origin(request), lang, crumbs)],
    alternates: [{ type: 'application/schema+json', href: standardAddress(lang, standard, 'schema.json') }],
    body: (
      <StandardPage
        standard={standard}
        versions={portal.catalogue.versions(standard.kind)}
        catalogue={portal.catalogue}
        lang={lang}
      />
    ),
  });
}

function sendComparison(
  context: PageContext,
  reply: FastifyReply,
  { from, to }: { from: RecordStandard; to: RecordStandard },
): FastifyReply {
  const { lang } = context;
  const text = standardMessages[lang];
  const versions = { from: from.version, to: to.version };
  return sendPage(context, reply, {
    addresses: both((language) => comparisonAddress(language, to.kind, versions)),
    title: text.comparisonTitle(to.label[lang], from.version, to.version),
    crumbs: trail(
      lang,
      { label: to.label[lang], href: standardAddress(lang, to) },
      { label: text.compare(from.version, to.version) },
    ),
    section: 'standards',
    body: <ComparisonPage from={from} to={to} comparison={compareStandards(from, to)} lang={lang} />,
  });
}

function trail(lang: 'vi' | 'en', ...crumbs: Crumb[]): Crumb[] {
  return [{ label: standardMessages[lang].title, href: ADDRESSES.standards[lang] }, ...crumbs];
}

async function answerFile(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { portal, lang, request } = context;
  const { kind, version, file } = pathOf(context);
  const standard = portal.catalogue.standard(kindOfSegment(lang, kind) ?? '', version ?? '');
  const download = standard && (await fileOf(standard, portal.catalogue, { file, lang }));
  return download ? sendDownload(reply, download) : refuse(request, reply, { kind: 'not-found' });
}

async function fileOf(
  standard: RecordStandard,
  catalogue: Catalogue,
  { file, lang }: { file: string | undefined; lang: 'vi' | 'en' },
): Promise<Download | undefined> {
  switch (file) {
    case 'standard.json':
      return standardDownload(standard);
    case 'schema.json':
      return jsonSchemaDownload(standard, catalogue);
    case 'fields.csv':
      return standardCsvDownload(standard, lang);
    case 'mappings.csv':
      return mappingCsvDownload(standard, lang);
    case 'template.xlsx':
      return await importTemplateDownload(standard, catalogue, lang);
    default:
      return undefined;
  }
}
