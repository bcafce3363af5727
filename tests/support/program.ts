import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildProgram } from '#main/build.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Program {
  child: ChildProcess;
  /** All lines of standard output so far. */
  lines: string[];
  /** Address from the line `ready …`; rejects with what was printed when the program ends without it. */
  ready: Promise<string>;
  /** Asks to stop and gives the exit code. */
  stop(): Promise<number>;
}

/** The compiled program as its users start it, without the launcher. */
export async function startProgram(
  words: string[],
  environment: Record<string, string> = {},
): Promise<Program> {
  await compiled();
  const child = spawn(process.execPath, [join(ROOT, 'dist/main/cli.js'), ...words], {
    env: { ...process.env, DISAN_LOG: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const complaints: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const output = createInterface({ input: child.stdout });
  const ready = new Promise<string>((resolve, reject) => {
    output.on('line', (line) => {
      lines.push(line);
      const address = /^ready (\S+)$/.exec(line)?.[1];
      if (address) resolve(address);
    });
    child.on('close', () =>
      reject(new Error(`ended before it was ready\n${[...lines, ...complaints].join('\n')}`)),
    );
  });
  // Somebody who kills the program on purpose does not wait for it to be ready.
  ready.catch(() => undefined);
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'close');
    return child.exitCode ?? 1;
  };
  return { child, lines, ready, stop };
}

export interface Ended {
  code: number;
  output: string;
  complaints: string;
}

/** Runs a command of the program to its end. */
export async function runProgram(
  words: string[],
  options: { environment?: Record<string, string>; input?: string } = {},
): Promise<Ended> {
  await compiled();
  const child = spawn(process.execPath, [join(ROOT, 'dist/main/cli.js'), ...words], {
    env: { ...process.env, DISAN_LOG: 'error', ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let complaints = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (complaints += chunk));
  child.stdin.end(options.input ?? '');
  const [code] = await once(child, 'close');
  return { code: Number(code), output, complaints };
}

let compilation: Promise<void> | undefined;

/** Compiles once per test process; a build that fails names the errors. */
function compiled(): Promise<void> {
  compilation ??= buildProgram(ROOT).then((outcome) => {
    if (outcome.kind === 'failed') throw new Error(outcome.errors);
  });
  return compilation;
}
