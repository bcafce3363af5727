import type {} from '@fastify/swagger';
import type { HttpServer } from './instance.ts';

/** Seconds a browser may remember the answer to its preflight question. */
const REMEMBERED = 86_400;

const EXPOSED = 'ETag, Link, Location, Retry-After, Content-Language, Content-Disposition';

/**
 * Pages of any site may read under `prefix` what everybody may read. Authorization is not among the headers allowed,
 * so that no page elsewhere can act or read with a visitor's token.
 */
export function allowReadsFromAnywhere(server: HttpServer, prefix: string): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return;
    if (request.headers.authorization !== undefined || !request.routeOptions.url?.startsWith(prefix)) return;
    reply.headers({ 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED });
  });
  server.options(`${prefix}*`, { schema: { hide: true } }, async (_request, reply) =>
    reply
      .code(204)
      .headers({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers': 'Accept, Accept-Language, If-None-Match',
        'access-control-max-age': REMEMBERED,
      })
      .send(),
  );
}
