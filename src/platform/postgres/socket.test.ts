import { chmod, mkdir, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { scratchDirectory } from './scratch.fixture.ts';
import { fitsSocket, socketDirectory } from './socket.ts';

const long = (letter: string): string => `/${letter.repeat(99)}/${Math.random()}`;

test('the limit is 100 bytes of the whole path, not letters', () => {
  const name = Buffer.byteLength('/.s.PGSQL.5432');
  expect(fitsSocket(`/${'a'.repeat(99 - name)}`)).toBe(true);
  expect(fitsSocket(`/${'a'.repeat(100 - name)}`)).toBe(false);
  expect(fitsSocket(`/${'ữ'.repeat(28)}`)).toBe(true);
  expect(fitsSocket(`/${'ữ'.repeat(29)}`)).toBe(false);
});

test('a short path keeps the socket in the cluster', async () => {
  expect(await socketDirectory('/data/postgres', undefined)).toEqual({
    kind: 'socket',
    directory: '/data/postgres',
  });
});

test('a long one gets a private directory, the same each time', async () => {
  const cluster = long('x');
  const first = await socketDirectory(cluster, undefined);
  if (first.kind !== 'socket') throw new Error(first.kind);
  onTestFinished(() => rm(first.directory, { recursive: true }));
  expect(first.directory.startsWith(tmpdir()) || first.directory.startsWith('/tmp/')).toBe(true);
  expect((await stat(first.directory)).mode & 0o777).toBe(0o700);
  expect(await socketDirectory(cluster, undefined)).toEqual(first);
  expect(await socketDirectory(`${cluster}/other`, undefined)).not.toEqual(first);
});

test('a directory others may enter, or a link in its place, is refused', async () => {
  const cluster = long('y');
  const first = await socketDirectory(cluster, undefined);
  if (first.kind !== 'socket') throw new Error(first.kind);
  const { directory } = first;
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  await chmod(directory, 0o755);
  expect(await socketDirectory(cluster, undefined)).toEqual({ kind: 'no-permission', path: directory });
  await rm(directory, { recursive: true });
  const elsewhere = join(await scratchDirectory(), 'elsewhere');
  await mkdir(elsewhere, { mode: 0o700 });
  await symlink(elsewhere, directory);
  expect(await socketDirectory(cluster, undefined)).toEqual({ kind: 'no-permission', path: directory });
});
