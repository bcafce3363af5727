import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#platform/db/index.ts';
import { drainJobs, migrateJobs } from '#platform/jobs/index.ts';
import { createLog } from '#platform/log/index.ts';
import { anExchange, bytesOf } from '../import/sheets.fixture.ts';
import { type ReceiveOutcome, receiveFile } from './commands.ts';
import type { Intake } from './intake.ts';
import type { ImportJob } from './job.ts';
import { findJob } from './job-queries.ts';
import { importTasks } from './jobs.ts';

export interface Desk {
  intake: Intake;
  receive(
    text: string | Uint8Array,
    options?: Partial<Pick<Parameters<typeof receiveFile>[1], 'fileName' | 'kind' | 'reading'>>,
  ): Promise<ReceiveOutcome>;
  /** The import of a sheet of artefacts that is taken in. */
  taken(text: string | Uint8Array, fileName?: string): Promise<ImportJob>;
  job(id: number): Promise<ImportJob>;
  /** Does all that waits. */
  work(): Promise<void>;
  close(): Promise<void>;
}

/** A desk for incoming files of the administrator, with a folder of its own. */
export async function aDesk({ db, pool }: Pick<Database, 'db' | 'pool'>): Promise<Desk> {
  const log = createLog('silent');
  await migrateJobs(pool, log);
  const { registry, ...knowledge } = await anExchange(db);
  const folder = await mkdtemp(join(tmpdir(), 'disan-intake-'));
  const registryFor = (actorId: number) => ({ ...registry, actorId });
  const intake: Intake = { ...knowledge, db, folder, limitBytes: 100_000, registryFor };
  const receive: Desk['receive'] = async (text, options = {}) =>
    await receiveFile(intake, {
      ...{ bytes: bytesOf(text), fileName: 'hiện vật.csv', kind: 'artefact', actorId: registry.actorId },
      ...options,
    });
  const job = async (id: number) => {
    const found = await findJob(db, id);
    if (!found) throw new Error(`There is no import ${id}`);
    return found;
  };
  return {
    ...{ intake, receive, job },
    taken: async (text, fileName) => {
      const outcome = await receive(text, fileName === undefined ? {} : { fileName });
      if (outcome.kind !== 'received') throw new Error(JSON.stringify(outcome));
      return await job(outcome.id);
    },
    work: () => drainJobs(pool, importTasks(intake), log),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
