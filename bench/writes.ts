// A long import must not slow anybody else: fifty writers save while a changeset of 100,000 records is held open for a
// minute, and a reader follows the sealed positions. Floor: the same writers on the idle system, in the same run.
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { listPublications, seal } from '#modules/audit/index.ts';
import { createRecord, updateRecord } from '#modules/registry/index.ts';
import { readArguments } from './support/arguments.ts';
import { sourceBody } from './support/bodies.ts';
import { percentile, printFigures } from './support/figures.ts';
import { type BenchRegistry, openBenchRegistry } from './support/registry.ts';

const WRITERS = 50;
/** Saves per second of one writer: a person who saves every other second. */
const PAUSE_MS = 2_000;
const IDLE_SECONDS = 20;
const HELD_SECONDS = 60;

interface Writer {
  pid: string;
  version: number;
}

/** Every writer saves its own record again and again; the milliseconds of each save. */
async function save({ context }: BenchRegistry, writers: Writer[], until: () => boolean): Promise<number[]> {
  const taken = await Promise.all(
    writers.map(async (writer, index) => {
      const times: number[] = [];
      await sleep((index * PAUSE_MS) / writers.length);
      while (!until()) {
        const started = performance.now();
        const name = `Bản ghi ${writer.pid} lần ${writer.version}`;
        const outcome = await updateRecord(context, {
          pid: writer.pid,
          expectedVersion: writer.version,
          body: sourceBody(name),
        });
        times.push(performance.now() - started);
        if (outcome.kind !== 'ok') throw new Error(`a save was lost: ${JSON.stringify(outcome)}`);
        writer.version = outcome.version;
        await sleep(PAUSE_MS);
      }
      return times;
    }),
  );
  return taken.flat();
}

interface Followed {
  /** How often each publication row was seen. */
  seen: Map<string, number>;
  gaps: number;
}

async function follow({ context: { db } }: BenchRegistry, until: () => boolean): Promise<Followed> {
  const seen = new Map<string, number>();
  let after = 0;
  let gaps = 0;
  const read = async () => {
    await seal(db);
    for (
      let page = await listPublications(db, { after, limit: 1000 });
      page.length > 0;
      page = await listPublications(db, { after, limit: 1000 })
    ) {
      for (const row of page) {
        if (row.position !== after + 1) gaps += 1;
        after = row.position;
        const key = `${row.recordId}.${row.version}.${row.event}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    }
  };
  while (!until()) {
    await read();
    await sleep(1_000);
  }
  await read();
  return { seen, gaps };
}

const { records, json } = readArguments();
const count = records ?? 100_000;
const registry = await openBenchRegistry(WRITERS + 10);
try {
  const writers: Writer[] = [];
  for (let i = 0; i < WRITERS; i += 1) {
    const made = await createRecord(registry.context, {
      body: sourceBody(`Bản ghi ${i}`),
      state: 'published',
    });
    if (made.kind !== 'created') throw new Error(JSON.stringify(made));
    writers.push({ pid: made.pid, version: made.version });
  }
  const idleEnd = performance.now() + IDLE_SECONDS * 1000;
  const idle = await save(registry, writers, () => performance.now() > idleEnd);

  let finished = false;
  let written = 0;
  const long = new Promise<void>((resolve, reject) => {
    const workerData = { connection: registry.connection, records: count, holdSeconds: HELD_SECONDS };
    const worker = new Worker(new URL('./support/long-write.ts', import.meta.url), { workerData });
    worker.on('error', reject);
    worker.on('message', (kind) => {
      if (kind !== 'applied') return reject(new Error(String(kind)));
      written = performance.now();
      finished = true;
      return resolve();
    });
  });
  const started = performance.now();
  const [busy, followed] = await Promise.all([
    save(registry, writers, () => finished),
    follow(registry, () => finished),
    long,
  ]);
  const seconds = (written - started) / 1000;
  const repeated = [...followed.seen.values()].filter((times) => times > 1).length;
  const expected = WRITERS + count + writers.reduce((sum, writer) => sum + writer.version - 1, 0);
  const good = printFigures(
    `writes: ${WRITERS} writers, ${count} records in one changeset`,
    [
      { name: 'save p95, idle', value: percentile(idle, 0.95), unit: 'ms' },
      {
        name: 'save p95, while the long write is open',
        value: percentile(busy, 0.95),
        unit: 'ms',
        target: { value: 2 * percentile(idle, 0.95), is: 'at most' },
      },
      { name: 'long write open', value: seconds, unit: 's', target: { value: HELD_SECONDS, is: 'at least' } },
      {
        name: 'publication rows missed',
        value: expected - followed.seen.size,
        unit: '',
        target: { value: 0, is: 'at most' },
      },
      {
        name: 'publication rows repeated or out of order',
        value: repeated + followed.gaps,
        unit: '',
        target: { value: 0, is: 'at most' },
      },
    ],
    json,
  );
  process.exitCode = good ? 0 : 1;
} finally {
  await registry.close();
}
