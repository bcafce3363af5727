import type { FastifyRequest } from 'fastify';
import type { Db } from '#platform/db/index.ts';
import { type HttpServer, refuse } from '#platform/http/index.ts';
import { readerFor } from './commands.ts';
import { ANONYMOUS, type Reader } from './reader.ts';
import { readerOfSession, sessionIn } from './session.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; nobody in particular outside the guarded part of the site. */
    reader: Reader;
  }
}

const readers = new WeakMap<FastifyRequest, Reader>();

/**
 * Finds out who sends each request under `prefix`. Who writes must say who they are, and a wrong token is refused for
 * reading too. Stands before the body is read, so that a stranger's body costs nothing.
 */
export function identifyReaders(server: HttpServer, db: Db, prefix: string): void {
  server.decorateRequest('reader', {
    getter() {
      return readers.get(this) ?? ANONYMOUS;
    },
  });
  server.addHook('preParsing', async (request, reply) => {
    // The address of the route, not of the request: "/%61pi/" is the same place.
    if (!request.routeOptions.url?.startsWith(prefix)) return undefined;
    const outcome = await readerOf(db, request);
    if (outcome.kind === 'bad-token') return refuse(request, reply, { kind: 'unauthenticated' });
    if (outcome.kind === 'anonymous' && !READING.has(request.method))
      return refuse(request, reply, { kind: 'unauthenticated' });
    readers.set(request, outcome.reader);
    return undefined;
  });
}

/**
 * The same for pages under `prefix`, by the cookie of a session. What a page does without a session is its own
 * affair: most send their visitor to sign in.
 */
export function identifySessions(server: HttpServer, db: Db, prefix: string): void {
  server.addHook('preParsing', async (request) => {
    if (!request.routeOptions.url?.startsWith(prefix)) return;
    const outcome = await readerOfSession(db, sessionIn(request));
    if (outcome.kind === 'administrator') readers.set(request, outcome.reader);
  });
}

/** The reader behind an Authorization header; another scheme than Bearer is no token of ours. */
export async function readerOf(db: Db, request: FastifyRequest) {
  const { authorization } = request.headers;
  if (authorization === undefined) return await readerFor(db, undefined);
  return await readerFor(db, /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '');
}
