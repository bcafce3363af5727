import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type HttpServer, isHeld, refuse } from '#platform/http/index.ts';
import type { Basemap } from '#web/components/told-map.ts';
import { basemapFolder } from './paths.ts';
import { OUTSIDE_THE_API } from './route-options.ts';

/** What `basemap load` writes down about the archive beside it. */
export interface LoadedBasemap {
  /** File name: hash of the content and `.pmtiles`. */
  file: string;
  bytes: number;
  tiles: 'vector' | 'raster';
  minZoom: number;
  maxZoom: number;
  layers: string[];
}

export const BASEMAP_RECORD = 'basemap.json';

/** The basemap in use, if one was loaded and its file is whole. */
export async function loadedBasemap(dataDir: string): Promise<LoadedBasemap | undefined> {
  const folder = basemapFolder(dataDir);
  try {
    const loaded = JSON.parse(await readFile(join(folder, BASEMAP_RECORD), 'utf8')) as LoadedBasemap;
    const { size } = await stat(join(folder, loaded.file));
    return size === loaded.bytes ? loaded : undefined;
  } catch {
    return undefined;
  }
}

/** What pages tell browsers of it. */
export function basemapForPages({ file, tiles, maxZoom, layers }: LoadedBasemap): Basemap {
  return { address: `/basemap/${file}`, tiles, maxZoom, layers };
}

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Serves the archive in parts (RFC 9110 §14): a map reads a few kilobytes of it at a time. */
export function serveBasemap(server: HttpServer, dataDir: string, { file, bytes }: LoadedBasemap): void {
  const path = join(basemapFolder(dataDir), file);
  const etag = `"${file.split('.')[0]}"`;
  server.get<{ Params: { name: string } }>('/basemap/:name', OUTSIDE_THE_API, async (request, reply) => {
    if (request.params.name !== file) return refuse(request, reply, { kind: 'not-found' });
    reply
      .type('application/vnd.pmtiles')
      .headers({ etag, 'cache-control': FOR_EVER, 'accept-ranges': 'bytes' });
    if (isHeld(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return sendPart(request, reply, { path, etag, bytes });
  });
}

interface Stored {
  path: string;
  etag: string;
  bytes: number;
}

function sendPart(request: FastifyRequest, reply: FastifyReply, { path, etag, bytes }: Stored): FastifyReply {
  const part = partOf(request, { etag, bytes });
  if (part === 'all') {
    return reply.header('content-length', bytes).send(createReadStream(path));
  }
  if (part === 'beyond') return reply.code(416).header('content-range', `bytes */${bytes}`).send();
  const { start, end } = part;
  return reply
    .code(206)
    .headers({ 'content-range': `bytes ${start}-${end}/${bytes}`, 'content-length': end - start + 1 })
    .send(createReadStream(path, { start, end }));
}

type Part = { start: number; end: number } | 'all' | 'beyond';

/** One range is answered as asked; several, or one of another version (If-Range), with the whole. */
function partOf({ headers }: FastifyRequest, { etag, bytes }: Omit<Stored, 'path'>): Part {
  const isOther = headers['if-range'] !== undefined && headers['if-range'] !== etag;
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '') ?? [];
  if (isOther || (from === '' && to === '')) return 'all';
  const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (from !== '' && to !== '' && Number(to) < start) return 'all';
  return start >= bytes ? 'beyond' : { start, end };
}
