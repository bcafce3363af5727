import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disarmStaleFile, findOrphan, readPostmasterFile } from './postmaster.ts';
import { assertRunning, rows, scratchDirectory, serverPid, start } from './scratch.fixture.ts';

async function clusterWith(pid: number, socketDirectory = '/socket'): Promise<string> {
  const cluster = join(await scratchDirectory(), 'postgres');
  await mkdir(cluster);
  const lines = [
    pid,
    cluster,
    1_795_556_478,
    5432,
    socketDirectory,
    '',
    '  9995428         4',
    'ready   ',
    '',
  ];
  await writeFile(join(cluster, 'postmaster.pid'), lines.join('\n'));
  return cluster;
}

test('the file is read line by line; none, or one cut short, is none', async () => {
  const cluster = await clusterWith(4321);
  const file = { pid: 4321, port: 5432, socketDirectory: '/socket', status: 'ready' };
  expect(await readPostmasterFile(cluster)).toEqual(file);
  await writeFile(join(cluster, 'postmaster.pid'), '');
  expect(await readPostmasterFile(cluster)).toBeUndefined();
  expect(await readPostmasterFile('/nowhere')).toBeUndefined();
});

test('no file is no orphan; a number nobody has, or that another program has, is stale', async () => {
  expect(await findOrphan('/nowhere')).toEqual({ kind: 'none' });
  expect(await findOrphan(await clusterWith(2 ** 22 + 1))).toEqual({ kind: 'stale' });
  expect(await findOrphan(await clusterWith(process.pid))).toEqual({ kind: 'stale' });
});

test('a PostgreSQL that serves something else is neither taken over nor stopped', async () => {
  const dataDir = await scratchDirectory();
  const running = assertRunning(await start(dataDir));
  const pid = await serverPid(join(dataDir, 'postgres'));
  const other = await clusterWith(pid);
  expect(await findOrphan(other)).toEqual({ kind: 'unknown-server', pid });
  expect(await findOrphan(join(dataDir, 'postgres'))).toMatchObject({
    kind: 'server',
    file: { pid, status: 'ready' },
  });
  expect(await rows(running.connection, 'select 1')).toEqual([[1]]);
});

test('a stale file keeps its shared-memory line and loses only its number', async () => {
  const socket = await scratchDirectory();
  await writeFile(join(socket, '.s.PGSQL.5432.lock'), '');
  const cluster = await clusterWith(1, socket);
  const before = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  await disarmStaleFile(cluster, socket);
  const after = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  expect(after).toEqual([String(process.pid), ...before.slice(1)]);
  expect(await readdir(socket)).toEqual([]);
});

test('a number that went to another process does not keep the server from starting', async () => {
  const dataDir = await scratchDirectory();
  const cluster = join(dataDir, 'postgres');
  await assertRunning(await start(dataDir)).stop();
  const stranger = spawn('sleep', ['60']);
  await once(stranger, 'spawn');
  await writeFile(
    join(cluster, 'postmaster.pid'),
    `${stranger.pid}\n${cluster}\n1\n5432\n${cluster}\n\n0 0\nready\n`,
  );
  await writeFile(join(cluster, '.s.PGSQL.5432.lock'), `${stranger.pid}\n${cluster}\n1\n5432\n${cluster}\n`);
  const outcome = await start(dataDir);
  stranger.kill();
  expect(outcome).toMatchObject({ kind: 'running', reused: false });
});
