import type { Command, ExitCode, Invocation } from '../command.ts';
import { openRuntime, type Runtime } from '../runtime.ts';
import { serve } from '../server.ts';
import { startBackground } from '../worker.ts';

/** The web server alone, for larger installations. */
export const server: Command = {
  name: 'server',
  summary: { vi: 'Chỉ chạy máy chủ web', en: 'Run the web server alone' },
  usage: '',
  example: 'server',
  run: (invocation) => withRuntime(invocation, (runtime) => serve(runtime, invocation.terminal)),
};

/** Jobs and the sealer alone. */
export const worker: Command = {
  name: 'worker',
  summary: {
    vi: 'Chỉ chạy việc nền: hàng đợi và bộ niêm số',
    en: 'Run background work alone: the queue and the sealer',
  },
  usage: '',
  example: 'worker',
  run: (invocation) => withRuntime(invocation, work),
};

/** Opening the runtime migrates. */
export const migrate: Command = {
  name: 'migrate',
  summary: {
    vi: 'Đưa cơ sở dữ liệu lên phiên bản của chương trình',
    en: 'Bring the database to the version of the program',
  },
  usage: '',
  example: 'migrate',
  run: (invocation) => withRuntime(invocation, async () => 0),
};

async function work(runtime: Runtime): Promise<ExitCode> {
  const background = await startBackground(runtime);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await background.stop();
  return 0;
}

/** Opens the runtime for one piece of work and closes it whatever happens. */
export async function withRuntime(
  invocation: Invocation,
  act: (runtime: Runtime) => Promise<ExitCode>,
): Promise<ExitCode> {
  const outcome = await openRuntime(invocation);
  if (outcome.kind === 'failed') return outcome.code;
  try {
    return await act(outcome.runtime);
  } finally {
    await outcome.runtime.close();
  }
}
