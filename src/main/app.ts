import type { FastifyRequest } from 'fastify';
import { ANONYMOUS, identifyReaders, identifySessions, readerOf } from '#modules/access/index.ts';
import { newestPublicChange } from '#modules/audit/index.ts';
import { formFiles, registerFormRoutes, registerImportRoutes } from '#modules/exchange/index.ts';
import { registerDumpRoutes } from '#modules/open-data/index.ts';
import { registerPlaceRoutes } from '#modules/places/index.ts';
import { registerProgrammeRoutes } from '#modules/programme/index.ts';
import { catalogueRules, type Projection, registerRegistryRoutes } from '#modules/registry/index.ts';
import { registerSearchRoutes } from '#modules/search/index.ts';
import { registerStandardRoutes } from '#modules/standards/index.ts';
import { registerVocabularyRoutes } from '#modules/vocabularies/index.ts';
import type { Db } from '#platform/db/index.ts';
import {
  allowReadsFromAnywhere,
  cachePages,
  createHttpServer,
  type HttpServer,
} from '#platform/http/index.ts';
import type { Logger } from '#platform/log/index.ts';
import { registerApiDocs } from '#web/portal/api-docs/api-docs-routes.tsx';
import { type Portal, registerPortal } from '#web/portal/index.ts';
import { registerWorkbench, WORKBENCH, type Workbench } from '#web/workbench/index.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { type Assets, loadAssets, serveAssets } from './assets.ts';
import { basemapForPages, type LoadedBasemap, loadedBasemap, serveBasemap } from './basemap.ts';
import type { Config } from './config.ts';
import { intakeOf } from './intake.ts';
import { readJsonBody } from './json-body.ts';
import type { Knowledge } from './knowledge.ts';
import { dumpsFolder } from './open-data.ts';
import { describeApi } from './openapi.ts';
import { registerOperations } from './operations.ts';
import { pageKey } from './page-key.ts';
import { STANDARDS } from './paths.ts';

export interface AppParts {
  config: Config;
  log: Logger;
  db: Db;
  knowledge: Knowledge;
  projections: readonly Projection[];
  now(): Date;
  /** Read from the build unless given. */
  assets?: Assets;
}

const API = '/api/';

/** The whole web application, ready to listen: pages, API, files, and what operators look at. */
export async function createApp(parts: AppParts): Promise<HttpServer> {
  const { config, log, db } = parts;
  const { requestsPerMinute, trustProxy } = config;
  const server = await createHttpServer({ log, requestsPerMinute, trustProxy, readJson: readJsonBody });
  keepPages(server, config);
  allowReadsFromAnywhere(server, API);
  identifyReaders(server, db, API);
  identifySessions(server, db, WORKBENCH);
  await describeApi(server);
  registerOperations(server, db);
  registerApi(server, parts);
  const assets = parts.assets ?? (await loadAssets());
  serveAssets(server, assets);
  const basemap = await loadedBasemap(config.dataDir);
  if (basemap) serveBasemap(server, config.dataDir, basemap);
  const portal = portalOf(parts, { assets, basemap });
  registerApiDocs(server, portal);
  registerPortal(server, portal);
  registerWorkbench(server, workbenchOf(parts, assets));
  return server;
}

function registerApi(server: HttpServer, parts: AppParts): void {
  const { config, db, knowledge, projections, now } = parts;
  const { catalogue, vocabularies } = knowledge;
  const { naan, shoulder } = config;
  const rules = catalogueRules(catalogue);
  registerSearchRoutes(server, { db });
  registerRegistryRoutes(server, { db, rules, projections, naan, shoulder, catalogue, now });
  registerStandardRoutes(server, catalogue);
  registerVocabularyRoutes(server, { vocabularies, origin: (request) => originOf(config, request) });
  registerPlaceRoutes(server, { db, now });
  registerImportRoutes(server, intakeOf(parts));
  registerDumpRoutes(server, { db, folder: dumpsFolder(config) });
  const files = formFiles(STANDARDS);
  registerFormRoutes(server, { source: { db, rules }, catalogue, vocabularies, files, now });
  registerProgrammeRoutes(server, { db, now });
}

/** Whoever changes the public state sees it at once; others within the minute that pages are kept. */
function keepPages(server: HttpServer, config: Config): void {
  const pages = cachePages(server, (request) => pageKey(request, config.publicUrl));
  server.addHook('onResponse', async (request, reply) => {
    const reads = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS';
    // Anonymous forms change no record; or else anybody could keep the cache empty.
    if (!reads && request.reader.actorId !== null && reply.statusCode < 400) pages.clear();
  });
}

function portalOf(
  { config, db, knowledge, now }: AppParts,
  { assets, basemap }: { assets: Assets; basemap: LoadedBasemap | undefined },
): Portal {
  return {
    source: { db, rules: catalogueRules(knowledge.catalogue) },
    ...knowledge,
    ...(basemap ? { basemap: basemapForPages(basemap) } : {}),
    naan: config.naan,
    operator: config.operator,
    version: packageFile.version,
    assets: assets.names,
    font: (name) => fontIn(assets, name),
    origin: (request) => originOf(config, request),
    dataAt: newestChange(db, now),
    now,
    // A page is shown to everybody; who sends a wrong token sees what everybody sees.
    reader: async (request) => {
      const outcome = await readerOf(db, request);
      return outcome.kind === 'bad-token' ? ANONYMOUS : outcome.reader;
    },
  };
}

function fontIn({ files }: Assets, name: string): Buffer {
  const file = files.get(`fonts/${name}`);
  if (file === undefined) throw new Error(`The font ${name} is missing`);
  return file.forms.identity;
}

function workbenchOf(parts: AppParts, assets: Assets): Workbench {
  const { config, db } = parts;
  return {
    ...{ db, intake: intakeOf(parts), operator: config.operator },
    version: packageFile.version,
    assets: assets.names,
    origin: (request) => originOf(config, request),
  };
}

function originOf({ publicUrl }: Config, request: FastifyRequest): string {
  // What a proxy forwards as the protocol may come from the client.
  const scheme = request.protocol === 'https' ? 'https' : 'http';
  return publicUrl ?? `${scheme}://${request.host}`;
}

/** Every page tells how fresh its data are; asking the database once in a few seconds is enough. */
const ASK_AGAIN_MS = 5_000;

function newestChange(db: Db, now: () => Date): () => Promise<string> {
  let known = '';
  let askedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - askedAt > ASK_AGAIN_MS) {
      known = (await newestPublicChange(db)) ?? now().toISOString();
      askedAt = performance.now();
    }
    return known;
  };
}
