import { expect, test } from 'vitest';
import { runCommand } from './command.ts';

const run = (script: string, limitMs = 5_000): ReturnType<typeof runCommand> =>
  runCommand({ program: '/bin/sh', args: ['-c', script], account: undefined, directory: '/', limitMs });

test('output of both channels and the end are reported', async () => {
  expect(await run('echo one; sleep 0.1; echo two >&2')).toEqual({ succeeded: true, output: 'one\ntwo\n' });
  expect(await run('echo no; exit 3')).toEqual({ succeeded: false, output: 'no\n' });
});

test('a program that hangs is ended with its children', async () => {
  const result = await run('sleep 60 | sleep 60', 100);
  expect(result).toEqual({ succeeded: false, output: expect.stringContaining('no end within 0.1 s') });
});

test('a program that is not there is a failed one', async () => {
  const missing = {
    program: '/nowhere/initdb',
    args: [],
    account: undefined,
    directory: '/',
    limitMs: 1_000,
  };
  expect(await runCommand(missing)).toEqual({ succeeded: false, output: expect.stringContaining('ENOENT') });
});

test('nothing of the caller’s environment is inherited', async () => {
  const { output } = await run('env | sort | cut -d= -f1 | grep -v "^_$\\|^PWD$\\|^SHLVL$"');
  expect(output.trim().split('\n')).toEqual(['LC_ALL', 'PATH', 'TZ']);
});
