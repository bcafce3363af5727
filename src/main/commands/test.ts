import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, systemPostgresBinaries } from '#platform/postgres/index.ts';
import type { Command, Invocation } from '../command.ts';
import { ROOT } from '../paths.ts';
import { filesUsingTheDatabase } from './test-files.ts';
import { addCounts, type Counts, NONE, oneFailure, readTestReport } from './test-report.ts';

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
    const total = addCounts(first, second);
    for (const { name, why } of total.failures) invocation.terminal.answer(`FAILED ${name}\n${why}`);
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
    return { ...NONE, skipped: 1 };
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
  if (server.kind !== 'running') return oneFailure('PostgreSQL 15', server.kind);
  const { host, port, user } = server.connection;
  const url = `postgres://${user}@localhost:${port}/postgres?host=${encodeURIComponent(host)}`;
  try {
    return await runVitest({ filters: files, env: { DISAN_TEST_DATABASE_URL: url } });
  } finally {
    await server.stop();
  }
}

const OUTSIDE = 'an error outside any test: see the output above';

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
  const counts = await readTestReport(report);
  await rm(folder, { recursive: true, force: true });
  // An error outside any test (a leaked handle, a broken set-up) fails the run without failing a test.
  return code !== 0 && counts.failed === 0 ? addCounts(counts, oneFailure('vitest', OUTSIDE)) : counts;
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
