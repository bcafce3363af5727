import { createApp } from './app.ts';
import type { ExitCode } from './command.ts';
import type { Runtime } from './runtime.ts';
import type { Terminal } from './terminal.ts';

/** Serves until the process is asked to stop; the answer under way is finished first. */
export async function serve(runtime: Runtime, terminal: Terminal): Promise<ExitCode> {
  const { listen, port } = runtime.config;
  const app = await createApp(runtime);
  try {
    await app.listen({ host: listen, port });
  } catch (error) {
    await app.close();
    return complain(error, runtime, terminal);
  }
  const address = app.server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  terminal.answer(`ready http://localhost:${actual}`);
  await askedToStop();
  terminal.say({ vi: 'đang dừng…', en: 'stopping…' });
  await app.close();
  return 0;
}

function complain(error: unknown, { config }: Runtime, terminal: Terminal): ExitCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const place = `${config.listen}:${config.port}`;
  terminal.say({
    vi: `không mở được ${place} (${code}); chọn cổng khác bằng --port hoặc địa chỉ khác bằng DISAN_LISTEN`,
    en: `cannot listen on ${place} (${code}); choose another port with --port or another address with DISAN_LISTEN`,
  });
  return 1;
}

function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
