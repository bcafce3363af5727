import { chown, mkdir, open, readdir, readFile, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { type CommandResult, runCommand } from './command.ts';
import { failureOfOutput, type StartFailure } from './outcome.ts';
import type { Account } from './passage.ts';

/** Bytes a new cluster needs before anything is stored in it: 40 MB of catalogs, the first WAL files, and room. */
const roomForNewCluster = 200 * 1024 * 1024;

export type ClusterState =
  | { kind: 'absent' }
  | { kind: 'present'; major: string }
  | { kind: 'not-a-cluster'; path: string };

/** What stands at the cluster's path. `PG_VERSION` is the file PostgreSQL itself goes by. */
export async function inspectCluster(cluster: string): Promise<ClusterState> {
  const entries = await readdir(cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (entries === undefined || entries.length === 0) return { kind: 'absent' };
  if (!entries.includes('PG_VERSION')) return { kind: 'not-a-cluster', path: cluster };
  return { kind: 'present', major: (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim() };
}

export type NewCluster = {
  cluster: string;
  binaries: Binaries;
  account: Account | undefined;
  superuser: string;
};

const common = [
  '--encoding=UTF8',
  '--data-checksums',
  '--lc-messages=C',
  '--text-search-config=simple',
  // Who may open the socket is decided by its 0700 directory: only this account and root, who may read the files
  // anyway. A password would protect nothing and could be lost.
  '--auth=trust',
];

/** Code-point order and Unicode case rules from the C library: the same on every machine. */
const libcLocale = ['--locale-provider=libc', '--locale=C.UTF-8'];

/** The same rules from PostgreSQL itself (17 and later), where the C library lacks that locale (older macOS). */
const builtinLocale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

async function initialise(
  partial: string,
  { cluster, binaries, account, superuser }: NewCluster,
): Promise<CommandResult> {
  const run = (locale: string[]): Promise<CommandResult> =>
    runCommand({
      program: join(binaries.directory, 'initdb'),
      args: ['-D', partial, '-U', superuser, ...locale, ...common],
      account,
      directory: dirname(cluster),
      limitMs: 120_000,
    });
  const first = await run(libcLocale);
  return !first.succeeded && /invalid locale name/.test(first.output) ? run(builtinLocale) : first;
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  await handle.sync().finally(() => handle.close());
}

async function removePartialClusters(base: string): Promise<void> {
  for (const name of await readdir(base)) {
    if (name.startsWith('postgres.partial-')) await rm(join(base, name), { recursive: true, force: true });
  }
}

/**
 * Makes the cluster beside its place and moves it there when it is complete, so that a kill at any moment leaves
 * either a whole cluster or none. The caller holds the program lock.
 */
export async function createCluster(wanted: NewCluster): Promise<{ kind: 'created' } | StartFailure> {
  const { cluster, account } = wanted;
  const base = dirname(cluster);
  await removePartialClusters(base);
  const { bavail, bsize } = await statfs(base);
  if (bavail * bsize < roomForNewCluster) return { kind: 'no-disk-space', path: base };
  const partial = join(base, `postgres.partial-${process.pid}`);
  await mkdir(partial, { mode: 0o700 });
  if (account !== undefined) await chown(partial, account.uid, account.gid);
  const { succeeded, output } = await initialise(partial, wanted);
  if (!succeeded) {
    await rm(partial, { recursive: true, force: true });
    return failureOfOutput(output, base) ?? { kind: 'failed', step: 'initdb', logTail: output.trim() };
  }
  await rename(partial, cluster);
  await syncDirectory(base);
  return { kind: 'created' };
}
