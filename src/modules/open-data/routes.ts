import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '#platform/db/index.ts';
import { type HttpServer, isHeld, refuse } from '#platform/http/index.ts';
import { fileName } from './files.ts';
import { OPEN_FORMATS } from './formats.ts';
import { listFiles, type ReleasedFile } from './queries.ts';

/** Seconds. Files of a release never change, but a release goes when something in it was closed to the public. */
const KEPT_BY_CACHES = 'public, max-age=3600';

/** `/dumps/{release}/{file}`: only files that the register of releases names are ever opened. */
export function registerDumpRoutes(server: HttpServer, { db, folder }: { db: Db; folder: string }): void {
  server.get('/dumps/:release/:file', { schema: { hide: true } }, async (request, reply) => {
    const { release = '', file = '' } = request.params as { release?: string; file?: string };
    const found = await findFile(db, { release, file });
    if (found === undefined) return refuse(request, reply, { kind: 'not-found' });
    const path = join(folder, found.release, fileName(found.dataset, found.format));
    // The register may have been restored without the files.
    if ((await stat(path).catch(() => null)) === null) return refuse(request, reply, { kind: 'not-found' });
    const etag = `"${found.sha256}"`;
    reply.headers({
      etag,
      'cache-control': KEPT_BY_CACHES,
      'repr-digest': `sha-256=:${Buffer.from(found.sha256, 'hex').toString('base64')}:`,
    });
    if (isHeld(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply
      .type(OPEN_FORMATS[found.format].mediaType)
      .headers({
        'content-length': found.bytes,
        'content-disposition': `attachment; filename="${downloadName(found)}"`,
      })
      .send(createReadStream(path));
  });
}

async function findFile(
  db: Db,
  { release, file }: { release: string; file: string },
): Promise<ReleasedFile | undefined> {
  const files = await listFiles(db, { release, dataset: file.replace(/\.[a-z]+$/, '') });
  return files.find(({ dataset, format }) => fileName(dataset, format) === file);
}

/** Downloads of several releases lie side by side in a reader's folder. */
function downloadName({ dataset, format, release }: ReleasedFile): string {
  return `disan-${dataset}-${release}.${OPEN_FORMATS[format].extension}`;
}

/** The address of a file. */
export function dumpAddress({ release, dataset, format }: ReleasedFile): string {
  return `/dumps/${release}/${fileName(dataset, format)}`;
}
