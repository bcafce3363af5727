import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { type Database, openDatabase } from '#platform/db/index.ts';
import { connectionTo } from './connection.ts';

/** A migrated, otherwise empty database of its own for one test file. `close` fails when a connection leaked. */
export async function testDatabase(options: { maxConnections?: number } = {}): Promise<Database> {
  const { connection, template } = inject('testServer');
  const name = `disan_test_${randomBytes(8).toString('hex')}`;
  const administration = openDatabase({ ...connection, maxConnections: 1 });
  await sql.raw(`create database ${name} template ${template}`).execute(administration.db);
  const database = openDatabase({ ...connectionTo(connection, name), maxConnections: 10, ...options });
  return {
    db: database.db,
    pool: database.pool,
    close: async () => {
      await database.close();
      // Without `force` the server refuses while somebody is still connected: that is how a leak shows.
      await sql.raw(`drop database ${name}`).execute(administration.db);
      await administration.close();
    },
  };
}
