import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '../..');

export interface RunningProgram {
  pid: number;
  /** Address of the web server, without a slash at the end. */
  address: string;
  stop(): Promise<void>;
}

/** The whole program over the starter data, in a data directory of its own, without limits on requests. */
export async function startProgram(env: Record<string, string> = {}): Promise<RunningProgram> {
  const dataDir = await mkdtemp(join(tmpdir(), 'disan-bench-'));
  const child = spawn(
    process.execPath,
    [join(ROOT, 'dist/main/cli.js'), 'up', '--port', '0', '--data', dataDir],
    {
      env: { ...process.env, DISAN_REQUESTS_PER_MINUTE: '0', DISAN_LOG: 'error', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return {
    pid: child.pid ?? 0,
    address: await readyAddress(child),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function readyAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no standard output');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^ready (\S+)$/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('the server did not start');
}
