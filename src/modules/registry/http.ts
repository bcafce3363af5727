import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { sha256Hex } from '#formats/jcs/index.ts';
import type { Catalogue } from '#modules/standards/index.ts';
import { type Refusal as HttpRefusal, meaning, refuse } from '#platform/http/index.ts';
import type { EntryOutcome } from './changeset/commands.ts';
import type { Context, Source } from './context.ts';
import type { Refusal } from './outcome.ts';

/** What the routes of the registry work with: a context without the person, who comes with each request. */
export interface RegistryParts extends Omit<Context, 'actorId' | 'requestId' | 'now'> {
  catalogue: Catalogue;
  now: () => Date;
}

export function sourceOf({ db, rules }: RegistryParts): Source {
  return { db, rules };
}

/** The context of a write; the guard in front of the routes has refused everybody without an identity. */
export function contextOf(parts: RegistryParts, request: FastifyRequest): Context {
  const { actorId } = request.reader;
  if (actorId === null) throw new Error('A write reached its route without an actor');
  const { catalogue: _catalogue, ...context } = parts;
  return { ...context, actorId, requestId: request.id, requestDigest: digestOf(request, actorId) };
}

function digestOf({ method, url, body }: FastifyRequest, actorId: number): string {
  return sha256Hex(JSON.stringify([actorId, method, url, body ?? null]));
}

const KEY = Type.Optional(
  Type.String(
    meaning(
      'khóa do bên gửi chọn: gửi lại cùng khóa thì không ghi lần nữa',
      'chosen by the sender: sent again with the same key, nothing is written twice',
      { pattern: '^[!-~]{1,200}$' },
    ),
  ),
);

export const KEY_HEADER = Type.Object({ 'idempotency-key': KEY });

export const MATCH_HEADERS = Type.Object({
  'idempotency-key': KEY,
  'if-match': Type.Optional(
    Type.String(meaning('ETag của bản đã đọc', 'ETag of the version that was read', { maxLength: 1_000 })),
  ),
});

/** Keys of clients stay apart from those of loads and imports. */
export function keyOf({ headers }: FastifyRequest): { key?: string } {
  const given = headers['idempotency-key'];
  return typeof given === 'string' ? { key: `api:${given}` } : {};
}

export function etagOf({ pid, version }: { pid: string; version: number }): string {
  return `"${pid}.${version}"`;
}

export function recordHref(pid: string): string {
  return `/api/v1/records/${pid}`;
}

/**
 * A refused write in the words of HTTP. `subject` is the record in the address: that it is gone is another thing than
 * that a record named in the body is gone.
 */
export function httpRefusal(refusal: Refusal, subject?: string): HttpRefusal {
  switch (refusal.kind) {
    case 'not-found':
      return missing(refusal.subject, subject);
    case 'moved':
      // Not a redirect: what was meant for one record must not be written to another unseen.
      return elsewhere('record-merged', refusal.pid);
    case 'gone': {
      const { pid, since, reason } = refusal.tombstone;
      return pid === subject ? { kind: 'gone', since, reason } : elsewhere('record-withdrawn', pid);
    }
    case 'stale':
      return { kind: 'stale', current: refusal.current, etag: etagOf(refusal.current) };
    case 'precondition-missing':
      return { kind: 'precondition-missing' };
    case 'conflict':
      return { kind: 'conflict', issues: [{ pointer: '', code: refusal.code, message: refusal.message }] };
    default:
      return refusal;
  }
}

const ELSEWHERE = {
  'record-merged': {
    vi: 'Bản ghi đã được gộp vào {pid}. Hãy dùng mã đó.',
    en: 'The record was merged into {pid}. Use that identifier.',
  },
  'record-withdrawn': {
    vi: 'Bản ghi {pid} đã được thu hồi, không dùng được nữa.',
    en: 'Record {pid} was withdrawn and can no longer be used.',
  },
};

function elsewhere(code: keyof typeof ELSEWHERE, pid: string): HttpRefusal {
  const { vi, en } = ELSEWHERE[code];
  const message = { vi: vi.replace('{pid}', pid), en: en.replace('{pid}', pid) };
  return { kind: 'conflict', issues: [{ pointer: '', code, message }] };
}

function missing(named: string, subject: string | undefined): HttpRefusal {
  if (named === subject) return { kind: 'not-found' };
  const message = {
    vi: `Không có “${named}”. Hãy kiểm tra lại mã.`,
    en: `There is no “${named}”. Check the identifier.`,
  };
  return { kind: 'not-found', issues: [{ pointer: '', code: 'unknown-subject', message }] };
}

/** The answer to the entry of something that is no record. */
export function answerEntry(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: EntryOutcome,
): FastifyReply {
  if (outcome.kind === 'created')
    return reply.code(201).send({ changesetId: outcome.changesetId, change: 'entered' });
  if (outcome.kind === 'ok') return reply.send({ change: 'unchanged' });
  return refuse(request, reply, httpRefusal(outcome));
}

export const ENTRY_ANSWER = Type.Object({
  changesetId: Type.Optional(Type.Integer()),
  change: Type.Enum(['entered', 'unchanged'] as const),
});
