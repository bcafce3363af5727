import type { FastifyReply } from 'fastify';
import { codeListCsvDownload, codeListDownload } from '#modules/standards/index.ts';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, pathOf, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { CodeListIndexPage, CodeListPage } from './code-list-pages.tsx';
import { sendDownload } from './download-list.tsx';
import { standardMessages } from './messages.ts';
import { codeListAddress } from './standard-addresses.ts';

export function registerCodeListRoutes(server: HttpServer, portal: Portal): void {
  const { codeLists } = ADDRESSES;
  routePage(server, portal, { addresses: codeLists, answer: answerIndex });
  routePage(server, portal, {
    addresses: both((lang) => `${codeLists[lang]}/:scheme`),
    answer: answerNewest,
  });
  routePage(server, portal, {
    addresses: both((lang) => `${codeLists[lang]}/:scheme/:version`),
    answer: answerList,
  });
  const files = both((lang) => `${codeLists[lang]}/:scheme/:version/:file`);
  routePage(server, portal, { addresses: files, answer: answerFile });
}

function answerIndex(context: PageContext, reply: FastifyReply): FastifyReply {
  const { portal, lang } = context;
  const text = standardMessages[lang];
  return sendPage(context, reply, {
    addresses: ADDRESSES.codeLists,
    title: text.codeLists,
    description: text.codeListsLead,
    crumbs: [{ label: text.title, href: ADDRESSES.standards[lang] }, { label: text.codeLists }],
    section: 'standards',
    body: <CodeListIndexPage catalogue={portal.catalogue} lang={lang} />,
  });
}

/** Without a version: to the newest. */
function answerNewest(context: PageContext, reply: FastifyReply): FastifyReply {
  const { portal, lang, request } = context;
  const list = portal.catalogue.codeList(pathOf(context).scheme ?? '');
  if (!list) return refuse(request, reply, { kind: 'not-found' });
  return reply.redirect(codeListAddress(lang, list), 302);
}

function answerList(context: PageContext, reply: FastifyReply): FastifyReply {
  const { portal, lang, request } = context;
  const { scheme, version } = pathOf(context);
  const list = portal.catalogue.codeList(scheme ?? '', version ?? '');
  if (!list) return refuse(request, reply, { kind: 'not-found' });
  const text = standardMessages[lang];
  return sendPage(context, reply, {
    addresses: both((language) => codeListAddress(language, list)),
    title: list.label[lang],
    crumbs: [
      { label: text.title, href: ADDRESSES.standards[lang] },
      { label: text.codeLists, href: ADDRESSES.codeLists[lang] },
      { label: list.label[lang] },
    ],
    section: 'standards',
    body: <CodeListPage list={list} catalogue={portal.catalogue} lang={lang} />,
  });
}

function answerFile(context: PageContext, reply: FastifyReply): FastifyReply {
  const { portal, lang, request } = context;
  const { scheme, version, file } = pathOf(context);
  const list = portal.catalogue.codeList(scheme ?? '', version ?? '');
  if (list && file === 'list.csv') return sendDownload(reply, codeListCsvDownload(list, lang));
  if (list && file === 'list.json') return sendDownload(reply, codeListDownload(list));
  return refuse(request, reply, { kind: 'not-found' });
}
