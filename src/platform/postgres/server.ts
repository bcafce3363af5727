import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveToOwnerOf } from './account.ts';
import { environment } from './command.ts';
import type { Account } from './passage.ts';
import { readPostmasterFile } from './postmaster.ts';
import { livingProcess, signal, waitForEnd } from './process.ts';

/** Fast shutdown rolls back open transactions and writes a checkpoint: long enough for a slow disk. */
const fastLimitMs = 60_000;
const immediateLimitMs = 10_000;
/** A server shows its state within moments. */
const firstSignLimitMs = 60_000;
/** After a crash it replays the log since the last checkpoint, at most `max_wal_size` (2 GB). */
const recoveryLimitMs = 900_000;

const logPath = (cluster: string): string => join(dirname(cluster), 'postgres.log');
/** Bytes. A longer log starts anew with the next server. */
const longestLog = 10 * 1024 * 1024;
const tailLength = 4_000;

/** Root writes into a directory that may be a user's: a symbolic link there is not followed. */
async function openLog(cluster: string): Promise<FileHandle> {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW;
  const log = await open(logPath(cluster), flags, 0o600);
  if ((await log.stat()).size > longestLog) await log.truncate(0);
  await giveToOwnerOf(dirname(cluster), logPath(cluster));
  return log;
}

/** The end of the server's log, from byte `start` on. */
export async function logTail(cluster: string, start = 0): Promise<string> {
  const log = await open(logPath(cluster), 'r').catch(() => undefined);
  if (log === undefined) return '';
  try {
    const { size } = await log.stat();
    const from = Math.max(start, size - tailLength);
    const { buffer, bytesRead } = await log.read(Buffer.alloc(Math.max(0, size - from)), 0, undefined, from);
    return buffer.toString('utf8', 0, bytesRead).trim();
  } finally {
    await log.close();
  }
}

export type Launch = {
  program: string;
  cluster: string;
  args: string[];
  account: Account | undefined;
};

export type LaunchedServer = {
  pid: number;
  /** Byte of the log where this server's lines begin. */
  logStart: number;
  ended: Promise<void>;
  /** Keeps the program alive until the system has taken the ended process off its list. */
  reap: () => Promise<void>;
};

/** Puts the server in a session of its own, so that Ctrl-C in the terminal reaches the program only. */
function spawnServer({ program, cluster, args, account }: Launch, log: FileHandle): ChildProcess {
  return spawn(program, ['-D', cluster, ...args], {
    cwd: dirname(cluster),
    env: environment,
    detached: true,
    // A file, not a pipe: the server has to outlive a killed program without losing its voice.
    stdio: ['ignore', log.fd, log.fd],
    ...account,
  });
}

export async function launchServer(launch: Launch): Promise<LaunchedServer | { error: string }> {
  const log = await openLog(launch.cluster);
  try {
    const logStart = (await log.stat()).size;
    const child = spawnServer(launch, log);
    const ended = once(child, 'exit').then(
      () => undefined,
      () => undefined,
    );
    child.unref();
    if (child.pid === undefined) {
      const [error] = await once(child, 'error').catch((reason: unknown) => [reason]);
      return { error: String(error) };
    }
    const reap = (): Promise<void> => {
      child.ref();
      return ended;
    };
    return { pid: child.pid, logStart, ended, reap };
  } finally {
    await log.close();
  }
}

/** Waits until the server takes connections. False when it ended, or outlived its limit without becoming ready. */
export async function waitUntilReady(cluster: string, pid: number, onSlow: () => void): Promise<boolean> {
  const began = performance.now();
  let nextSign = 10_000;
  while ((await livingProcess(pid)) !== undefined) {
    const file = await readPostmasterFile(cluster);
    const isOwn = file?.pid === pid;
    if (isOwn && file.status === 'ready') return true;
    const waited = performance.now() - began;
    if (waited > (isOwn ? recoveryLimitMs : firstSignLimitMs)) return false;
    if (waited > nextSign) {
      nextSign += 10_000;
      onSlow();
    }
    await sleep(20);
  }
  return false;
}

/** Fast shutdown (SIGINT), then immediate (SIGQUIT), then the kernel: each with a time limit. */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await waitForEnd(pid, fastLimitMs)) return;
  signal(pid, 'SIGQUIT');
  if (await waitForEnd(pid, immediateLimitMs)) return;
  signal(pid, 'SIGKILL');
  await waitForEnd(pid, immediateLimitMs);
}
