// A long import must not slow anybody else: fifty writers save while a changeset of 100,000 records is held open for a
// minute, and a reader follows the sealed positions. Floor: the same writers on the idle system, in the same run.
import { setTimeout as sleep } from 'node:timers/promises';
import { listPublications, seal } from '#modules/audit/index.ts';
import { applyChangeset, createRecord, type Operation, updateRecord } from '#modules/registry/index.ts';
import { readArguments } from './support/arguments.ts';
import { percentile, printFigures } from './support/figures.ts';
import { type BenchRegistry, openBenchRegistry } from './support/registry.ts';

const WRITERS = 50;
/** Saves per second of one writer: a person who saves every other second. */
const PAUSE_MS = 2_000;
const IDLE_SECONDS = 20;
const HELD_SECONDS = 60;

function body(name: string) {
  const absent = (id: string) => [{ id, absent: 'unknown' }];
  const fields = {
    name: [{ id: 'n1', value: name, lang: 'vi' }],
    sourceType: absent('t1'),
    date: absent('d1'),
    licence: absent('l1'),
  };
  return { standard: 'source@1.0', fields };
}

function* creations(count: number): Generator<Operation> {
  for (let i = 0; i < count; i += 1)
    yield { op: 'create', body: body(`Nguồn tư liệu số ${i}`), state: 'published' };
}

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
          body: body(name),
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
    const made = await createRecord(registry.context, { body: body(`Bản ghi ${i}`), state: 'published' });
    if (made.kind !== 'created') throw new Error(JSON.stringify(made));
    writers.push({ pid: made.pid, version: made.version });
  }
  const idleEnd = performance.now() + IDLE_SECONDS * 1000;
  const idle = await save(registry, writers, () => performance.now() > idleEnd);

  let finished = false;
  let written = 0;
  const hold = { recordsChanged: async () => await sleep(HELD_SECONDS * 1000) };
  const long = applyChangeset(
    { ...registry.context, projections: [hold] },
    { kind: 'import', reason: 'bench', operations: { [Symbol.iterator]: () => creations(count) } },
  ).then((outcome) => {
    if (outcome.kind !== 'applied') throw new Error(JSON.stringify(outcome).slice(0, 500));
    written = performance.now();
    finished = true;
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
