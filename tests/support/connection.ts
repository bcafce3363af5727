import type { Connection } from '#platform/db/index.ts';

/** The same server, another of its databases. */
export function connectionTo(connection: Connection, database: string): Connection {
  if (connection.url === undefined) return { ...connection, database };
  const url = new URL(connection.url);
  url.pathname = `/${database}`;
  return { url: url.href };
}
