import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

/** Reads and writes outside or inside a transaction; stores take this as their first parameter. */
export type Db = Kysely<Tables>;
/** A function that takes a `Trx` cannot run outside a transaction. */
export type Trx = Transaction<Tables>;

export interface Connection {
  /** `postgres://…`; wins over the other fields. */
  url?: string;
  /** Directory of the Unix socket, or a host name. */
  host?: string;
  port?: number;
  user?: string;
  database?: string;
  /** Upper bound of open connections of this process. */
  maxConnections?: number;
}

export interface Database {
  db: Db;
  pool: pg.Pool;
  close(): Promise<void>;
}

// Identifiers are int8 and stay below 2^53; dates stay ISO strings because a calendar day has no time zone.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.DATE, (text) => text);
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

/** Opens a pool; `close` waits for the running statements. Errors of idle connections go to `onError`. */
export function openDatabase(connection: Connection, onError: (error: Error) => void = () => {}): Database {
  const { url, host, port, user, database, maxConnections = 10 } = connection;
  const target = url === undefined ? { host, port, user, database } : { connectionString: url };
  const pool = new pg.Pool({ ...target, max: maxConnections, types, application_name: 'disan' });
  let closing = false;
  // While everything is being closed, a server that goes first is no fault.
  const report = (error: Error) => {
    if (!closing) onError(error);
  };
  pool.on('error', report);
  // A connection that breaks while it is lent out reports here and not at the pool.
  pool.on('connect', (client) => client.on('error', report));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    closing = true;
    await db.destroy();
  };
  return { db, pool, close };
}

/** `server_version_num`, for instance 150018. */
export async function serverVersion(db: Db): Promise<number> {
  const { rows } = await sql<{
    version: string;
  }>`select current_setting('server_version_num') as version`.execute(db);
  return Number(rows[0]?.version);
}
