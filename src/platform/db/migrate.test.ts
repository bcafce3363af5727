import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { type Database, type Db, migrate } from './index.ts';

let database: Database;
let db: Db;
let folder: string;
beforeEach(async () => {
  database = await testDatabase();
  db = database.db;
  // The migrations of the product are forgotten here: these tests bring their own.
  await sql`drop table schema_migration`.execute(db);
  folder = await mkdtemp(join(tmpdir(), 'disan-migrate-'));
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const put = (name: string, text: string) => writeFile(join(folder, name), text);
const tables = async (): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public' and tablename like 'zoo\\_%' order by 1`.execute(db);
  return rows.map(({ name }) => name);
};
const locks = async () =>
  (
    await sql`select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database
    where datname = current_database())`.execute(db)
  ).rows.length;

describe('migrations', () => {
  it('are applied once each, in order of name, and nothing but SQL files', async () => {
    await put('0002-b.sql', 'alter table zoo_a add column b int');
    await put(
      '0001-a.sql',
      'create table zoo_a (a int); insert into zoo_a values (1); insert into zoo_a values (2)',
    );
    await put('README.md', 'no SQL');
    await put('0003-c.sql.orig', 'no SQL');
    expect(await migrate(db, folder)).toEqual({ kind: 'migrated', applied: ['0001-a.sql', '0002-b.sql'] });
    expect(await migrate(db, folder)).toEqual({ kind: 'migrated', applied: [] });
    expect((await sql`select a, b from zoo_a order by a`.execute(db)).rows).toEqual([
      { a: 1, b: null },
      { a: 2, b: null },
    ]);
    await put('0003-c.sql', 'create table zoo_c ()');
    expect(await migrate(db, folder)).toEqual({ kind: 'migrated', applied: ['0003-c.sql'] });
    expect(await locks()).toBe(0);
  });

  it('that fail leave nothing of their own, keep those before, and can be mended', async () => {
    await put('1.sql', 'create table zoo_1 ()');
    await put('2.sql', 'create table zoo_2 (); select * from there_is_no_such_table');
    await put('3.sql', 'create table zoo_3 ()');
    await expect(migrate(db, folder)).rejects.toThrow(/there_is_no_such_table/);
    expect(await tables()).toEqual(['zoo_1']);
    expect(await locks()).toBe(0);
    await put('2.sql', 'create table zoo_2 ()');
    expect(await migrate(db, folder)).toEqual({ kind: 'migrated', applied: ['2.sql', '3.sql'] });
    expect(await tables()).toEqual(['zoo_1', 'zoo_2', 'zoo_3']);
  });

  it('are applied and noted together or not at all', async () => {
    await put('1.sql', "create table zoo_1 (); alter table schema_migration add check (name <> '1.sql')");
    await expect(migrate(db, folder)).rejects.toThrow(/check constraint/);
    expect(await tables()).toEqual([]);
  });

  it('are done once by programs that start at the same moment', async () => {
    await put('1.sql', 'create table zoo_1 (); select pg_sleep(0.05)');
    await put('2.sql', 'create table zoo_2 ()');
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => migrate(db, folder)));
    const applied = outcomes.flatMap((outcome) => (outcome.kind === 'migrated' ? outcome.applied : ['?']));
    expect(applied).toEqual(['1.sql', '2.sql']);
  });

  it('of a newer program stop an older one before it changes anything', async () => {
    await put('1.sql', 'create table zoo_1 ()');
    await put('2.sql', 'create table zoo_2 ()');
    await migrate(db, folder);
    await unlink(join(folder, '2.sql'));
    await put('3.sql', 'create table zoo_3 ()');
    expect(await migrate(db, folder)).toEqual({ kind: 'newer-database', unknown: ['2.sql'] });
    expect(await tables()).toEqual(['zoo_1', 'zoo_2']);
  });

  it('that were edited after they had been applied are named, and nothing is applied', async () => {
    await put('1.sql', 'create table zoo_1 ()');
    await migrate(db, folder);
    await put('1.sql', 'create table zoo_1 (a int)');
    await put('2.sql', 'create table zoo_2 ()');
    expect(await migrate(db, folder)).toEqual({ kind: 'changed-file', name: '1.sql' });
    expect(await tables()).toEqual(['zoo_1']);
  });
});

it('the migrations of the product are already in a database of a test', async () => {
  const own = await testDatabase();
  expect(await migrate(own.db, 'migrations')).toEqual({ kind: 'migrated', applied: [] });
  await own.close();
});
