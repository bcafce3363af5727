import { sql } from 'kysely';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { openDatabase, serverVersion } from './index.ts';

const { db, pool, close } = await testDatabase({ maxConnections: 3 });
afterAll(close);

const value = async (expression: string): Promise<unknown> =>
  (await sql.raw<{ value: unknown }>(`select ${expression} as value`).execute(db)).rows[0]?.value;

describe('what the database gives', () => {
  it.each([
    ['9007199254740991::bigint', 9_007_199_254_740_991],
    ['-1::bigint', -1],
    ['null::bigint', null],
    // A calendar day has no time zone: it is not moved to the day before by reading it.
    ["'0044-03-15'::date", '0044-03-15'],
    ["'2027-02-01'::date", '2027-02-01'],
    ["'2027-02-01 00:30+07'::timestamptz", '2027-01-31T17:30:00.000Z'],
    ['1.5::float8', 1.5],
    ["'Trống đồng 銅鼓 𡨸喃'::text", 'Trống đồng 銅鼓 𡨸喃'],
    ['\'{"số": [1, null]}\'::jsonb', { số: [1, null] }],
  ])('%s', async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  it('includes the version of the server', async () => {
    const version = await serverVersion(db);
    expect(version).toBeGreaterThanOrEqual(150_000);
    expect(await value('version()')).toContain(`PostgreSQL ${Math.floor(version / 10_000)}.`);
  });
});

describe('a pool', () => {
  it('opens no more connections than it may, and lets the others wait', async () => {
    const backends = await Promise.all(
      Array.from({ length: 12 }, () => value('pg_backend_pid() from pg_sleep(0.02)')),
    );
    expect(new Set(backends).size).toBeLessThanOrEqual(3);
    expect(pool.totalCount).toBeLessThanOrEqual(3);
  });

  it('names itself, so that an operator sees whose connections they are', async () => {
    expect(await value("current_setting('application_name')")).toBe('disan');
  });

  it('is reached by an address as well as by parts, and the address wins', async () => {
    const { connection } = inject('testServer');
    const { host = '', port, user = '' } = connection;
    const url =
      connection.url ?? `postgres://${user}@localhost:${port}/postgres?host=${encodeURIComponent(host)}`;
    const other = openDatabase({ url, database: 'there is no such database', maxConnections: 1 });
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(other.db);
    expect(rows).toEqual([{ name: 'postgres' }]);
    await other.close();
  });

  it('waits at its end for what runs', async () => {
    const own = await testDatabase();
    const begun = Promise.withResolvers<void>();
    const running = own.db.connection().execute(async (connection) => {
      begun.resolve();
      return (await sql<{ done: boolean }>`select true as done from pg_sleep(0.2)`.execute(connection)).rows;
    });
    await begun.promise;
    await own.close();
    expect(await running).toEqual([{ done: true }]);
  });
});

describe('a connection that breaks', () => {
  /** Ends the other connections of the test's database, as a restart of the server does. */
  const breakOthers = async () =>
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'disan' and pid <> pg_backend_pid()`.execute(
      db,
    );

  const secondPool = async (errors: string[]) => {
    const { connection } = inject('testServer');
    const name = String(await value('current_database()'));
    const target = connection.url === undefined ? { ...connection, database: name } : {};
    const url = connection.url === undefined ? undefined : new URL(connection.url);
    if (url) url.pathname = `/${name}`;
    return openDatabase({ ...target, ...(url ? { url: url.href } : {}), maxConnections: 1 }, (error) =>
      errors.push(error.message),
    );
  };

  it('while idle is reported and replaced by a new one', async () => {
    const errors: string[] = [];
    const own = await secondPool(errors);
    await sql`select 1`.execute(own.db);
    await breakOthers();
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    expect((await sql<{ n: number }>`select 1 as n`.execute(own.db)).rows).toEqual([{ n: 1 }]);
    await own.close();
  });

  it('while in use fails its statement, is reported, and is replaced', async () => {
    const errors: string[] = [];
    const own = await secondPool(errors);
    const sleeping = sql`select pg_sleep(20)`.execute(own.db).then(
      () => 'done',
      (error: Error) => error.message,
    );
    const sleepers = () =>
      value(`(select count(*) from pg_stat_activity
        where query like 'select pg_sleep(20)%' and datname = current_database())`);
    await expect.poll(sleepers, { timeout: 10_000 }).toBe(1);
    await breakOthers();
    expect(await sleeping).toMatch(/terminat/);
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    expect((await sql<{ n: number }>`select 1 as n`.execute(own.db)).rows).toEqual([{ n: 1 }]);
    await own.close();
  });
});
