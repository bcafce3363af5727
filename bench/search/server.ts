import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { type Database, type Db, migrate, openDatabase } from '#platform/db/index.ts';
import { describeFailure, startPostgres } from '#platform/postgres/index.ts';
import { makeRecords } from './generate.ts';
import { writeIndexFiles } from './index-files.ts';

export interface BenchServer extends Database {
  stop(): Promise<void>;
}

/** An embedded server with the program's own settings, filled with made-up records. */
export async function openFilledServer(records: number): Promise<BenchServer> {
  // Several gigabytes for a million records; a folder that was kept is used again.
  const kept = process.env.DISAN_BENCH_DATA;
  const dataDir = kept ? join(kept, String(records)) : await mkdtemp(join(tmpdir(), 'disan-bench-'));
  const outcome = await startPostgres({
    dataDir,
    log: () => {},
    // Only the load gains: nothing is written while the searches are measured.
    settings: { fsync: 'off', max_wal_size: '8GB' },
  });
  if (outcome.kind !== 'running') throw new Error(describeFailure(outcome, 'en'));
  const database = openDatabase(outcome.connection);
  const migrated = await migrate(database.db, join(import.meta.dirname, '../../migrations'));
  if (migrated.kind !== 'migrated') throw new Error(`${dataDir} is of another version: ${migrated.kind}`);
  const { rows } = await sql<{ n: number }>`select count(*) as n from search_row`.execute(database.db);
  if (rows[0]?.n !== records) await fill(database.db, records);
  return {
    ...database,
    stop: async () => {
      await database.close();
      await outcome.stop();
      if (!kept) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const INDEXES = ['search_row_tokens', 'search_row_sample_64', 'search_row_sample_16', 'search_row_point'];

async function fill(db: Db, records: number): Promise<void> {
  const { files } = await writeIndexFiles(makeRecords(records));
  const { rows } = await sql<{ indexdef: string }>`select indexdef from pg_indexes
    where indexname = any(${INDEXES}::text[])`.execute(db);
  await sql`drop index ${sql.join(INDEXES.map((name) => sql.ref(name)))}`.execute(db);
  for (const { table, path } of files) await sql.raw(`copy ${table} from '${path}'`).execute(db);
  process.stderr.write('  copied; building indexes\n');
  await db.connection().execute(async (connection) => {
    await sql`set maintenance_work_mem = '1GB'`.execute(connection);
    for (const { indexdef } of rows) await sql.raw(indexdef).execute(connection);
    await sql`vacuum analyze`.execute(connection);
    await sql`reset maintenance_work_mem`.execute(connection);
  });
  await rm(dirname(files[0]?.path ?? ''), { recursive: true });
}
