import { seal } from '#modules/audit/index.ts';
import { importTasks } from '#modules/exchange/index.ts';
import { searchTasks } from '#modules/search/index.ts';
import { drainJobs, startWorker, type Tasks } from '#platform/jobs/index.ts';
import { intakeOf } from './intake.ts';
import type { Runtime } from './runtime.ts';

/** How often committed publication and audit rows get their position. */
const SEAL_EVERY_MS = 2_000;

export interface Background {
  stop(): Promise<void>;
}

function tasksOf(runtime: Runtime): Tasks {
  const { db, knowledge } = runtime;
  const { catalogue, vocabularies } = knowledge;
  return { ...searchTasks({ db, catalogue, vocabularies }), ...importTasks(intakeOf(runtime)) };
}

/** Works everything that waits, then seals: for commands that must leave nothing undone. */
export async function workQueue(runtime: Runtime): Promise<void> {
  await drainJobs(runtime.database.pool, tasksOf(runtime), runtime.log);
  await seal(runtime.db);
}

/** Jobs and the sealer, until stopped. */
export async function startBackground(runtime: Runtime): Promise<Background> {
  const worker = await startWorker(runtime.database.pool, tasksOf(runtime), runtime.log);
  const sealer = repeat(() => seal(runtime.db).then(() => undefined), runtime);
  return {
    stop: async () => {
      await sealer.stop();
      await worker.stop();
    },
  };
}

/** One run after the other, never two at once; a failure is logged and tried again. */
function repeat(work: () => Promise<void>, { log }: Runtime): Background {
  let stopped = false;
  let wake = () => {};
  const loop = (async () => {
    while (!stopped) {
      await work().catch((error: unknown) => log.error({ event: 'sealer.failed', err: error }));
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, SEAL_EVERY_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await loop;
    },
  };
}
