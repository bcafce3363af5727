import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { livingProcess, signal, waitForEnd } from './process.ts';

async function sleeper(): Promise<number> {
  const child = spawn('sleep', ['60']);
  await once(child, 'spawn');
  onTestFinished(() => void child.kill('SIGKILL'));
  return child.pid ?? 0;
}

test('a living process shows its arguments, an ended one nothing', async () => {
  const pid = await sleeper();
  expect((await livingProcess(pid))?.slice(0, 2)).toEqual(['sleep', '60']);
  signal(pid, 'SIGKILL');
  expect(await waitForEnd(pid, 5_000)).toBe(true);
  expect(await livingProcess(pid)).toBeUndefined();
});

test('a zombie, which still answers to its number, counts as ended', async () => {
  // The shell starts a child, tells its number and turns into a program that never asks how the child ended.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
  onTestFinished(() => void parent.kill('SIGKILL'));
  const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
  expect(await waitForEnd(Number(line), 5_000)).toBe(true);
  expect(() => process.kill(Number(line), 0)).not.toThrow();
});

test('waiting has a limit', async () => {
  expect(await waitForEnd(await sleeper(), 50)).toBe(false);
});

test('a signal to nobody is no error', () => {
  expect(() => signal(2 ** 22 + 1, 'SIGTERM')).not.toThrow();
});
