import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Account } from './passage.ts';

/**
 * The environment of every PostgreSQL process. Nothing is inherited: `PGDATA`, `PGOPTIONS`, `LD_PRELOAD` or a
 * locale of the caller must not change what the server does, and its messages have to stay in English.
 */
export const environment = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };

export type Command = {
  program: string;
  args: string[];
  account: Account | undefined;
  /** Must be passable for the account; initdb refuses to start where it cannot name its own directory. */
  directory: string;
  limitMs: number;
};

export type CommandResult = { succeeded: boolean; output: string };

/** Kills the whole process group: initdb has children of its own. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** Runs a short-lived program to its end or its time limit; a program that cannot be started is a failed one. */
export async function runCommand({
  program,
  args,
  account,
  directory,
  limitMs,
}: Command): Promise<CommandResult> {
  const child = spawn(program, args, {
    cwd: directory,
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const timer = setTimeout(() => {
    output += `\nno end within ${limitMs / 1000} s: ${program}`;
    killGroup(child);
  }, limitMs);
  try {
    const [code] = await once(child, 'close');
    return { succeeded: code === 0, output };
  } catch (error) {
    return { succeeded: false, output: String(error) };
  } finally {
    clearTimeout(timer);
  }
}
