import pg from 'pg';
import type { CollationChange, Connection } from './outcome.ts';

const connectLimitMs = 5_000;
const queryLimitMs = 20_000;
/** Rebuilding an index of a million names takes seconds; an hour means that something is wrong. */
const reindexLimitMs = 3_600_000;

/** The embedded server, or any other by its URL. */
type Target = Connection | { connectionString: string };

async function withClient<T>(target: Target, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    // Said outright, so that no PGSSLMODE of the caller asks the socket for encryption.
    ...('host' in target ? { ...target, ssl: false } : target),
    application_name: 'disan supervisor',
    connectionTimeoutMillis: connectLimitMs,
    query_timeout: queryLimitMs,
  });
  // A server that stops while the connection is open reports it here too; the query itself fails as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export type ServerIdentity = { dataDirectory: string; clusterName: string };

export async function askIdentity(connection: Connection): Promise<ServerIdentity> {
  return withClient(connection, async (client) => {
    const { rows } = await client.query<{ directory: string; name: string }>(
      `select current_setting('data_directory') as directory, current_setting('cluster_name') as name`,
    );
    return { dataDirectory: rows[0]?.directory ?? '', clusterName: rows[0]?.name ?? '' };
  });
}

export async function ensureDatabase(connection: Connection, name: string): Promise<void> {
  await withClient(connection, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

async function databaseNames(connection: Connection): Promise<string[]> {
  return withClient(connection, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where datallowconn order by datname',
    );
    return rows.map(({ name }) => name);
  });
}

/** Indexes reach a collation through their columns or, inside an expression, through a dependency. */
const changesQuery = `
  select current_database() as database, c.collname as collation, c.collversion as was, pg_collation_actual_version(c.oid) as now,
    coalesce(array_agg(format('%I.%I', n.nspname, i.relname) order by i.relname) filter (where i.oid is not null), '{}') as indexes
  from pg_collation c
  left join pg_index x on c.oid = any (x.indcollation::oid[]) or exists (
    select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = x.indexrelid
      and d.refclassid = 'pg_collation'::regclass and d.refobjid = c.oid)
  left join pg_class i on i.oid = x.indexrelid
  left join pg_namespace n on n.oid = i.relnamespace
  where c.collversion <> pg_collation_actual_version(c.oid)
  group by c.oid, c.collname, c.collversion
  having c.collname = 'vi-x-icu' or count(i.oid) > 0
  order by c.collname`;

/** The collations of one database whose rules changed since its indexes were built; works on any PostgreSQL ≥ 15. */
export async function findCollationChanges(target: Target): Promise<CollationChange[]> {
  return withClient(target, async (client) => (await client.query<CollationChange>(changesQuery)).rows);
}

/** Templates included: a database made from one inherits the versions written there. */
export async function findAllCollationChanges(connection: Connection): Promise<CollationChange[]> {
  const changes: CollationChange[] = [];
  for (const database of await databaseNames(connection)) {
    changes.push(...(await findCollationChanges({ ...connection, database })));
  }
  return changes;
}

const refreshVersions = `
  do $$ declare one regcollation; begin
    for one in select oid from pg_collation where collversion <> pg_collation_actual_version(oid) loop
      execute format('alter collation %s refresh version', one);
    end loop;
  end $$`;

/**
 * Rebuilds the indexes of the connection's database first and writes the new versions last: an interruption in
 * between only means doing it again.
 */
export async function rebuildIndexes(connection: Connection, indexes: Iterable<string>): Promise<void> {
  await withClient(connection, async (client) => {
    for (const index of indexes) {
      await client.query({ text: `reindex index ${index}`, query_timeout: reindexLimitMs } as pg.QueryConfig);
    }
    await client.query(refreshVersions);
  });
}
