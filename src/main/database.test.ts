import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { openHeritageDatabase } from './database.ts';
import { addressOf, aTerminal, settings } from './invocation.fixture.ts';

const log = pino({ level: 'silent' });
const own = await testDatabase();
let address: string;
let folder: string;
beforeAll(async () => {
  address = await addressOf(own.db);
  folder = await mkdtemp(join(tmpdir(), 'disan-db-'));
});
afterAll(async () => {
  await own.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(changes: Record<string, string>, { lang = 'en' as 'vi' | 'en', attach = true } = {}) {
  const terminal = aTerminal(lang);
  const outcome = await openHeritageDatabase({ config: settings(changes), terminal, log, attach });
  return { outcome, said: terminal.said };
}

/** A port of this machine on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const place = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof place === 'object' && place !== null ? place.port : 0;
}

describe('a server named by DATABASE_URL', () => {
  it('is opened, with the queue made, and nothing is said', async () => {
    const { outcome, said } = await open({ DATABASE_URL: address });
    if (outcome.kind !== 'opened') throw new Error(said.join('\n'));
    expect(said).toEqual([]);
    const { rows } = await sql<{ jobs: number }>`select count(*) as jobs from graphile_worker.jobs`.execute(
      outcome.database.db,
    );
    expect(rows).toEqual([{ jobs: 0 }]);
    await outcome.database.close();
    await outcome.stop();
  });

  it.each([
    [
      'on a port where nobody listens',
      async () => `postgres://disan@localhost:${await freePort()}/disan`,
      /ECONNREFUSED/,
    ],
    [
      'on a machine that does not exist',
      async () => 'postgres://disan@no-such-host.invalid/disan',
      /no-such-host\.invalid/,
    ],
    [
      'in a folder without a socket',
      async () => `postgres://disan@localhost/disan?host=${encodeURIComponent(folder)}`,
      /ENOENT/,
    ],
    [
      'with a database that it has not',
      async () => address.replace(/disan_test_\w+/, 'nowhere'),
      /"nowhere" does not exist/,
    ],
    ['by an address that is none', async () => 'postgres://disan@localhost:99999999/x', /\w/],
  ])('%s, is told in one line that says why', async (_, url, reason) => {
    for (const lang of ['vi', 'en'] as const) {
      const { outcome, said } = await open({ DATABASE_URL: await url() }, { lang });
      expect(outcome).toEqual({ kind: 'failed', code: 1 });
      expect(said).toHaveLength(1);
      const [line = ''] = said;
      const beginning = { vi: 'không nối được cơ sở dữ liệu: ', en: 'cannot reach the database: ' }[lang];
      expect(line.startsWith(beginning)).toBe(true);
      expect(line.slice(beginning.length)).toMatch(reason);
      expect(line).not.toMatch(/\n|\bat .*:\d+:\d+/);
    }
  });

  it('never shows the password in what is told', async () => {
    const port = await freePort();
    const { said } = await open({ DATABASE_URL: `postgres://disan:geheim@localhost:${port}/disan` });
    expect(said.join()).not.toContain('geheim');
  });

  it('whose account may not make tables, is told in one line', async () => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(own.db);
    const role = `${rows[0]?.name}_reader`;
    const bare = await testDatabase();
    await sql.raw(`create role ${role} login password 'probe'`).execute(bare.db);
    await sql`drop table schema_migration`.execute(bare.db);
    await sql`revoke create on schema public from public`.execute(bare.db);
    const url = new URL(await addressOf(bare.db));
    url.username = role;
    url.password = 'probe';
    const { outcome, said } = await open({ DATABASE_URL: url.href });
    expect(outcome).toEqual({ kind: 'failed', code: 1 });
    expect(said).toEqual([expect.stringMatching(/lacks a right \(permission denied for schema public\)/)]);
    await sql.raw(`drop role ${role}`).execute(bare.db);
    await bare.close();
  });
});

describe('a database of another version of the program', () => {
  it.each([
    [
      'newer',
      "insert into schema_migration (name, digest) values ('9999_future.sql', 'x')",
      /newer version of the program \(9999_future\.sql\)/,
    ],
    [
      'tampered with',
      "update schema_migration set digest = 'x' where name = '0001_access_and_audit.sql'",
      /0001_access_and_audit\.sql was edited/,
    ],
  ])('%s, is left alone, and told in one line', async (_, statement, line) => {
    const other = await testDatabase();
    await sql.raw(statement).execute(other.db);
    const { outcome, said } = await open({ DATABASE_URL: await addressOf(other.db) });
    expect(outcome).toEqual({ kind: 'failed', code: 1 });
    expect(said).toEqual([expect.stringMatching(line)]);
    const { rows } = await sql`select from pg_namespace where nspname = 'graphile_worker'`.execute(other.db);
    expect(rows).toEqual([]);
    // Every connection was given back, or this fails.
    await other.close();
  });
});

describe('the server on the data directory', { timeout: 120_000 }, () => {
  it('starts, serves a second program only where that may work beside it, and stops', async () => {
    const DISAN_DATA = join(folder, 'var');
    const first = await open({ DISAN_DATA });
    if (first.outcome.kind !== 'opened') throw new Error(first.said.join('\n'));
    const beside = await open({ DISAN_DATA });
    expect(beside.outcome.kind).toBe('opened');
    if (beside.outcome.kind === 'opened') {
      await beside.outcome.database.close();
      await beside.outcome.stop();
    }
    // The client is gone; the server is still there for the first program.
    expect((await sql`select 1`.execute(first.outcome.database.db)).rows).toHaveLength(1);
    const refused = await open({ DISAN_DATA }, { attach: false });
    expect(refused.outcome).toEqual({ kind: 'failed', code: 1 });
    expect(refused.said.length).toBeGreaterThan(0);
    await first.outcome.database.close();
    await first.outcome.stop();
    const again = await open({ DISAN_DATA }, { attach: false });
    expect(again.outcome.kind).toBe('opened');
    if (again.outcome.kind !== 'opened') return;
    await again.outcome.database.close();
    await again.outcome.stop();
  });
});
