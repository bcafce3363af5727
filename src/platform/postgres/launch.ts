import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { notesIn } from './messages.ts';
import { failureOfOutput, type StartFailure } from './outcome.ts';
import { type LaunchedServer, launchServer, logTail, stopServer, waitUntilReady } from './server.ts';
import type { Site } from './site.ts';

/** Server processes of a killed run notice within moments that their parent is gone; until then they hold on. */
const leftoversLimitMs = 20_000;
const leftovers = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/;

/** Bytes below which a start that failed without a word failed for lack of space: its log could not be written. */
const fullDisk = 1024 * 1024;

async function reasonOf(output: string, base: string): Promise<StartFailure> {
  const known = failureOfOutput(output, base);
  if (known !== undefined) return known;
  const { bavail, bsize } = await statfs(base);
  return bavail * bsize < fullDisk
    ? { kind: 'no-disk-space', path: base }
    : { kind: 'failed', step: 'start', logTail: output };
}

export type Launched = { kind: 'launched'; server: LaunchedServer };

async function launchOnce(site: Site): Promise<Launched | { kind: 'ended'; output: string }> {
  const { placement, binaries, account, settings, socketDirectory, lang, log } = site;
  const server = await launchServer({
    program: join(binaries.directory, 'postgres'),
    cluster: placement.cluster,
    args: [...settings.args, '-c', `unix_socket_directories=${quoteList(socketDirectory)}`],
    account,
  });
  if ('error' in server) return { kind: 'ended', output: server.error };
  const onSlow = (): void => log(notesIn[lang].recovering());
  if (await waitUntilReady(placement.cluster, server.pid, onSlow)) return { kind: 'launched', server };
  await stopServer(server.pid);
  await server.reap();
  return { kind: 'ended', output: await logTail(placement.cluster, server.logStart) };
}

/** The setting is a list: quoted, a comma or a space in a path does not end the name. */
export function quoteList(directory: string): string {
  return `"${directory.replaceAll('"', '""')}"`;
}

/** Starts the server and waits until it takes connections. */
export async function launch(site: Site): Promise<Launched | StartFailure> {
  const deadline = performance.now() + leftoversLimitMs;
  for (;;) {
    const attempt = await launchOnce(site);
    if (attempt.kind === 'launched') return attempt;
    if (!leftovers.test(attempt.output) || performance.now() > deadline) {
      return reasonOf(attempt.output, site.placement.base);
    }
    await sleep(250);
  }
}
