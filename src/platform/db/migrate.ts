import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db, Trx } from './database.ts';

interface MigrationFile {
  name: string;
  text: string;
  digest: string;
}

export type MigrateOutcome =
  | { kind: 'migrated'; applied: string[] }
  /** The database was written by a newer program; running on would damage it. */
  | { kind: 'newer-database'; unknown: string[] }
  /** An applied file was edited afterwards; migrations are forward-only. */
  | { kind: 'changed-file'; name: string };

// Any constant works as long as every starter of the program uses the same.
const MIGRATION_LOCK = 730_226;

/** Applies the SQL files of `directory` that the database lacks, each in its own transaction, in order of name. */
export async function migrate(db: Db, directory: string): Promise<MigrateOutcome> {
  const files = await readMigrations(directory);
  return await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection);
    try {
      return await applyMissing(connection, files);
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection);
    }
  });
}

async function applyMissing(db: Db, files: MigrationFile[]): Promise<MigrateOutcome> {
  await sql`create table if not exists schema_migration (
    name text collate "C" primary key, digest text collate "C" not null, applied_at timestamptz not null default now())`.execute(
    db,
  );
  const rows = await db.selectFrom('schema_migration').select(['name', 'digest']).execute();
  const known = new Map(rows.map((row) => [row.name, row.digest]));
  const unknown = [...known.keys()].filter((name) => !files.some((file) => file.name === name));
  if (unknown.length > 0) return { kind: 'newer-database', unknown };
  const changed = files.find((file) => known.has(file.name) && known.get(file.name) !== file.digest);
  if (changed) return { kind: 'changed-file', name: changed.name };
  const missing = files.filter((file) => !known.has(file.name));
  for (const file of missing) await db.transaction().execute((trx) => applyOne(trx, file));
  return { kind: 'migrated', applied: missing.map((file) => file.name) };
}

async function applyOne(trx: Trx, file: MigrationFile): Promise<void> {
  await sql.raw(file.text).execute(trx);
  await sql`insert into schema_migration (name, digest) values (${file.name}, ${file.digest})`.execute(trx);
}

async function readMigrations(directory: string): Promise<MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(directory, name), 'utf8');
      return { name, text, digest: createHash('sha256').update(text).digest('hex') };
    }),
  );
}
