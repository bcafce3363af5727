import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { runProgram, startProgram } from '#tests/support/program.ts';
import { databaseUrl } from './database-url.fixture.ts';

const { db, close } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'disan-interrupted-'));
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await close();
});
const environment = { DATABASE_URL: await databaseUrl(db), LC_ALL: 'vi_VN.UTF-8' };

const ROWS = 1_200;

async function sheet(name: string, rows = ROWS): Promise<string[]> {
  const path = join(folder, name);
  const lines = Array.from({ length: rows }, (_, i) => `${name}-${i},Hiện vật ${i},1466`);
  await writeFile(path, ['id,name[vi],date', ...lines, ''].join('\n'));
  return ['import', path, '--as', 'artefact'];
}

/** Rows of the tables that an import writes. */
async function written(): Promise<number[]> {
  const tables = ['record', 'record_version', 'record_alias', 'changeset', 'search_pending'] as const;
  const counts = tables.map(async (table) => {
    const row = await db.selectFrom(table).select(db.fn.countAll<number>().as('n')).executeTakeFirst();
    return Number(row?.n);
  });
  return await Promise.all(counts);
}

/** Waits until another session of this database has to wait for a lock. */
async function somebodyWaits(): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock'`.execute(db);
    if (rows.length > 0) return;
    await sleep(20);
  }
  throw new Error('nobody came to the lock');
}

/** Lets the import come as far as the lock and no further, and kills it there. */
async function killedAt(lock: string, words: string[]): Promise<void> {
  const trx = await db.startTransaction().execute();
  await sql.raw(`lock table ${lock} mode`).execute(trx);
  const { child } = await startProgram(words, environment);
  await somebodyWaits();
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  await trx.rollback().execute();
  expect(child.signalCode).toBe('SIGKILL');
}

it('a killed import leaves nothing behind, and can be made again', { timeout: 300_000 }, async () => {
  const words = await sheet('giua-chung.csv');
  const before = await written();
  const moments = {
    'while it reads': 'record_alias in access exclusive',
    'while it writes': 'record_version in share row exclusive',
    'when all is written': 'audit_event in share row exclusive',
  };
  for (const [moment, lock] of Object.entries(moments)) {
    await killedAt(lock, words);
    expect(await written(), moment).toEqual(before);
  }
  const again = await runProgram(words, { environment });
  expect(again).toMatchObject({ code: 0, output: expect.stringContaining(`mới ${ROWS}, sửa 0`) });
  const [records = 0, versions = 0, aliases = 0, changesets = 0] = before;
  expect((await written()).slice(0, 4)).toEqual([
    ...[records + ROWS, versions + ROWS, aliases + ROWS],
    changesets + 1,
  ]);
});

it('of two programs with the same file one imports it, the other says so', { timeout: 120_000 }, async () => {
  const words = await sheet('hai-lan.csv', 300);
  const [records = 0, , , changesets = 0] = await written();
  const both = await Promise.all([1, 2].map(() => runProgram(words, { environment })));
  expect(both).toMatchObject([{ code: 0 }, { code: 0 }]);
  const outputs = both.map(({ output }) => output.split(/[:(]/u)[0]?.trim()).toSorted();
  expect(outputs).toEqual(['tệp này đã được nhập trước đây', 'đã nhập']);
  const [made = 0, , , packages = 0] = await written();
  expect([made - records, packages - changesets]).toEqual([300, 1]);
});
