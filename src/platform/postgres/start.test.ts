import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemPostgresBinaries } from './binaries.ts';
import { assertRunning, rows, scratchDirectory, serverPid, start } from './scratch.fixture.ts';

const settingNames = [
  'fsync',
  'jit',
  'data_checksums',
  'listen_addresses',
  'server_encoding',
  'max_connections',
];

async function settings(connection: Parameters<typeof rows>[0]): Promise<Record<string, unknown>> {
  const names = settingNames.map((name) => `'${name}'`).join();
  return Object.fromEntries(
    await rows(connection, `select name, setting from pg_settings where name in (${names})`),
  );
}

test('a fresh start gives PostgreSQL 18 with UTF-8, C.UTF-8, checksums, fsync and no TCP port', async () => {
  const dataDir = join(await scratchDirectory(), 'new', 'data');
  const running = assertRunning(await start(dataDir));
  expect(running).toMatchObject({
    reused: false,
    connection: { host: join(dataDir, 'postgres'), port: 5432 },
  });
  expect(running.notes).toEqual([]);
  expect(await settings(running.connection)).toEqual({
    fsync: 'on',
    jit: 'off',
    data_checksums: 'on',
    listen_addresses: '',
    server_encoding: 'UTF8',
    max_connections: '60',
  });
  const locale = `select current_database(), datlocprovider, datcollate, datctype, current_setting('server_version_num')::int / 10000
    from pg_database where datname = current_database()`;
  expect(await rows(running.connection, locale)).toEqual([['disan', 'c', 'C.UTF-8', 'C.UTF-8', 18]]);
  const { mode } = await stat(join(dataDir, 'postgres'));
  expect(mode & 0o777).toBe(0o700);
});

test('Vietnamese names sort by the rules of vi-x-icu and keys by code point', async () => {
  const { connection } = assertRunning(await start(await scratchDirectory()));
  const sorted = (collation: string): string =>
    `select string_agg(word, ' ' order by word collate "${collation}") from unnest('{đa,dung,da,dạ,ea}'::text[]) word`;
  expect(await rows(connection, sorted('vi-x-icu'))).toEqual([['da dạ dung đa ea']]);
  expect(await rows(connection, sorted('C'))).toEqual([['da dung dạ ea đa']]);
});

test('stopping leaves no process, and the next start finds the data', async () => {
  const dataDir = await scratchDirectory();
  const first = assertRunning(await start(dataDir));
  await rows(first.connection, `create table drum as select 'Trống đồng Ngọc Lũ' as name`);
  const pid = await serverPid(join(dataDir, 'postgres'));
  await Promise.all([first.stop(), first.stop()]);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  const second = assertRunning(await start(dataDir));
  expect(second).toMatchObject({ reused: false, notes: [] });
  expect(await rows(second.connection, 'select name from drum')).toEqual([['Trống đồng Ngọc Lũ']]);
});

test('a second start on the same data is refused with the holder and the way to reach its server', async () => {
  const dataDir = await scratchDirectory();
  const { connection, stop } = assertRunning(await start(dataDir));
  expect(await start(dataDir)).toEqual({ kind: 'in-use', pid: process.pid, connection });
  await stop();
  expect(await start(dataDir)).toMatchObject({ kind: 'running' });
});

test('two starts at the same moment give one server', async () => {
  const dataDir = await scratchDirectory();
  const outcomes = await Promise.all([start(dataDir), start(dataDir), start(dataDir)]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['in-use', 'in-use', 'running']);
});

test('data of another major version are named and left alone', async () => {
  const dataDir = await scratchDirectory();
  const cluster = join(dataDir, 'postgres');
  await assertRunning(await start(dataDir)).stop();
  await writeFile(join(cluster, 'PG_VERSION'), '16\n');
  expect(await start(dataDir)).toEqual({
    kind: 'other-major-version',
    path: cluster,
    found: '16',
    wanted: '18',
  });
  expect(await readFile(join(cluster, 'PG_VERSION'), 'utf8')).toBe('16\n');
});

test('a foreign folder in the place of the cluster is left alone', async () => {
  const dataDir = await scratchDirectory();
  const cluster = join(dataDir, 'postgres');
  await mkdir(cluster);
  await writeFile(join(cluster, 'ghi-chép.txt'), 'của tôi');
  expect(await start(dataDir)).toEqual({ kind: 'not-a-cluster', path: cluster });
  expect(await readFile(join(cluster, 'ghi-chép.txt'), 'utf8')).toBe('của tôi');
});

test('a file in the place of the data directory is named', async () => {
  const dataDir = join(await scratchDirectory(), 'data');
  await writeFile(dataDir, '');
  expect(await start(dataDir)).toEqual({ kind: 'not-a-directory', path: dataDir });
});

test('missing programs are named', async () => {
  const outcome = await start(await scratchDirectory(), { binaries: '/nowhere/bin' });
  expect(outcome).toEqual({ kind: 'binaries-missing', package: '/nowhere/bin' });
});

test('a server that cannot start says why', async () => {
  const outcome = await start(await scratchDirectory(), { settings: { shared_buffers: 'plenty' } });
  expect(outcome).toMatchObject({
    kind: 'failed',
    step: 'start',
    logTail: expect.stringContaining('shared_buffers'),
  });
});

test('a long path with spaces, quotes, commas and Vietnamese letters works, with the socket elsewhere', async () => {
  const dataDir = join(
    await scratchDirectory(),
    'Tư liệu, "di sản" của Thư viện Quốc gia',
    'Hà Nội – Thăng Long',
    'dữ liệu',
  );
  const running = assertRunning(await start(dataDir));
  expect(running.connection.host).toMatch(/\/disan-[0-9a-f]{12}$/);
  expect((await stat(running.connection.host)).mode & 0o777).toBe(0o700);
  expect(running.notes).toEqual([expect.stringContaining(running.connection.host)]);
  expect(await rows(running.connection, 'select 1')).toEqual([[1]]);
  await running.stop();
  await expect(stat(running.connection.host)).rejects.toThrow('ENOENT');
});

const system = await systemPostgresBinaries();

test.skipIf(system === undefined)('the same supervisor runs the PostgreSQL of the system', async () => {
  const { connection } = assertRunning(
    await start(await scratchDirectory(), { binaries: system?.directory ?? '' }),
  );
  expect(await rows(connection, `select current_setting('server_version_num')::int / 10000`)).toEqual([
    [system?.major],
  ]);
  expect(await rows(connection, `select 1 from pg_collation where collname = 'vi-x-icu'`)).toEqual([[1]]);
});
