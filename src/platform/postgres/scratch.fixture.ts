import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import type { Connection, RunningPostgres, StartOutcome } from './outcome.ts';
import type { Account } from './passage.ts';
import { livingProcess, signal, waitForEnd } from './process.ts';
import { type StartOptions, startPostgres } from './start.ts';

export const isRoot = process.getuid?.() === 0;

/** Where `livingProcess` says a process of another account may be looked at, tests may stop it too. */
async function endServersUnder(directory: string): Promise<void> {
  for (const name of (await readdir('/proc').catch(() => [])).filter((entry) => /^\d+$/.test(entry))) {
    const args = await livingProcess(Number(name));
    if (args?.some((arg) => arg.startsWith(`${directory}/`)) !== true) continue;
    signal(Number(name), 'SIGKILL');
    await waitForEnd(Number(name), 5_000);
  }
}

/** A directory everybody may pass through, removed after the test with every server left on it. */
export async function scratchDirectory(parent = tmpdir()): Promise<string> {
  const directory = await realpath(await mkdtemp(join(parent, 'disan-pg-')));
  await chmod(directory, 0o755);
  onTestFinished(async () => {
    await endServersUnder(directory);
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  });
  return directory;
}

/** Removes the directory outside that root's clusters go to, when the data directory records one. */
export async function recordedDirectory(dataDir: string): Promise<string> {
  const { directory } = JSON.parse(await readFile(join(dataDir, 'postgres-location.json'), 'utf8')) as {
    directory: string;
  };
  onTestFinished(async () => {
    await endServersUnder(directory);
    await rm(directory, { recursive: true, force: true });
  });
  return directory;
}

/** Starts, and stops after the test whatever came up. */
export async function start(dataDir: string, options: Partial<StartOptions> = {}): Promise<StartOutcome> {
  const outcome = await startPostgres({ dataDir, log: () => undefined, lang: 'en', ...options });
  if (outcome.kind === 'running') onTestFinished(outcome.stop);
  return outcome;
}

export function assertRunning(outcome: StartOutcome): RunningPostgres {
  if (outcome.kind !== 'running') throw new Error(`not running: ${JSON.stringify(outcome)}`);
  return outcome;
}

export async function rows(connection: Connection, text: string): Promise<unknown[][]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

export async function serverPid(cluster: string): Promise<number> {
  return Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

export type Program = {
  outcome: StartOutcome;
  child: ChildProcess;
  end: (how: 'stop' | 'SIGKILL') => Promise<void>;
};

/** Runs a program of its own that starts the database, so that it can be killed or be another user's. */
export async function startInProgram(dataDir: string, account?: Account): Promise<Program> {
  const script = join(import.meta.dirname, 'program.fixture.ts');
  const child = spawn(process.execPath, [script, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...account,
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (how: 'stop' | 'SIGKILL'): Promise<void> => {
    if (how === 'stop') child.stdin.end();
    else child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(() => end('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) {
    return { outcome: JSON.parse(line) as StartOutcome, child, end };
  }
  throw new Error('the program ended without an outcome');
}
