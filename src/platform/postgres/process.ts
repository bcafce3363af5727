import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What the system says of a process: its arguments, the first being the program. */
type ProcessFacts = { args: string[]; zombie: boolean };

async function factsFromProc(pid: number): Promise<ProcessFacts | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    // The state is the first field after the last parenthesis: the name before it may hold anything.
    return { args: command.split('\0'), zombie: stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z') };
  } catch {
    return undefined;
  }
}

async function factsFromPs(pid: number): Promise<ProcessFacts | undefined> {
  try {
    const { stdout } = await execute('ps', ['-o', 'stat=,command=', '-p', String(pid)], { timeout: 5_000 });
    const [state = '', ...args] = stdout.trim().split(/\s+/);
    // ps does not say where an argument ends, so the whole line stands in as one more.
    return state === '' ? undefined : { args: [...args, args.join(' ')], zombie: state.startsWith('Z') };
  } catch {
    return undefined;
  }
}

/** Facts of a living process. A zombie counts as dead: it only waits for a parent that may never come. */
export async function livingProcess(pid: number): Promise<string[] | undefined> {
  const facts = existsSync('/proc/self/stat') ? await factsFromProc(pid) : await factsFromPs(pid);
  return facts === undefined || facts.zombie ? undefined : facts.args;
}

/** True when the process ended within the limit. */
export async function waitForEnd(pid: number, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs;
  while ((await livingProcess(pid)) !== undefined) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
