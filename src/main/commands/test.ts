import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, systemPostgresBinaries } from '#platform/postgres/index.ts';
import type { Command, Invocation } from '../command.ts';
import { ROOT } from '../paths.ts';
import { filesUsingTheDatabase } from './test-files.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };
const ONE_SKIPPED: Counts = { passed: 0, failed: 0, skipped: 1 };

/** Every check and test; closes with one line that counts all of them. */
export const test: Command = {
  name: 'test',
  summary: {
    vi: 'Chạy mọi kiểm tra: kiểu, quy tắc mã, ranh giới, đơn vị, tích hợp, trình duyệt',
    en: 'Run every check: types, lint, boundaries, unit, integration, browser',
  },
  usage: '[NAME…]',
  example: 'test registry',
  positionals: { min: 0, max: 50 },
  async run(invocation) {
    const first = await runVitest({ filters: invocation.positionals, env: {} });
    const second = await olderPostgresLeg(invocation);
    const total = add(first, second);
    invocation.terminal.answer(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
    return total.failed === 0 && total.passed > 0 ? 0 : 1;
  },
};

/** The tests that use the database, once more on the oldest supported PostgreSQL where the machine has it. */
async function olderPostgresLeg({ positionals, terminal }: Invocation): Promise<Counts> {
  const files = await filesUsingTheDatabase(positionals);
  if (files.length === 0) return NONE;
  const binaries = (await systemPostgresBinaries())?.directory;
  if (!binaries) {
    terminal.say({
      vi: 'bỏ qua lượt kiểm tra trên PostgreSQL 15: máy này không có (gói Debian: postgresql)',
      en: 'skipped the leg on PostgreSQL 15: this machine has none (Debian package: postgresql)',
    });
    return ONE_SKIPPED;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'disan-older-'));
  try {
    return await onServer(binaries, dataDir, files);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function onServer(binaries: string, dataDir: string, files: string[]): Promise<Counts> {
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
  };
  const server = await startPostgres({ dataDir, binaries, settings, log: () => {} });
  if (server.kind !== 'running') return { ...NONE, failed: 1 };
  const { host, port, user } = server.connection;
  const url = `postgres://${user}@localhost:${port}/postgres?host=${encodeURIComponent(host)}`;
  try {
    return await runVitest({ filters: files, env: { DISAN_TEST_DATABASE_URL: url } });
  } finally {
    await server.stop();
  }
}

async function runVitest({
  filters,
  env,
}: {
  filters: string[];
  env: Record<string, string>;
}): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'disan-report-'));
  const report = join(folder, 'report.json');
  const words = ['run', ...filters, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runNode(join(ROOT, 'node_modules/vitest/vitest.mjs'), words, env);
  const counts = await readReport(report);
  await rm(folder, { recursive: true, force: true });
  // An error outside any test (a leaked handle, a broken set-up) fails the run without failing a test.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function runNode(script: string, words: string[], env: Record<string, string>): Promise<number> {
  const names = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  // `env` adds to the environment without this file reading it.
  const child = spawn('env', [...names, process.execPath, script, ...words], { cwd: ROOT, stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

async function readReport(path: string): Promise<Counts> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return { ...NONE, failed: 1 };
  const report = JSON.parse(text) as Report;
  // A file that could not even be loaded has no tests, yet it has failed.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
