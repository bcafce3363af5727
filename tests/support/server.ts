import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '#platform/db/index.ts';
import { describeFailure, startPostgres } from '#platform/postgres/index.ts';

export interface TestServer {
  /** Reaches the database `postgres` of the server, with the right to create databases. */
  connection: Connection;
  stop(): Promise<void>;
}

/** The server named by the environment, so that the suite also runs on an older PostgreSQL; else an own one. */
export async function openTestServer(environment: NodeJS.ProcessEnv): Promise<TestServer> {
  const url = environment.DISAN_TEST_DATABASE_URL ?? environment.DATABASE_URL;
  return url === undefined ? await startOwnServer() : { connection: { url }, stop: async () => {} };
}

async function startOwnServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'disan-test-'));
  // A closed folder would send the cluster of a root outside it, where nobody tidies up.
  await chmod(dataDir, 0o711);
  const outcome = await startPostgres({
    dataDir,
    log: () => {},
    // Nothing in a test outlives its run, so waiting for the disk would only cost time.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  if (outcome.kind !== 'running') throw new Error(describeFailure(outcome, 'en'));
  const stop = async () => {
    await outcome.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { connection: { ...outcome.connection, database: 'postgres' }, stop };
}
