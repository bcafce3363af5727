import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Resolution, readRecord, resolve } from '#modules/registry/index.ts';
import { type HttpServer, languageOf, refuse } from '#platform/http/index.ts';
import { pageContext } from './page-context.ts';
import type { Portal } from './portal.ts';
import { readSheet } from './record/read-sheet.ts';
import { addressesOf } from './record/sheet.ts';
import { recordStatement } from './record/structured-data.ts';

/** The forms of a record that this resolver leads to. */
type Form = 'page' | 'json' | 'jsonld';

/** `/id/{pid}` and ARKs: the thing itself, which is no page; the answer says where it is described (contracts.md). */
export function registerIdentifierRoutes(server: HttpServer, portal: Portal): void {
  server.get('/id/*', (request, reply) => {
    const { '*': text = '' } = request.params as { '*'?: string };
    return answerIdentifier(portal, { request, reply, text });
  });
  // Both `ark:NAAN/NAME` and the older `ark:/NAAN/NAME`; the router takes `::` for a colon.
  server.get('/ark::*', (request, reply) => {
    const { '*': rest = '' } = request.params as { '*'?: string };
    return answerIdentifier(portal, { request, reply, text: `ark:${rest}` });
  });
}

interface Asked {
  request: FastifyRequest;
  reply: FastifyReply;
  text: string;
}

async function answerIdentifier(portal: Portal, { request, reply, text }: Asked): Promise<FastifyReply> {
  reply.header('vary', 'Accept, Accept-Language');
  const { name, form } = readForm(text, request.headers.accept);
  const reader = await portal.reader(request);
  const found = await resolve(portal.source.db, reader, { text: name, naan: portal.naan });
  if (found.kind === 'found') return answerFound(portal, { request, reply, pid: found.pid, form });
  return answerElsewhere(request, reply, found);
}

const SUFFIX = /\.(json|jsonld)$/;

/** The suffix decides, then the Accept header; whoever names no form gets the page. */
function readForm(text: string, accept: string | undefined): { name: string; form: Form } {
  const suffix = SUFFIX.exec(text)?.[1];
  if (suffix === 'json' || suffix === 'jsonld') return { name: text.replace(SUFFIX, ''), form: suffix };
  return { name: text, form: formOf(accept ?? '') };
}

function formOf(accept: string): Form {
  const ranked = accept
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.trim().split(';');
      const quality = /q=([\d.]+)/.exec(parameters.join(';'))?.[1];
      return { form: FORMS[type.trim().toLowerCase()], weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter((range) => range.form !== undefined && range.weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return ranked[0]?.form ?? 'page';
}

const FORMS: Record<string, Form> = {
  'text/html': 'page',
  'application/xhtml+xml': 'page',
  'application/json': 'json',
  'application/ld+json': 'jsonld',
};

type Found = Omit<Asked, 'text'> & { pid: string; form: Form };

async function answerFound(portal: Portal, { request, reply, pid, form }: Found): Promise<FastifyReply> {
  if (form === 'json') return reply.redirect(`/api/v1/records/${pid}`, 303);
  const context = await pageContext(portal, request, languageOf(request));
  if (form === 'jsonld') {
    const outcome = await readSheet(context, { pid });
    if (outcome.kind !== 'sheet') return refuse(request, reply, { kind: 'not-found' });
    return reply
      .type('application/ld+json; charset=utf-8')
      .send(JSON.stringify(recordStatement(outcome.sheet)));
  }
  const outcome = await readRecord(portal.source, context.reader, { pid });
  if (outcome.kind !== 'found') return refuse(request, reply, { kind: 'not-found' });
  return reply.redirect(addressesOf(outcome.record)[context.lang], 303);
}

function answerElsewhere(
  request: FastifyRequest,
  reply: FastifyReply,
  found: Exclude<Resolution, { kind: 'found' }>,
): FastifyReply {
  switch (found.kind) {
    case 'merged':
      return reply.redirect(`/id/${found.pid}`, 301);
    case 'withdrawn':
      return refuse(request, reply, {
        kind: 'gone',
        since: found.tombstone.since,
        reason: found.tombstone.reason,
      });
    case 'bad-check-character':
      return refuse(request, reply, {
        kind: 'not-found',
        issues: [{ pointer: '', code: found.kind, message: misspelt(found.suggestion) }],
      });
    case 'not-found':
      return refuse(request, reply, { kind: 'not-found' });
  }
}

function misspelt(suggestion: string | undefined): { vi: string; en: string } {
  const vi = 'Mã này gõ sai: ký tự kiểm tra không khớp.';
  const en = 'This identifier is mistyped: its check character does not match.';
  if (suggestion === undefined)
    return { vi: `${vi} Hãy đối chiếu lại với nguồn.`, en: `${en} Compare it with the source.` };
  return { vi: `${vi} Có phải ý bạn là ${suggestion}?`, en: `${en} Did you mean ${suggestion}?` };
}
