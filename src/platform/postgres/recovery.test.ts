import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import type { Connection } from './outcome.ts';
import { livingProcess, signal, waitForEnd } from './process.ts';
import {
  assertRunning,
  rows,
  scratchDirectory,
  serverPid,
  start,
  startInProgram,
} from './scratch.fixture.ts';

test('kill -9 of the program: the next start takes its server over and nothing is lost', async () => {
  const dataDir = await scratchDirectory();
  const program = await startInProgram(dataDir);
  const { connection } = assertRunning(program.outcome);
  await rows(connection, 'create table visit as select generate_series(1, 1000) as id');
  const pid = await serverPid(join(dataDir, 'postgres'));
  await program.end('SIGKILL');
  expect(await livingProcess(pid)).toBeDefined();
  const next = assertRunning(await start(dataDir));
  expect(next).toMatchObject({ reused: true, connection, notes: [expect.stringContaining(String(pid))] });
  expect(await rows(next.connection, 'select count(*)::int from visit')).toEqual([[1000]]);
  await next.stop();
  expect(await livingProcess(pid)).toBeUndefined();
});

test('a second program is refused while the first lives', async () => {
  const dataDir = await scratchDirectory();
  const program = await startInProgram(dataDir);
  const { connection } = assertRunning(program.outcome);
  expect(await start(dataDir)).toEqual({ kind: 'in-use', pid: program.child.pid, connection });
  await program.end('stop');
  expect(await start(dataDir)).toMatchObject({ kind: 'running', reused: false });
});

test('a server left behind with other settings is stopped, not taken over', async () => {
  const dataDir = await scratchDirectory();
  const program = await startInProgram(dataDir);
  await rows(assertRunning(program.outcome).connection, 'create table kept as select 1 as id');
  const pid = await serverPid(join(dataDir, 'postgres'));
  await program.end('SIGKILL');
  const next = assertRunning(await start(dataDir, { settings: { max_connections: '20' } }));
  expect(next.reused).toBe(false);
  expect(await livingProcess(pid)).toBeUndefined();
  expect(await rows(next.connection, 'select id from kept')).toEqual([[1]]);
});

test('kill -9 of the server: it is reported, and the next start recovers what was committed', async () => {
  const dataDir = await scratchDirectory();
  const first = assertRunning(await start(dataDir));
  await rows(first.connection, 'create table kept as select generate_series(1, 1000) as id');
  signal(await serverPid(join(dataDir, 'postgres')), 'SIGKILL');
  await first.lost;
  const next = assertRunning(await start(dataDir));
  expect(next.notes).toEqual([expect.stringContaining('abruptly')]);
  expect(await rows(next.connection, 'select count(*)::int from kept')).toEqual([[1000]]);
});

/** Commits rows one by one until the server is gone; gives how many commits were acknowledged. */
async function writeUntilTheEnd(connection: Connection): Promise<number> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  for (let committed = 0; ; committed++) {
    try {
      await client.query('insert into entry values ($1)', [committed]);
    } catch {
      return committed;
    }
  }
}

test('kill -9 under writes: every acknowledged commit is there', async () => {
  const dataDir = await scratchDirectory();
  const program = await startInProgram(dataDir);
  const { connection } = assertRunning(program.outcome);
  await rows(connection, 'create table entry (id int primary key)');
  const writing = writeUntilTheEnd(connection);
  await sleep(300);
  signal(await serverPid(join(dataDir, 'postgres')), 'SIGKILL');
  await program.end('SIGKILL');
  const committed = await writing;
  expect(committed).toBeGreaterThan(0);
  const next = assertRunning(await start(dataDir));
  const present = `select count(*)::int from entry where id < ${committed}`;
  expect(await rows(next.connection, present)).toEqual([[committed]]);
});

test('an open transaction does not hold up the stop, and is rolled back', async () => {
  const dataDir = await scratchDirectory();
  const first = assertRunning(await start(dataDir));
  await rows(first.connection, 'create table entry as select 1 as id');
  const client = new pg.Client(first.connection);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin');
  await client.query('insert into entry values (2)');
  const began = performance.now();
  await first.stop();
  expect(performance.now() - began).toBeLessThan(10_000);
  const next = assertRunning(await start(dataDir));
  expect(await rows(next.connection, 'select id from entry')).toEqual([[1]]);
});

test('the end of a server taken over is reported too', async () => {
  const dataDir = await scratchDirectory();
  const program = await startInProgram(dataDir);
  await program.end('SIGKILL');
  const next = assertRunning(await start(dataDir));
  signal(await serverPid(join(dataDir, 'postgres')), 'SIGQUIT');
  expect(await next.lost).toContain('immediate shutdown');
});

test('kill -9 of program and server together: the next start recovers', async () => {
  const dataDir = await scratchDirectory();
  const program = await startInProgram(dataDir);
  await rows(assertRunning(program.outcome).connection, 'create table kept as select 1 as id');
  const pid = await serverPid(join(dataDir, 'postgres'));
  await program.end('SIGKILL');
  signal(pid, 'SIGKILL');
  const next = assertRunning(await start(dataDir));
  expect(next.reused).toBe(false);
  expect(await rows(next.connection, 'select id from kept')).toEqual([[1]]);
});

test('kill -9 while the cluster is being made leaves nothing half-made', async () => {
  const dataDir = await scratchDirectory();
  const starting = startInProgram(dataDir).catch(() => undefined);
  await writeFile(join(dataDir, 'wait'), '');
  const deadline = performance.now() + 10_000;
  let pid: number | undefined;
  while (pid === undefined && performance.now() < deadline) {
    const partial = (await readdir(dataDir)).find((name) => name.startsWith('postgres.partial-'));
    pid = partial === undefined ? undefined : Number(partial.split('-').at(-1));
  }
  if (pid === undefined) throw new Error('the cluster was never begun');
  signal(pid, 'SIGKILL');
  await starting;
  expect(await waitForEnd(pid, 5_000)).toBe(true);
  expect(await start(dataDir)).toMatchObject({ kind: 'running', reused: false });
  expect((await readdir(dataDir)).filter((name) => name.includes('partial'))).toEqual([]);
});
