import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  fileAnswer,
  type HttpServer,
  jsonAnswer,
  meaning,
  operation,
  query,
  refuse,
} from '#platform/http/index.ts';
import { resolveLabel } from './labels.ts';
import { type Concept, type Vocabulary, VocabularySchema } from './schema.ts';
import { toSkosJsonLd, toTurtle } from './skos.ts';
import { broaderPath, concept, narrower, type Vocabularies } from './vocabularies.ts';

export interface VocabularyParts {
  vocabularies: Vocabularies;
  /** Absolute public address of the site, without a slash at the end: SKOS names concepts by it. */
  origin(request: FastifyRequest): string;
}

/** Vocabularies change with a release of the program only. */
const CACHING = { 'cache-control': 'public, max-age=300' };
const ID = Type.String(
  meaning('mã từ vựng, ví dụ materials', 'id of the vocabulary, for instance materials', {
    pattern: '^[a-z0-9-]{1,80}$',
  }),
);
const CONCEPT_ID = Type.String(
  meaning('mã khái niệm', 'id of the concept', { pattern: '^[a-z0-9-]{1,80}$' }),
);

const LABELS = Type.Object({ vi: Type.String(), en: Type.String() });
const LINK = Type.Object({ id: Type.String(), prefLabel: LABELS });
const CONCEPT = Type.Object({ id: Type.String(), prefLabel: LABELS }, { additionalProperties: true });

/** Controlled vocabularies: whole, concept by concept, as SKOS, and by the label people use. */
export function registerVocabularyRoutes(server: HttpServer, parts: VocabularyParts): void {
  list(server, parts);
  read(server, parts);
  readConcept(server, parts);
  resolve(server, parts);
  skos(server, parts);
}

function summaryOf({ id, version, label, definition, licence, source, concepts }: Vocabulary) {
  return {
    id,
    version,
    label,
    definition,
    licence,
    source,
    concepts: concepts.length,
    href: `/api/v1/vocabularies/${id}`,
  };
}

function list(server: HttpServer, { vocabularies }: VocabularyParts): void {
  const words = {
    id: 'listVocabularies',
    tag: 'vocabularies',
    summary: { vi: 'Các bộ từ vựng', en: 'Vocabularies' },
  };
  const item = Type.Object({
    ...Type.Pick(VocabularySchema, ['id', 'version', 'label', 'definition', 'licence', 'source']).properties,
    concepts: Type.Integer({ description: 'Number of concepts' }),
    href: Type.String(),
  });
  const schema = {
    querystring: query({}),
    ...operation(words, { 200: jsonAnswer('All vocabularies', Type.Object({ items: Type.Array(item) })) }),
  };
  server.get('/api/v1/vocabularies', { schema }, async (_request, reply) =>
    reply.headers(CACHING).send({ items: vocabularies.all().map(summaryOf) }),
  );
}

function read(server: HttpServer, { vocabularies }: VocabularyParts): void {
  const words = {
    id: 'readVocabulary',
    tag: 'vocabularies',
    summary: { vi: 'Một bộ từ vựng', en: 'A vocabulary' },
  };
  const schema = {
    params: Type.Object({ id: ID }),
    querystring: query({}),
    ...operation(words, { 200: jsonAnswer('The vocabulary with all its concepts', VocabularySchema) }),
  };
  server.get('/api/v1/vocabularies/:id', { schema }, async (request, reply) => {
    const vocabulary = vocabularies.vocabulary(request.params.id);
    if (vocabulary === undefined) return refuse(request, reply, { kind: 'not-found' });
    return reply.headers(CACHING).send(vocabulary);
  });
}

function linkOf({ id, prefLabel }: Concept) {
  return { id, prefLabel };
}

