import { open, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { livingProcess } from './process.ts';
import { port } from './socket.ts';

/** What `postmaster.pid` says: https://www.postgresql.org/docs/current/storage-file-layout.html and miscadmin.h. */
export type PostmasterFile = {
  pid: number;
  port: number;
  socketDirectory: string;
  status: string;
};

const filePath = (cluster: string): string => join(cluster, 'postmaster.pid');

export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(filePath(cluster), 'utf8').catch(() => undefined);
  const [pid = '', , , port = '', socketDirectory = '', , , status = ''] = text?.split('\n') ?? [];
  if (!/^-?\d+$/.test(pid.trim())) return undefined;
  // A single-user server writes its number negated.
  return { pid: Math.abs(Number(pid)), port: Number(port), socketDirectory, status: status.trim() };
}

export type Orphan =
  | { kind: 'none' }
  | { kind: 'server'; file: PostmasterFile }
  | { kind: 'stale' }
  | { kind: 'unknown-server'; pid: number };

/**
 * Looks for a server left behind on this cluster. The process number alone proves nothing (it may have been given
 * to another process since), so the process has to be a postgres that was started on this very directory.
 */
export async function findOrphan(cluster: string): Promise<Orphan> {
  const file = await readPostmasterFile(cluster);
  if (file === undefined) return { kind: 'none' };
  const args = await livingProcess(file.pid);
  if (args === undefined || !basename(args[0] ?? '').startsWith('post')) return { kind: 'stale' };
  const onThisCluster = args.some((arg) => arg === cluster || arg.includes(`-D ${cluster} `));
  return onThisCluster ? { kind: 'server', file } : { kind: 'unknown-server', pid: file.pid };
}

/**
 * PostgreSQL takes a number that answers for a living server, even a zombie or a stranger that got it later. The
 * number of its own parent it ignores, so ours is written there; the other lines stay, because through them
 * PostgreSQL still makes sure that no server process of the old run is left. The lock beside the socket has no such
 * second purpose and goes.
 */
export async function disarmStaleFile(cluster: string, socketDirectory: string): Promise<void> {
  const lines = (await readFile(filePath(cluster), 'utf8')).split('\n');
  const handle = await open(filePath(cluster), 'r+');
  try {
    await handle.truncate(0);
    await handle.write([String(process.pid), ...lines.slice(1)].join('\n'), 0);
  } finally {
    await handle.close();
  }
  await rm(join(socketDirectory, `.s.PGSQL.${port}.lock`), { force: true });
}
