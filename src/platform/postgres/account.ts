import { execFile } from 'node:child_process';
import { lchown, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Account } from './passage.ts';

const execute = promisify(execFile);

/** `nobody` on nearly every Linux; used when `id` cannot tell. */
const usualNobody: Account = { uid: 65_534, gid: 65_534 };

async function idOf(flag: '-u' | '-g'): Promise<number | undefined> {
  const { stdout } = await execute('id', [flag, 'nobody'], { timeout: 5_000 }).catch(() => ({ stdout: '' }));
  // `| 0`: macOS prints 4294967294 for what the system calls -2.
  return /^\d+$/.test(stdout.trim()) ? Number(stdout.trim()) | 0 : undefined;
}

async function nobody(): Promise<Account> {
  const [uid, gid] = await Promise.all([idOf('-u'), idOf('-g')]);
  return uid === undefined || gid === undefined ? usualNobody : { uid, gid };
}

/**
 * PostgreSQL refuses to run as root, so root needs another account: the owner of the cluster when there is one
 * (a user's data stay that user's), else `nobody`. Anybody else runs the server as themselves: undefined.
 */
export async function serverAccount(cluster: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  return owner !== undefined && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

/**
 * What root makes in a folder belongs to the folder's owner, who must be able to go on alone later. The link itself
 * is changed, never what it points to.
 */
export async function giveToOwnerOf(folder: string, path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(folder);
  await lchown(path, uid, gid);
}
