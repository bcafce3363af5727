import { rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ProgramLock } from './lock.ts';
import type { Connection, RunningPostgres } from './outcome.ts';
import { livingProcess } from './process.ts';
import { logTail, stopServer } from './server.ts';

/** Either started by this program, whose child it is, or taken over from an earlier run. */
export type HeldServer = { pid: number; ended: Promise<void>; reap: () => Promise<void> };

const watchEveryMs = 1_000;

/** A process that is not our child reports nothing when it ends: it has to be looked at. */
export function watchedServer(pid: number): HeldServer {
  const ended = new Promise<void>((resolve) => {
    const timer = setInterval(async () => {
      if ((await livingProcess(pid)) !== undefined) return;
      clearInterval(timer);
      resolve();
    }, watchEveryMs);
    timer.unref();
  });
  return { pid, ended, reap: () => Promise.resolve() };
}

export type Hold = {
  server: HeldServer;
  cluster: string;
  lock: ProgramLock;
  connection: Connection;
  reused: boolean;
  notes: string[];
};

export function runningOutcome({ server, cluster, lock, connection, reused, notes }: Hold): RunningPostgres {
  let stopping: Promise<void> | undefined;
  const shutDown = async (): Promise<void> => {
    await stopServer(server.pid);
    await server.reap();
    // Empty by now; a cluster that is its own socket directory is not, and stays.
    if (connection.host !== cluster) await rmdir(connection.host).catch(() => undefined);
    lock.release();
  };
  const lost = new Promise<string>((resolve) => {
    void server.ended.then(async () => {
      if (stopping !== undefined) return;
      // The way is free for a new start in this same program.
      stopping = Promise.resolve();
      lock.release();
      resolve(await logTail(cluster));
    });
  });
  const stop = (): Promise<void> => {
    stopping ??= shutDown();
    return stopping;
  };
  return { kind: 'running', directory: dirname(cluster), connection, reused, notes, lost, stop };
}
