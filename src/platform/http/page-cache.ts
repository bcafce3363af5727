import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isHeld } from './conditional.ts';
import { acceptedEncoding, type Encoding } from './encoding.ts';
import type { HttpServer } from './instance.ts';

/** Anonymous pages may be this old (seconds); a reader's own change is never served from here. */
const FRESH_SECONDS = 60;
/** Bytes of all stored forms together; the least recently used pages make room. */
const CAPACITY_BYTES = 64 * 1024 * 1024;

interface StoredPage {
  identity: Buffer;
  /** Compressed forms, each made when the first reader asks for it. */
  compressed: Partial<Record<Encoding, Promise<Buffer>>>;
  etag: string;
  headers: Record<string, string>;
  /** Milliseconds of the process's own clock, which no change of the system's time moves. */
  since: number;
  /** At most: identity and compressed forms together. */
  bytes: number;
}

export interface PageCache {
  /** Forgets everything; called when the public state changed. */
  clear(): void;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * Keeps finished HTML pages of readers who sent no credentials, in every encoding, and answers them before any
 * other work is done. `keyOf` gives the variant of the page, or null when it must not be kept.
 */
export function cachePages(server: HttpServer, keyOf: (request: FastifyRequest) => string | null): PageCache {
  const store = createStore();
  server.addHook('onRequest', async (request, reply) => {
    const key = request.method === 'GET' ? keyOf(request) : null;
    const page = key === null ? undefined : store.fresh(key);
    if (page) return answer(request, reply, page);
    return undefined;
  });
  server.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || !isPage(reply)) return payload;
    const page = finish(payload, reply);
    const key = request.method === 'GET' && reply.statusCode === 200 ? keyOf(request) : null;
    if (key !== null && !isPrivate(reply)) store.keep(key, page);
    return encode(request, reply, page);
  });
  return { clear: store.clear };
}

function isPage(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type') ?? '').startsWith('text/html');
}

function isPrivate(reply: FastifyReply): boolean {
  return reply.hasHeader('set-cookie') || String(reply.getHeader('cache-control') ?? '').includes('no-store');
}

function finish(html: string, reply: FastifyReply): StoredPage {
  const identity = Buffer.from(html);
  const headers = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    value === undefined || VOLATILE.has(name) ? [] : [[name, String(value)] as const],
  );
  return {
    identity,
    compressed: {},
    // Weak: one tag for all encodings of the page.
    etag: `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
    headers: Object.fromEntries(headers),
    since: performance.now(),
    // The two compressed forms together stay below the size of the text.
    bytes: identity.length * 2,
  };
}

function bodyOf(page: StoredPage, encoding: Encoding): Promise<Buffer> {
  page.compressed[encoding] ??= compress(page.identity, encoding);
  return page.compressed[encoding];
}

function compress(identity: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'identity':
      return Promise.resolve(identity);
    case 'gzip':
      return compressGzip(identity, { level: 6 });
    case 'br':
      // Quality 5 costs about as much time as gzip and gives a seventh less.
      return compressBrotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  }
}

/** Headers that belong to one answer only. */
const VOLATILE = new Set([
  'date',
  'content-length',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
]);

async function answer(request: FastifyRequest, reply: FastifyReply, page: StoredPage): Promise<FastifyReply> {
  const { raw } = reply;
  reply.hijack();
  const encoding = acceptedEncoding(request.headers['accept-encoding']);
  const headers: Record<string, string | number> = { ...page.headers, ...pageHeaders(page, encoding) };
  headers.age = Math.floor((performance.now() - page.since) / 1000);
  if (isHeld(request.headers['if-none-match'], page.etag)) {
    raw.writeHead(304, headers).end();
    return reply;
  }
  const body = await bodyOf(page, encoding);
  raw.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
  return reply;
}

async function encode(
  request: FastifyRequest,
  reply: FastifyReply,
  page: StoredPage,
): Promise<Buffer | null> {
  const encoding = acceptedEncoding(request.headers['accept-encoding']);
  reply.headers(pageHeaders(page, encoding));
  if (reply.statusCode === 200 && isHeld(request.headers['if-none-match'], page.etag)) {
    reply.code(304).removeHeader('content-length');
    return null;
  }
  const body = await bodyOf(page, encoding);
  reply.header('content-length', body.length);
  return body;
}

/** What a stored page depends on beyond its address. */
const VARY = 'Accept-Encoding, Cookie, Accept';

function pageHeaders(page: StoredPage, encoding: Encoding): Record<string, string> {
  const coding: Record<string, string> = encoding === 'identity' ? {} : { 'content-encoding': encoding };
  const vary = page.headers.vary === undefined ? VARY : `${page.headers.vary}, ${VARY}`;
  return { ...coding, etag: page.etag, vary };
}

function createStore() {
  // A Map keeps insertion order; re-inserting on use makes its first key the least recently used.
  const pages = new Map<string, StoredPage>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= pages.get(key)?.bytes ?? 0;
    pages.delete(key);
  };
  const insert = (key: string, page: StoredPage) => {
    pages.set(key, page);
    bytes += page.bytes;
  };
  return {
    fresh(key: string): StoredPage | undefined {
      const page = pages.get(key);
      if (page === undefined) return undefined;
      drop(key);
      if (performance.now() - page.since > FRESH_SECONDS * 1000) return undefined;
      // Put back as the most recently used.
      insert(key, page);
      return page;
    },
    keep(key: string, page: StoredPage): void {
      drop(key);
      insert(key, page);
      for (const oldest of pages.keys()) {
        if (bytes <= CAPACITY_BYTES) break;
        drop(oldest);
      }
    },
    clear(): void {
      pages.clear();
      bytes = 0;
    },
  };
}
