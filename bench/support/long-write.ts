// A long import as a program of its own beside the server: it shares the database with the writers, not their thread.
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { applyChangeset, type Operation } from '#modules/registry/index.ts';
import { type Connection, openDatabase } from '#platform/db/index.ts';
import { sourceBody } from './bodies.ts';
import { contextOn } from './registry.ts';

export interface LongWrite {
  connection: Connection;
  records: number;
  holdSeconds: number;
}

const { connection, records, holdSeconds } = workerData as LongWrite;

function* creations(): Generator<Operation> {
  for (let i = 0; i < records; i += 1)
    yield { op: 'create', body: sourceBody(`Nguồn tư liệu số ${i}`), state: 'published' };
}

const database = openDatabase({ ...connection, maxConnections: 2 });
const context = await contextOn(database);
const hold = { recordsChanged: async () => await sleep(holdSeconds * 1000) };
const outcome = await applyChangeset(
  { ...context, projections: [hold] },
  { kind: 'import', reason: 'bench', operations: { [Symbol.iterator]: creations } },
);
await database.close();
parentPort?.postMessage(outcome.kind);
