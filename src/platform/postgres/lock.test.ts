import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ProgramLock, takeProgramLock } from './lock.ts';
import { scratchDirectory } from './scratch.fixture.ts';

async function take(base: string): Promise<ProgramLock> {
  const lock = await takeProgramLock(base);
  if (lock.kind !== 'locked') throw new Error(JSON.stringify(lock));
  return lock;
}

test('the lock is exclusive, names its holder, and can be had again after its release', async () => {
  const base = await scratchDirectory();
  const first = await take(base);
  expect(await takeProgramLock(base)).toEqual({ kind: 'in-use', pid: process.pid });
  first.release();
  first.release();
  (await take(base)).release();
});

test('what a killed program left behind holds nobody up', async () => {
  const base = await scratchDirectory();
  await writeFile(join(base, 'postgres.lock'), '');
  await writeFile(join(base, 'postgres.lock.pid'), `${process.ppid}\n`);
  const lock = await take(base);
  expect(await readFile(join(base, 'postgres.lock.pid'), 'utf8')).toBe(`${process.pid}\n`);
  lock.release();
});

test('a lock whose holder cannot be recorded is given back', async () => {
  const base = await scratchDirectory();
  await writeFile(join(base, 'postgres.lock'), '');
  await mkdir(join(base, 'postgres.lock.pid'));
  await expect(takeProgramLock(base)).rejects.toThrow();
  await rmdir(join(base, 'postgres.lock.pid'));
  (await take(base)).release();
});

test('a place that cannot hold a lock is named', async () => {
  const base = await scratchDirectory();
  await mkdir(join(base, 'postgres.lock'));
  expect(await takeProgramLock(base)).toEqual({ kind: 'no-permission', path: join(base, 'postgres.lock') });
});
