import { Logger, run, runMigrations, runOnce, type Logger as WorkerLogger } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db, Trx } from '#platform/db/index.ts';
import type { Logger as Log } from '#platform/log/index.ts';

/** What a job does; the payload is what `enqueue` was given. Doing it twice must change nothing. */
export type Task = (payload: unknown, context: { attempt: number }) => Promise<void>;
export type Tasks = Record<string, Task>;

export interface Worker {
  /** Lets the running jobs finish, takes no new ones. */
  stop(): Promise<void>;
}

/** Creates or updates the queue's own schema (`graphile_worker`). */
export async function migrateJobs(pool: pg.Pool, log: Log): Promise<void> {
  await runMigrations({ pgPool: pool, logger: workerLog(log) });
}

/**
 * Queues a job in the caller's transaction, so that it exists exactly when the change does.
 * A second job with the same `key` replaces the first as long as that one has not started.
 */
export async function enqueue(trx: Trx, name: string, payload: object, key: string): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${key}, max_attempts := 10)`.execute(
    trx,
  );
}

/**
 * With a batcher, even one without delay, a worker that ends waits until its last job is noted as done; without one
 * it would leave that to itself, and the job would be there once more at the next start.
 */
const NOTED = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/** Works the queue until stopped. */
export async function startWorker(pool: pg.Pool, tasks: Tasks, log: Log): Promise<Worker> {
  const runner = await run({
    pgPool: pool,
    taskList: adapt(tasks),
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 2000,
    preset: NOTED,
    logger: workerLog(log),
  });
  return { stop: () => runner.stop() };
}

/**
 * Frees the jobs of workers that were killed; the queue itself would wait four hours for them. For a program that is
 * the only one at work: a job that somebody still does would be done twice, which must change nothing.
 */
export async function releaseJobs(db: Db): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker.jobs where locked_by is not null))`.execute(db);
}

/** Works until the queue is empty; for commands that must leave nothing waiting. */
export async function drainJobs(pool: pg.Pool, tasks: Tasks, log: Log): Promise<void> {
  await runOnce({
    pgPool: pool,
    taskList: adapt(tasks),
    noHandleSignals: true,
    preset: NOTED,
    logger: workerLog(log),
  });
}

function adapt(tasks: Tasks) {
  const entries = Object.entries(tasks).map(([name, task]) => [
    name,
    (payload: unknown, helpers: { job: { attempts: number } }) =>
      task(payload, { attempt: helpers.job.attempts }),
  ]);
  return Object.fromEntries(entries);
}

function workerLog(log: Log): WorkerLogger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error({ event: 'jobs.error' }, message);
    else if (level === 'warning') log.warn({ event: 'jobs.warning' }, message);
    else log.debug({ event: 'jobs' }, message);
  });
}

/** Jobs that wait, and those that have failed as often as they may. */
export async function countJobs(db: Db): Promise<{ jobs: number; failedJobs: number }> {
  const { rows } = await sql<{ jobs: number; failed: number }>`
    select count(*) filter (where attempts < max_attempts) as jobs,
           count(*) filter (where attempts >= max_attempts) as failed
    from graphile_worker.jobs`.execute(db);
  return { jobs: rows[0]?.jobs ?? 0, failedJobs: rows[0]?.failed ?? 0 };
}
