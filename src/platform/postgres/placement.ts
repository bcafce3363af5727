import { createHash } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { access, lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StartFailure } from './outcome.ts';
import { type Account, closedAncestor } from './passage.ts';

/** `base` holds the cluster (`postgres/`), the server's log, the program lock and, if needed, copied binaries. */
export type Placement = { kind: 'placement'; base: string; cluster: string; outside: boolean };

/** Where root may keep a cluster that `nobody` can reach. /var/tmp comes last: some systems empty it by age. */
const outsideParents = ['/var/lib', '/srv', '/opt', '/var/tmp'];

/** Short, stable name for a data directory. */
export function nameFor(dataDir: string): string {
  return `disan-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
}

export function recordPath(dataDir: string): string {
  return join(dataDir, 'postgres-location.json');
}

const clusterIn = (base: string): string => join(base, 'postgres');

async function recordedBase(dataDir: string): Promise<string | undefined> {
  const text = await readFile(recordPath(dataDir), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null || !('directory' in parsed)) return undefined;
  return typeof parsed.directory === 'string' ? parsed.directory : undefined;
}

/** The directory of this name, made if absent; undefined when it cannot be had or somebody else owns it. */
async function ownDirectory(parent: string, name: string, account: Account): Promise<string | undefined> {
  if (!existsSync(parent) || (await closedAncestor(parent, account)) !== undefined) return undefined;
  const directory = join(parent, name);
  // Root owns it and others may only pass through: the server's account must not be able to swap the binaries.
  await mkdir(directory, { mode: 0o711 }).catch(() => undefined);
  const entry = await lstat(directory).catch(() => undefined);
  const ours = entry?.isDirectory() === true && entry.uid === process.getuid?.();
  return ours && (await closedAncestor(directory, account)) === undefined ? directory : undefined;
}

async function outsideBase(dataDir: string, account: Account): Promise<string | undefined> {
  for (const parent of outsideParents) {
    const directory = await ownDirectory(parent, nameFor(dataDir), account);
    if (directory !== undefined) return directory;
  }
  return undefined;
}

async function found(base: string, record: string): Promise<Placement | StartFailure> {
  const cluster = clusterIn(base);
  // An empty database in its place would look like the loss of everything.
  if (!existsSync(cluster)) return { kind: 'cluster-missing', path: cluster, record };
  return { kind: 'placement', base, cluster, outside: true };
}

/**
 * Decides where the cluster lives: in the data directory, unless the server's account cannot pass to it; then in a
 * directory outside, which stays the place for good once it is recorded. `dataDir` must be a real path.
 */
export async function choosePlacement(
  dataDir: string,
  account: Account | undefined,
): Promise<Placement | StartFailure> {
  const recorded = await recordedBase(dataDir);
  if (recorded !== undefined) return found(recorded, recordPath(dataDir));
  const cluster = clusterIn(dataDir);
  const closed = account === undefined ? undefined : await closedAncestor(dataDir, account);
  if (account === undefined || closed === undefined) {
    await access(dataDir, constants.W_OK | constants.X_OK);
    return { kind: 'placement', base: dataDir, cluster, outside: false };
  }
  if (existsSync(cluster)) return { kind: 'no-permission', path: closed };
  const base = await outsideBase(dataDir, account);
  if (base === undefined) return { kind: 'no-permission', path: closed };
  return { kind: 'placement', base, cluster: clusterIn(base), outside: true };
}

/** Written once the cluster exists, so that the record never points at nothing. */
export async function recordPlacement(dataDir: string, { base, outside }: Placement): Promise<void> {
  if (!outside || existsSync(recordPath(dataDir))) return;
  await writeFile(recordPath(dataDir), `${JSON.stringify({ directory: base }, undefined, 2)}\n`, {
    mode: 0o600,
  });
}
