import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from './postgres.ts';

const first = await testDatabase();
const second = await testDatabase();
afterAll(async () => {
  await first.close();
  await second.close();
});

describe('the database of a test file', () => {
  it('is migrated, and is its own', async () => {
    await sql`insert into actor (kind, label) values ('system', 'only here')`.execute(first.db);
    const count = async (db: typeof first.db) =>
      await sql<{ n: number }>`select count(*) as n from actor where label = 'only here'`.execute(db);
    expect((await count(first.db)).rows).toEqual([{ n: 1 }]);
    expect((await count(second.db)).rows).toEqual([{ n: 0 }]);
  });

  it('runs on PostgreSQL 15 or newer', async () => {
    const { rows } = await sql<{ v: string }>`select current_setting('server_version_num') as v`.execute(
      first.db,
    );
    expect(Number(rows[0]?.v)).toBeGreaterThanOrEqual(150_000);
  });

  it('states the collation of every text column of its own', async () => {
    const { rows } = await sql<{ column: string }>`
      select c.relname || '.' || a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and a.attcollation = (select oid from pg_collation where collname = 'default')`.execute(first.db);
    expect(rows).toEqual([]);
  });
});
