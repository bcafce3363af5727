import { brotliCompressSync, gzipSync } from 'node:zlib';
import { acceptedEncoding, type HttpServer, isHeld, refuse } from '#platform/http/index.ts';
import type { Portal } from '../portal.ts';
import { outlinesOf } from './outlines.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Outlines of the provinces for interactive maps, under an address that changes with them. */
export function registerMapRoutes(server: HttpServer, { map }: Portal): void {
  const { address, json } = outlinesOf(map);
  const forms = { identity: Buffer.from(json), gzip: gzipSync(json), br: brotliCompressSync(json) };
  const etag = `"${address.split('.')[1]}"`;
  const options = { config: { rateLimit: false }, schema: { hide: true } } as const;
  server.get<{ Params: { name: string } }>('/map/:name', options, async (request, reply) => {
    if (address !== `/map/${request.params.name}`) return refuse(request, reply, { kind: 'not-found' });
    reply.headers({ etag, 'cache-control': FOR_EVER, vary: 'Accept-Encoding' });
    if (isHeld(request.headers['if-none-match'], etag)) return reply.code(304).send();
    const encoding = acceptedEncoding(request.headers['accept-encoding']);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.type('application/geo+json').send(forms[encoding]);
  });
}
