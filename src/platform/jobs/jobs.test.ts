import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/postgres.ts';
import { countJobs, drainJobs, enqueue, migrateJobs, releaseJobs, startWorker, type Tasks } from './index.ts';

const { db, pool, close } = await testDatabase();
const lines: { level: number; event: string; msg: string }[] = [];
const log = pino({ level: 'debug', base: null }, { write: (line) => lines.push(JSON.parse(line)) });
beforeAll(() => migrateJobs(pool, log));
afterAll(close);
afterEach(async () => {
  lines.length = 0;
  await sql`delete from graphile_worker._private_jobs`.execute(db);
});

const add = async (name: string, payload: object, key: string) =>
  await db.transaction().execute((trx) => enqueue(trx, name, payload, key));

/** A task that notes what it was given. */
function noting(): { seen: unknown[]; tasks: Tasks } {
  const seen: unknown[] = [];
  return { seen, tasks: { note: async (payload, { attempt }) => void seen.push([payload, attempt]) } };
}

const makeDue = async () => await sql`update graphile_worker._private_jobs set run_at = now()`.execute(db);

describe('the queue', () => {
  it('is made once and left alone the second time', async () => {
    await migrateJobs(pool, log);
    expect(await countJobs(db)).toEqual({ jobs: 0, failedJobs: 0 });
  });

  it('gives each job its payload, in order, and is empty afterwards', async () => {
    const { seen, tasks } = noting();
    await add('note', { pid: 'd1abc', tên: 'Trống đồng' }, 'a');
    await add('note', {}, 'b');
    expect(await countJobs(db)).toEqual({ jobs: 2, failedJobs: 0 });
    await drainJobs(pool, tasks, log);
    expect(seen).toEqual([
      [{ pid: 'd1abc', tên: 'Trống đồng' }, 1],
      [{}, 1],
    ]);
    expect(await countJobs(db)).toEqual({ jobs: 0, failedJobs: 0 });
  });

  it('gives the jobs of a killed worker to the next one', async () => {
    const { seen, tasks } = noting();
    await add('note', { n: 1 }, 'held');
    await sql`update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now()`.execute(db);
    await drainJobs(pool, tasks, log);
    expect(seen).toEqual([]);
    await releaseJobs(db);
    await drainJobs(pool, tasks, log);
    expect(seen).toHaveLength(1);
  });

  it('holds a job exactly when the change holds that asked for it', async () => {
    const failing = db.transaction().execute(async (trx) => {
      await enqueue(trx, 'note', { n: 1 }, 'undone');
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect((await countJobs(db)).jobs).toBe(0);
  });

  it('keeps the newer of two jobs with one key, and both of two keys', async () => {
    const { seen, tasks } = noting();
    await add('note', { n: 1 }, 'same');
    await add('note', { n: 2 }, 'same');
    await add('note', { n: 3 }, 'other');
    await drainJobs(pool, tasks, log);
    expect(seen).toEqual([
      [{ n: 2 }, 1],
      [{ n: 3 }, 1],
    ]);
  });

  it('tries a failed job again later, and says in the log what failed', async () => {
    let attempts = 0;
    const tasks: Tasks = {
      shaky: async (_payload, { attempt }) => {
        attempts = attempt;
        if (attempt < 3) throw new Error(`broken at ${attempt}`);
      },
    };
    await add('shaky', {}, 'k');
    await drainJobs(pool, tasks, log);
    expect([attempts, await countJobs(db)]).toEqual([1, { jobs: 1, failedJobs: 0 }]);
    const told = lines.filter(({ event }) => event === 'jobs.error');
    expect(told).toEqual([
      expect.objectContaining({ level: 50, msg: expect.stringContaining('broken at 1') }),
    ]);
    // Not before its time.
    await drainJobs(pool, tasks, log);
    expect(attempts).toBe(1);
    for (const expected of [2, 3]) {
      await makeDue();
      await drainJobs(pool, tasks, log);
      expect(attempts).toBe(expected);
    }
    expect(await countJobs(db)).toEqual({ jobs: 0, failedJobs: 0 });
  });

  it('gives a job up after ten attempts and counts it apart', async () => {
    await add('broken', {}, 'k');
    await sql`update graphile_worker._private_jobs set attempts = 9`.execute(db);
    const tasks: Tasks = { broken: () => Promise.reject(new Error('always')) };
    await drainJobs(pool, tasks, log);
    expect(await countJobs(db)).toEqual({ jobs: 0, failedJobs: 1 });
    await makeDue();
    await drainJobs(pool, { broken: () => Promise.reject(new Error('must not run')) }, log);
    expect(lines.map(({ msg }) => msg).join()).not.toContain('must not run');
  });
});

describe('a worker', () => {
  it('takes jobs as they come until it is stopped, and lets the running one finish', async () => {
    const done: unknown[] = [];
    const tasks: Tasks = {
      slow: async (payload) => {
        await new Promise((resolve) => setTimeout(resolve, 150));
        done.push(payload);
      },
    };
    const worker = await startWorker(pool, tasks, log);
    await add('slow', { n: 1 }, 'a');
    await expect.poll(() => done, { timeout: 10_000 }).toEqual([{ n: 1 }]);
    await add('slow', { n: 2 }, 'b');
    const running = async () =>
      (await sql`select from graphile_worker.jobs where locked_at is not null`.execute(db)).rows.length;
    await expect.poll(running, { timeout: 10_000, interval: 20 }).toBe(1);
    await worker.stop();
    expect(done).toEqual([{ n: 1 }, { n: 2 }]);
    await add('slow', { n: 3 }, 'c');
    expect(await countJobs(db)).toEqual({ jobs: 1, failedJobs: 0 });
  });
});
