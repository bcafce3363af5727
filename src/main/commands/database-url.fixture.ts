import { sql } from 'kysely';
import { inject } from 'vitest';
import type { Db } from '#platform/db/index.ts';

/** The address of a test's own database, as an operator would give it. */
export async function databaseUrl(db: Db): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const { connection } = inject('testServer');
  const name = rows[0]?.name ?? '';
  if (connection.url !== undefined) {
    const url = new URL(connection.url);
    url.pathname = `/${name}`;
    return url.href;
  }
  const { host = '', port, user } = connection;
  return `postgres://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`;
}
