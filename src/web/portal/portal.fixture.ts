import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { checkTerritory, type TerritoryMap } from '#formats/geo/index.ts';
import { ANONYMOUS, actorId, type Reader } from '#modules/access/index.ts';
import { type Context, createRecord, type Operation } from '#modules/registry/index.ts';
import type { RecordBody, Statement } from '#modules/standards/index.ts';
import type { Db } from '#platform/db/index.ts';
import { createHttpServer, type HttpServer } from '#platform/http/index.ts';
import { createLog } from '#platform/log/index.ts';
import { starterContext } from '#tests/support/starter.ts';
import { registerPortal } from './index.ts';
import type { Portal } from './portal.ts';

/** A day on which the lunar calendar is known: 27 tháng Chạp năm Bính Ngọ. */
export const TODAY = new Date('2027-02-03T03:00:00Z');

/** A portal over this database with the shipped standards, as an anonymous reader unless told otherwise. */
export async function aPortal(db: Db, changes: Partial<Portal> = {}): Promise<Portal> {
  const { registry, ...knowledge } = await starterContext(db);
  return {
    source: { db, rules: registry.rules },
    ...knowledge,
    map: await theMap(),
    naan: registry.naan,
    operator: null,
    version: '0.1.0',
    assets: { 'portal.css': 'portal.css', 'core.js': 'core.js', 'record.js': 'record.js' },
    font: (name) => readFileSync(`src/web/fonts/${name}`),
    origin: () => 'http://localhost',
    dataAt: async () => TODAY.toISOString(),
    now: () => TODAY,
    reader: async () => ANONYMOUS,
    ...changes,
  };
}

async function theMap(): Promise<TerritoryMap> {
  const outcome = checkTerritory(JSON.parse(await readFile('data/map/provinces.json', 'utf8')));
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.violations.slice(0, 5)));
  return outcome.map;
}

export const STAFF: Reader = { actorId: 2, staff: true };

/** A server with nothing but the pages. */
export async function aPortalServer(portal: Portal): Promise<HttpServer> {
  const server = await createHttpServer({
    log: createLog('silent'),
    requestsPerMinute: 0,
    trustProxy: false,
    readJson: (text) => ({ kind: 'json', value: JSON.parse(text) }),
  });
  registerPortal(server, portal);
  return server;
}

/** The administrator writing by the shipped standards. */
export async function anAdministrator(db: Db): Promise<Context> {
  const { registry } = await starterContext(db);
  return { ...registry, actorId: await actorId(db, 'administrator') };
}

export type Given = Omit<Statement, 'id'>;

/** A body whose statements are numbered by field. */
export function aRecord(standard: string, fields: Record<string, Given[]>): RecordBody {
  const numbered = Object.entries(fields).map(([field, list]): [string, Statement[]] => [
    field,
    list.map((statement, index) => ({ id: `${field}-${index + 1}`, ...statement })),
  ]);
  return { standard, fields: Object.fromEntries(numbered) };
}

/** Creates a published record and answers with its identifier. */
export async function publish(
  context: Context,
  body: RecordBody,
  options: Pick<Extract<Operation, { op: 'create' }>, 'state' | 'aliases'> = {},
): Promise<string> {
  const outcome = await createRecord(context, { body, state: 'published', ...options });
  if (outcome.kind !== 'created') throw new Error(JSON.stringify(outcome).slice(0, 2_000));
  return outcome.pid;
}