function readConcept(server: HttpServer, { vocabularies }: VocabularyParts): void {
  const words = { id: 'readConcept', tag: 'vocabularies', summary: { vi: 'Một khái niệm', en: 'A concept' } };
  const shape = Type.Object({
    concept: CONCEPT,
    path: Type.Array(LINK, { description: 'From the top concept down to this one' }),
    narrower: Type.Array(LINK),
  });
  const schema = {
    params: Type.Object({ id: ID, concept: CONCEPT_ID }),
    querystring: query({}),
    ...operation(words, { 200: jsonAnswer('The concept and its place in the hierarchy', shape) }),
  };
  server.get('/api/v1/vocabularies/:id/concepts/:concept', { schema }, async (request, reply) => {
    const vocabulary = vocabularies.vocabulary(request.params.id);
    const found = vocabulary && concept(vocabulary, request.params.concept);
    if (vocabulary === undefined || found === undefined) return refuse(request, reply, { kind: 'not-found' });
    return reply.headers(CACHING).send({
      concept: found,
      path: broaderPath(vocabulary, found.id).map(linkOf),
      narrower: narrower(vocabulary, found.id).map(linkOf),
    });
  });
}

function resolve(server: HttpServer, { vocabularies }: VocabularyParts): void {
  const words = {
    id: 'resolveLabel',
    tag: 'vocabularies',
    summary: { vi: 'Tìm khái niệm theo tên gọi', en: 'Find the concept that a label means' },
    detail: {
      vi: 'Tên chính, tên khác, ký hiệu hoặc mã; exact khớp đúng dấu, folded không kể dấu, ambiguous có nhiều khái niệm.',
      en: 'Preferred or other label, notation or id; exact matches the marks, folded ignores them, ambiguous names several.',
    },
  };
  const shape = Type.Object({
    match: Type.Enum(['exact', 'folded', 'ambiguous', 'none'] as const),
    concepts: Type.Array(CONCEPT),
  });
  const label = Type.String(
    meaning('tên gọi', 'the label', { minLength: 1, maxLength: 300, examples: ['đồng thau'] }),
  );
  const schema = {
    params: Type.Object({ id: ID }),
    querystring: query({ label }),
    ...operation(words, { 200: jsonAnswer('The concepts that the label can mean', shape) }),
  };
  server.get('/api/v1/vocabularies/:id/resolve', { schema }, async (request, reply) => {
    const vocabulary = vocabularies.vocabulary(request.params.id);
    if (vocabulary === undefined) return refuse(request, reply, { kind: 'not-found' });
    const outcome = resolveLabel(vocabulary, request.query.label);
    const concepts =
      outcome.kind === 'none' ? [] : outcome.kind === 'ambiguous' ? outcome.concepts : [outcome.concept];
    return reply.headers(CACHING).send({ match: outcome.kind, concepts });
  });
}

function skos(server: HttpServer, { vocabularies, origin }: VocabularyParts): void {
  const words = {
    id: 'readSkos',
    tag: 'vocabularies',
    summary: { vi: 'Bộ từ vựng dạng SKOS', en: 'The vocabulary as SKOS' },
  };
  const schema = {
    params: Type.Object({ id: ID, file: Type.Enum(['skos.jsonld', 'skos.ttl'] as const) }),
    querystring: query({}),
    ...operation(words, { 200: fileAnswer('JSON-LD 1.1 or Turtle', 'application/ld+json', 'text/turtle') }),
  };
  server.get('/api/v1/vocabularies/:id/:file', { schema }, async (request, reply) => {
    const vocabulary = vocabularies.vocabulary(request.params.id);
    if (vocabulary === undefined) return refuse(request, reply, { kind: 'not-found' });
    const options = { base: `${origin(request)}/` };
    reply.headers(CACHING);
    if (request.params.file === 'skos.ttl')
      return reply.type('text/turtle; charset=utf-8').send(toTurtle(vocabulary, options));
    return reply.type('application/ld+json').send(JSON.stringify(toSkosJsonLd(vocabulary, options)));
  });
}
