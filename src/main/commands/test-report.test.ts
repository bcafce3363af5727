import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCounts, NONE, oneFailure, readTestReport } from './test-report.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disan-report-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function reported(testResults: object[]) {
  const path = join(folder, 'report.json');
  await writeFile(
    path,
    JSON.stringify({ numPassedTests: 3, numPendingTests: 1, numTodoTests: 1, testResults }),
  );
  return readTestReport(path);
}

describe('the report of a run', () => {
  it('counts what passed and what was skipped', async () => {
    const counts = await reported([{ name: 'a.test.ts', status: 'passed', assertionResults: [] }]);
    expect(counts).toEqual({ passed: 3, failed: 0, skipped: 2, failures: [] });
  });

  it('names each failed test with its file and the first lines of the reason', async () => {
    const long = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n');
    const counts = await reported([
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'good' },
          { status: 'failed', fullName: 'bad', failureMessages: [long] },
        ],
      },
    ]);
    expect(counts.failed).toBe(1);
    expect(counts.failures[0]?.name).toBe('a.test.ts > bad');
    expect(counts.failures[0]?.why.split('\n')).toHaveLength(12);
  });

  it('counts a file that could not be loaded as one failure', async () => {
    const counts = await reported([
      { name: 'b.test.ts', status: 'failed', message: 'SyntaxError', assertionResults: [] },
    ]);
    expect(counts.failures).toEqual([{ name: 'b.test.ts', why: 'SyntaxError' }]);
  });

  it('counts a file that could not be set up as one failure, its tests as skipped', async () => {
    const skipped = { status: 'skipped', fullName: 'never run' };
    const counts = await reported([
      { name: 'c.test.ts', status: 'failed', message: 'no database', assertionResults: [skipped] },
    ]);
    expect(counts.failures).toEqual([{ name: 'c.test.ts', why: 'no database' }]);
  });

  it('is a failure where there is none', async () => {
    expect((await readTestReport(join(folder, 'none.json'))).failed).toBe(1);
  });

  it('adds to another, failures in order', () => {
    const both = addCounts(oneFailure('a', 'x'), addCounts(NONE, oneFailure('b', 'y')));
    expect(both.failed).toBe(2);
    expect(both.failures.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});
