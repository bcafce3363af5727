import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { giveToOwnerOf } from './account.ts';

export type ProgramLock = { kind: 'locked'; release: () => void };
export type LockOutcome =
  | ProgramLock
  | { kind: 'in-use'; pid: number | undefined }
  | { kind: 'no-permission'; path: string };

/** https://www.sqlite.org/rescode.html */
const sqliteBusy = 5;
/** PERM, READONLY, CANTOPEN. */
const sqliteRefused = new Set<unknown>([3, 8, 14]);

const lockPath = (base: string): string => join(base, 'postgres.lock');
const pidPath = (base: string): string => join(base, 'postgres.lock.pid');

function holder(base: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidPath(base), 'utf8'), 10);
    return Number.isInteger(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Made anew each time: in a user's folder root must not write through a link that stands there. */
function writeHolder(base: string): void {
  rmSync(pidPath(base), { force: true });
  writeFileSync(pidPath(base), `${process.pid}\n`, { flag: 'wx' });
}

/**
 * One program per cluster. Node has no file locks of its own; an SQLite transaction on an empty file holds one of
 * the kernel's. The kernel drops it the moment the program dies, however it dies, so there is no stale lock to
 * judge by process numbers; the number beside it only serves the message.
 */
export async function takeProgramLock(base: string): Promise<LockOutcome> {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(lockPath(base));
    // Nothing is ever written through it, so it needs no journal: a lock can be had on a full disk too.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    if (!(error instanceof Error) || !('errcode' in error)) throw error;
    if (error.errcode === sqliteBusy) return { kind: 'in-use', pid: holder(base) };
    if (!sqliteRefused.has(error.errcode)) throw error;
    return { kind: 'no-permission', path: lockPath(base) };
  }
  const held = database;
  const release = (): void => {
    if (held.isOpen) held.close();
  };
  try {
    writeHolder(base);
    await giveToOwnerOf(base, lockPath(base));
  } catch (error) {
    release();
    throw error;
  }
  return { kind: 'locked', release };
}
