import { chown, lstat, mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StartFailure } from './outcome.ts';
import { type Account, closedAncestor } from './passage.ts';
import { nameFor } from './placement.ts';

export const port = 5432;

/** Bytes. The kernel's limit is 107 on Linux and 103 on macOS; PostgreSQL refuses longer paths. */
const longestSocketPath = 100;

/** Counts bytes, not letters: one Vietnamese letter may take three. */
export function fitsSocket(directory: string): boolean {
  return Buffer.byteLength(join(directory, `.s.PGSQL.${port}`)) <= longestSocketPath;
}

async function temporaryDirectory(account: Account | undefined): Promise<string> {
  const own = await realpath(tmpdir()).catch(() => '/tmp');
  const passable = account === undefined || (await closedAncestor(own, account)) === undefined;
  return passable && fitsSocket(join(own, nameFor(''))) ? own : '/tmp';
}

/**
 * The directory for the Unix socket: the cluster itself, or a private one under the system's temporary directory
 * when the path is too long. Anybody may create names there, so one that is not ours alone is refused.
 */
export async function socketDirectory(
  cluster: string,
  account: Account | undefined,
): Promise<{ kind: 'socket'; directory: string } | StartFailure> {
  if (fitsSocket(cluster)) return { kind: 'socket', directory: cluster };
  const directory = join(await temporaryDirectory(account), nameFor(cluster));
  const made = await mkdir(directory, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  if (made && account !== undefined) await chown(directory, account.uid, account.gid);
  const entry = await lstat(directory);
  const owner = account?.uid ?? process.getuid?.();
  const isPrivate = entry.isDirectory() && entry.uid === owner && (entry.mode & 0o077) === 0;
  return isPrivate ? { kind: 'socket', directory } : { kind: 'no-permission', path: directory };
}
