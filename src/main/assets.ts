import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { acceptedEncoding, type HttpServer, isHeld, refuse } from '#platform/http/index.ts';
import { ROOT } from './paths.ts';
import { OUTSIDE_THE_API } from './route-options.ts';

interface Asset {
  type: string;
  etag: string;
  forms: { identity: Buffer; br?: Buffer; gzip?: Buffer };
}

export interface Assets {
  /** Hashed names by logical name: 'portal.css', 'core.js'. */
  names: Record<string, string>;
  /** By the address under /assets/. */
  files: ReadonlyMap<string, Asset>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/** What is compressed already gains nothing from a second time. */
const COMPRESSIBLE = new Set(['.css', '.js', '.svg', '.txt']);

const FOLDERS = [
  { folder: 'dist/styles', prefix: '', hashed: true },
  { folder: 'dist/islands', prefix: '', hashed: true },
  { folder: 'src/web/fonts', prefix: 'fonts/', hashed: false },
  { folder: 'src/web/images', prefix: '', hashed: false },
];

/** Reads style sheets, scripts, fonts and pictures into memory, compressed once: together they are below a megabyte. */
export async function loadAssets(root = ROOT): Promise<Assets> {
  const names: Record<string, string> = {};
  const files = new Map<string, Asset>();
  for (const { folder, prefix, hashed } of FOLDERS) {
    for (const name of await filesIn(join(root, folder))) {
      const asset = assetOf(name, await readFile(join(root, folder, name)));
      const address = prefix + (hashed ? hashedName(name, asset) : name);
      files.set(address, asset);
      if (hashed) names[name] = address;
    }
  }
  return { names, files };
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => extname(name) in TYPES).sort();
}

function assetOf(name: string, identity: Buffer): Asset {
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 12);
  const extension = extname(name);
  const compressed = COMPRESSIBLE.has(extension)
    ? {
        br: brotliCompressSync(identity, {
          params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
        }),
        gzip: gzipSync(identity, { level: 9 }),
      }
    : {};
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `W/"${hash}"`,
    forms: { identity, ...compressed },
  };
}

/** The builder has put a hash into the names of shared chunks, by which scripts import them. */
function hashedName(name: string, { etag }: Asset): string {
  const extension = extname(name);
  const hash = etag.slice(3, -1).replaceAll('_', '-');
  return name.startsWith('chunk-') ? name : `${name.slice(0, -extension.length)}.${hash}${extension}`;
}

const FOR_EVER = 'public, max-age=31536000, immutable';
const FOR_A_DAY = 'public, max-age=86400';

/** Serves /assets/. A name with a hash never changes its content; the others are asked about again after a day. */
export function serveAssets(server: HttpServer, { files, names }: Assets): void {
  const immutable = new Set(Object.values(names));
  server.get('/assets/*', OUTSIDE_THE_API, async (request, reply) => {
    const { '*': address = '' } = request.params as { '*'?: string };
    const asset = files.get(address);
    if (asset === undefined) return refuse(request, reply, { kind: 'not-found' });
    reply.headers({
      etag: asset.etag,
      'cache-control': immutable.has(address) ? FOR_EVER : FOR_A_DAY,
      ...(asset.forms.br === undefined ? {} : { vary: 'Accept-Encoding' }),
    });
    if (isHeld(request.headers['if-none-match'], asset.etag)) return reply.code(304).send();
    const encoding = acceptedEncoding(request.headers['accept-encoding']);
    const form = asset.forms[encoding];
    if (form === undefined) return reply.type(asset.type).send(asset.forms.identity);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.type(asset.type).send(form);
  });
}
