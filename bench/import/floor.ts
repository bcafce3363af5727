import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';

/** Every table that an import writes rows of records into. */
const TABLES = [
  ...['record', 'record_version', 'record_name', 'record_trait', 'record_alias'],
  ...['sealed_value', 'search_pending'],
];

/**
 * Seconds that `COPY` takes for the rows that are there, into tables with the same columns, checks, indexes and foreign
 * keys, in one transaction and from files on the same disk.
 */
export async function copySeconds(db: Db): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'disan-copy-'));
  // The database server may run under another user.
  await chmod(folder, 0o777);
  try {
    for (const table of TABLES) {
      await sql.raw(`copy ${table} to '${join(folder, table)}'`).execute(db);
      await makeCopy(db, table);
    }
    const started = performance.now();
    await db.transaction().execute(async (trx) => {
      for (const table of TABLES)
        await sql.raw(`copy copied.${table} from '${join(folder, table)}'`).execute(trx);
    });
    return (performance.now() - started) / 1000;
  } finally {
    await sql`drop schema if exists copied cascade`.execute(db);
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeCopy(db: Db, table: string): Promise<void> {
  await sql`create schema if not exists copied`.execute(db);
  await sql.raw(`create table copied.${table} (like ${table} including all)`).execute(db);
  const { rows } = await sql<{ definition: string }>`select pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conrelid = ${table}::regclass`.execute(db);
  for (const { definition } of rows)
    await sql.raw(`alter table copied.${table} add ${definition}`).execute(db);
}
