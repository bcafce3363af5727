import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actorId } from '#modules/access/index.ts';
import { type Context, catalogueRules } from '#modules/registry/index.ts';
import { loadStandards } from '#modules/standards/index.ts';
import { loadVocabularies } from '#modules/vocabularies/index.ts';
import { type Connection, type Database, migrate, openDatabase } from '#platform/db/index.ts';
import { migrateJobs } from '#platform/jobs/index.ts';
import { createLog } from '#platform/log/index.ts';
import { describeFailure, startPostgres } from '#platform/postgres/index.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface BenchRegistry {
  connection: Connection;
  database: Database;
  context: Context;
  close(): Promise<void>;
}

/** A registry of its own on a fresh embedded server with the product's settings. */
export async function openBenchRegistry(maxConnections: number): Promise<BenchRegistry> {
  const dataDir = await mkdtemp(join(tmpdir(), 'disan-bench-'));
  const server = await startPostgres({ dataDir, log: () => {} });
  if (server.kind !== 'running') throw new Error(describeFailure(server, 'en'));
  const database = openDatabase({ ...server.connection, maxConnections });
  await migrate(database.db, join(ROOT, 'migrations'));
  await migrateJobs(database.pool, createLog('silent'));
  const context = await contextOn(database);
  const close = async () => {
    await database.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { connection: server.connection, database, context, close };
}

/** A context in which the administrator writes by the published standards. */
export async function contextOn(database: Database): Promise<Context> {
  const terms = await loadVocabularies(join(ROOT, 'standards'));
  if (terms.kind !== 'loaded') throw new Error('the vocabularies do not load');
  const standards = await loadStandards(join(ROOT, 'standards'), { concepts: terms.vocabularies });
  if (standards.kind !== 'loaded') throw new Error('the standards do not load');
  return {
    db: database.db,
    rules: catalogueRules(standards.catalogue),
    actorId: await actorId(database.db, 'administrator'),
    projections: [],
    naan: '99999',
    shoulder: 'b1',
  };
}
