import type { FastifyReply, FastifyRequest } from 'fastify';
import { concept, toSkosJsonLd, toTurtle, type Vocabulary } from '#modules/vocabularies/index.ts';
import { type HttpServer, languageOf, refuse } from '#platform/http/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { type PageContext, sendPage } from '../page-context.ts';
import { both, pathOf, routePage } from '../page-route.ts';
import type { Portal } from '../portal.ts';
import { sendDownload } from './download-list.tsx';
import { standardMessages } from './messages.ts';
import { vocabularyAddress } from './standard-addresses.ts';
import { VocabularyIndexPage, VocabularyPage } from './vocabulary-pages.tsx';

export function registerVocabularyRoutes(server: HttpServer, portal: Portal): void {
  const { vocabularies } = ADDRESSES;
  routePage(server, portal, { addresses: vocabularies, answer: answerIndex });
  routePage(server, portal, {
    addresses: both((lang) => `${vocabularies[lang]}/:id`),
    answer: answerVocabulary,
  });
  routePage(server, portal, {
    addresses: both((lang) => `${vocabularies[lang]}/:id/:file`),
    answer: answerFile,
  });
  // The addresses that name schemes and concepts in SKOS lead to what the asker can read.
  server.get('/vocabulary/:id', (request, reply) => resolveConcept(portal, request, reply));
  server.get('/vocabulary/:id/:concept', (request, reply) => resolveConcept(portal, request, reply));
}

function answerIndex(context: PageContext, reply: FastifyReply): FastifyReply {
  const { portal, lang } = context;
  const text = standardMessages[lang];
  return sendPage(context, reply, {
    addresses: ADDRESSES.vocabularies,
    title: text.vocabularies,
    description: text.vocabulariesLead,
    crumbs: [{ label: text.title, href: ADDRESSES.standards[lang] }, { label: text.vocabularies }],
    section: 'standards',
    body: <VocabularyIndexPage vocabularies={portal.vocabularies} lang={lang} />,
  });
}

function answerVocabulary(context: PageContext, reply: FastifyReply): FastifyReply {
  const { portal, lang, request } = context;
  const vocabulary = portal.vocabularies.vocabulary(pathOf(context).id ?? '');
  if (!vocabulary) return refuse(request, reply, { kind: 'not-found' });
  const text = standardMessages[lang];
  return sendPage(context, reply, {
    addresses: both((language) => vocabularyAddress(language, vocabulary.id)),
    title: vocabulary.label[lang],
    description: vocabulary.definition[lang],
    crumbs: [
      { label: text.title, href: ADDRESSES.standards[lang] },
      { label: text.vocabularies, href: ADDRESSES.vocabularies[lang] },
      { label: vocabulary.label[lang] },
    ],
    section: 'standards',
    alternates: [
      { type: 'text/turtle', href: vocabularyAddress(lang, vocabulary.id, 'vocabulary.ttl') },
      { type: 'application/ld+json', href: vocabularyAddress(lang, vocabulary.id, 'vocabulary.jsonld') },
    ],
    body: <VocabularyPage vocabulary={vocabulary} lang={lang} />,
  });
}

function answerFile(context: PageContext, reply: FastifyReply): FastifyReply {
  const { portal, request } = context;
  const { id, file } = pathOf(context);
  const vocabulary = portal.vocabularies.vocabulary(id ?? '');
  const download = vocabulary && skosFile(vocabulary, file, `${portal.origin(request)}/`);
  return download ? sendDownload(reply, download) : refuse(request, reply, { kind: 'not-found' });
}

function skosFile(vocabulary: Vocabulary, file: string | undefined, base: string) {
  const name = `${vocabulary.id}-${vocabulary.version}`;
  if (file === 'vocabulary.ttl') {
    const bytes = Buffer.from(toTurtle(vocabulary, { base }));
    return { filename: `${name}.ttl`, mediaType: 'text/turtle; charset=utf-8', bytes };
  }
  if (file !== 'vocabulary.jsonld') return undefined;
  const bytes = Buffer.from(JSON.stringify(toSkosJsonLd(vocabulary, { base }), null, 2));
  return { filename: `${name}.jsonld`, mediaType: 'application/ld+json; charset=utf-8', bytes };
}

function resolveConcept(portal: Portal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { id = '', concept: wanted } = request.params as { id?: string; concept?: string };
  const vocabulary = portal.vocabularies.vocabulary(id);
  if (!vocabulary || (wanted !== undefined && !concept(vocabulary, wanted))) {
    return refuse(request, reply, { kind: 'not-found' });
  }
  const accept = request.headers.accept ?? '';
  const file = accept.includes('text/turtle')
    ? 'vocabulary.ttl'
    : accept.includes('application/ld+json')
      ? 'vocabulary.jsonld'
      : '';
  const anchor = file === '' && wanted !== undefined ? `#${wanted}` : '';
  return reply
    .header('vary', 'Accept, Accept-Language')
    .redirect(vocabularyAddress(languageOf(request), id, file) + anchor, 303);
}
