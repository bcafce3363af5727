import { readFile } from 'node:fs/promises';

/** One test (or one file that could not be loaded) that failed, and the first lines of why. */
export interface Failure {
  name: string;
  why: string;
}

/** The outcome of one run of the suite. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  failures: readonly Failure[];
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };

interface Assertion {
  status: string;
  fullName: string;
  failureMessages?: string[];
}

interface TestFile {
  name: string;
  status: string;
  message?: string;
  assertionResults: Assertion[];
}

interface Report {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: TestFile[];
}

/** What vitest's JSON report says; a report that was never written is a failure of the run itself. */
export async function readTestReport(path: string): Promise<Counts> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return oneFailure('vitest', 'no report was written');
  const report = JSON.parse(text) as Report;
  const failures = report.testResults.flatMap(failuresOf);
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

export function oneFailure(name: string, why: string): Counts {
  return { ...NONE, failed: 1, failures: [{ name, why }] };
}

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

function failuresOf(file: TestFile): Failure[] {
  const failed = file.assertionResults.filter(({ status }) => status === 'failed');
  // A file that could not be loaded or set up has no failed test, yet it has failed.
  if (failed.length === 0 && file.status === 'failed') {
    return [{ name: file.name, why: firstLines(file.message ?? '') }];
  }
  return failed.map(({ fullName, failureMessages = [] }) => ({
    name: `${file.name} > ${fullName}`,
    why: firstLines(failureMessages.join('\n')),
  }));
}

const LINES_TOLD = 12;

function firstLines(text: string): string {
  return text.split('\n').slice(0, LINES_TOLD).join('\n');
}
