import { expect, test } from 'vitest';
import { findCollationChanges } from './queries.ts';
import { assertRunning, rows, scratchDirectory, start } from './scratch.fixture.ts';

/** Leaves the database as it would be after an ICU of other rules: `vi-x-icu` recorded with an older version. */
async function outdatedCluster(): Promise<string> {
  const dataDir = await scratchDirectory();
  const { connection, stop } = assertRunning(await start(dataDir));
  expect(await findCollationChanges(connection)).toEqual([]);
  await rows(connection, 'create table place (name text collate "vi-x-icu", code text collate "C")');
  await rows(connection, 'create index place_name on place (name)');
  await rows(connection, 'create index "Place code" on place (code)');
  await rows(connection, 'create index "Place label" on place ((upper(code) collate "vi-x-icu"))');
  await rows(connection, `update pg_collation set collversion = '1.2' where collname = 'vi-x-icu'`);
  await stop();
  return dataDir;
}

const affected = ['public."Place label"', 'public.place_name'];

test('changed sorting rules: the indexes are rebuilt, named, and the next start is silent', async () => {
  const dataDir = await outdatedCluster();
  const first = assertRunning(await start(dataDir));
  expect(first.notes).toEqual([
    expect.stringMatching(/vi-x-icu.* 1\.2 .*disan: public\."Place label", public\.place_name/),
  ]);
  expect(await findCollationChanges(first.connection)).toEqual([]);
  await first.stop();
  expect(assertRunning(await start(dataDir)).notes).toEqual([]);
});

test('with the policy to report, the start is refused and says which indexes need a rebuild', async () => {
  const outcome = await start(await outdatedCluster(), { collationChange: 'report' });
  expect(outcome).toMatchObject({
    kind: 'collation-changed',
    changes: [{ database: 'disan', collation: 'vi-x-icu', was: '1.2', indexes: affected }],
  });
});

test('a URL reaches any server', async () => {
  const { connection } = assertRunning(await start(await scratchDirectory()));
  const { host, user, database } = connection;
  const connectionString = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}`;
  await rows(connection, `update pg_collation set collversion = '1.2' where collname = 'vi-x-icu'`);
  expect(await findCollationChanges({ connectionString })).toMatchObject([
    { collation: 'vi-x-icu', indexes: [] },
  ]);
});
