import { hasAdministratorToken } from '#modules/access/index.ts';
import { loadStarter } from '#modules/starter/index.ts';
import { releaseJobs } from '#platform/jobs/index.ts';
import { issueAdministratorToken } from '../administrator.ts';
import type { Command, ExitCode, Invocation } from '../command.ts';
import { DATA } from '../paths.ts';
import { openRuntime, type Runtime } from '../runtime.ts';
import { serve } from '../server.ts';
import type { Terminal } from '../terminal.ts';
import { startBackground, workQueue } from '../worker.ts';

/** Everything on one machine: database, starter data on the first start, worker and web server. */
export const up: Command = {
  name: 'up',
  summary: {
    vi: 'Chạy toàn bộ hệ thống trên một máy; lần đầu nạp dữ liệu khởi tạo',
    en: 'Run everything on one machine; the first start loads the starter data',
  },
  usage: '[--port 8080] [--data DIR] [--empty]',
  example: 'up --port 8080 --data ./var',
  options: { port: { type: 'string' }, empty: { type: 'boolean' } },
  async run(invocation) {
    const outcome = await openRuntime(invocation, { attach: false });
    if (outcome.kind === 'failed') return outcome.code;
    const { runtime } = outcome;
    try {
      return await run(runtime, invocation);
    } finally {
      await runtime.close();
    }
  },
};

async function run(runtime: Runtime, { values, terminal }: Invocation): Promise<ExitCode> {
  if (values.empty !== true && !(await fillWithStarterData(runtime, terminal))) return 1;
  // What a killed program left half done is finished before anybody asks.
  await releaseJobs(runtime.db);
  await workQueue(runtime);
  await introduceAdministrator(runtime, terminal);
  const background = await startBackground(runtime);
  try {
    return await serve(runtime, terminal);
  } finally {
    await background.stop();
  }
}

async function fillWithStarterData(runtime: Runtime, terminal: Terminal): Promise<boolean> {
  const started = performance.now();
  const { knowledge } = runtime;
  const outcome = await loadStarter({ registry: await runtime.contextAs('bootstrap'), ...knowledge }, DATA);
  switch (outcome.kind) {
    case 'up-to-date':
      return true;
    case 'offered':
      terminal.say({
        vi: `có bản dữ liệu khởi tạo mới (${outcome.release}); nạp bằng ./disan starter --upgrade`,
        en: `a newer release of the starter data is there (${outcome.release}); load it with ./disan starter --upgrade`,
      });
      return true;
    case 'refused':
      return refused(outcome.problems, terminal);
    case 'loaded':
      return loaded(outcome.counts.created ?? 0, started, terminal);
  }
}

function loaded(records: number, started: number, terminal: Terminal): true {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  terminal.say({
    vi: `đã nạp ${records} hồ sơ khởi tạo trong ${seconds} giây`,
    en: `loaded ${records} starter records in ${seconds} s`,
  });
  return true;
}

function refused(problems: readonly object[], terminal: Terminal): false {
  terminal.say({
    vi: 'dữ liệu khởi tạo không nạp được; chưa có gì được ghi',
    en: 'the starter data cannot be loaded; nothing was written',
  });
  for (const problem of problems.slice(0, 10)) terminal.answer(JSON.stringify(problem));
  return false;
}

/** The token is shown once; only its digest is kept. */
async function introduceAdministrator({ db }: Runtime, terminal: Terminal): Promise<void> {
  if (await hasAdministratorToken(db)) return;
  const token = await issueAdministratorToken(db);
  terminal.answer(
    {
      vi: `mã quản trị (chỉ hiện một lần, hãy cất giữ): ${token}`,
      en: `administrator token (shown once, keep it): ${token}`,
    }[terminal.lang],
  );
}
