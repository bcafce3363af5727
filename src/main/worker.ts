import { seal } from '#modules/audit/index.ts';
import { importTasks } from '#modules/exchange/index.ts';
import { openDataTasks, requestDailyRelease } from '#modules/open-data/index.ts';
import { takeSnapshot } from '#modules/programme/index.ts';
import { searchTasks } from '#modules/search/index.ts';
import { drainJobs, startWorker, type Tasks } from '#platform/jobs/index.ts';
import { intakeOf } from './intake.ts';
import { openDataContext } from './open-data.ts';
import type { Runtime } from './runtime.ts';

/** How often committed publication and audit rows get their position. */
const SEALING = { name: 'sealer', firstMs: 0, everyMs: 2_000 };
/** A program that has just started has better things to do; whether a release is due is cheap to ask. */
const RELEASING = { name: 'open-data', firstMs: 20_000, everyMs: 3_600_000 };

/** The numbers of the month are kept with its first days; later asking finds them taken. */
const COUNTING = { name: 'programme', firstMs: 30_000, everyMs: 6 * 3_600_000 };

export interface Background {
  stop(): Promise<void>;
}

function tasksOf(runtime: Runtime): Tasks {
  const { db, knowledge } = runtime;
  const { catalogue, vocabularies } = knowledge;
  return {
    ...searchTasks({ db, catalogue, vocabularies }),
    ...importTasks(intakeOf(runtime)),
    ...openDataTasks(openDataContext(runtime)),
  };
}

/** Works everything that waits, then seals: for commands that must leave nothing undone. */
export async function workQueue(runtime: Runtime): Promise<void> {
  await drainJobs(runtime.database.pool, tasksOf(runtime), runtime.log);
  await seal(runtime.db);
}

/** Jobs and the sealer, until stopped. */
export async function startBackground(runtime: Runtime): Promise<Background> {
  const worker = await startWorker(runtime.database.pool, tasksOf(runtime), runtime.log);
  const sealer = repeat(() => seal(runtime.db).then(() => undefined), SEALING, runtime);
  const releaser = repeat(() => requestDailyRelease(runtime.db), RELEASING, runtime);
  const counter = repeat(() => keepMonth(runtime), COUNTING, runtime);
  return {
    stop: async () => {
      await counter.stop();
      await releaser.stop();
      await sealer.stop();
      await worker.stop();
    },
  };
}

async function keepMonth(runtime: Runtime): Promise<void> {
  const { actorId } = await runtime.contextAs('system');
  await takeSnapshot({ db: runtime.db, actorId, now: runtime.now });
}

/** One run after the other, never two at once; a failure is logged and tried again. */
function repeat(
  work: () => Promise<void>,
  { name, firstMs, everyMs }: typeof SEALING,
  { log }: Runtime,
): Background {
  let stopped = false;
  let wake = () => {};
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = (async () => {
    if (firstMs > 0) await pause(firstMs);
    while (!stopped) {
      await work().catch((error: unknown) => log.error({ event: `${name}.failed`, err: error }));
      await pause(everyMs);
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
