import { actorId } from '#modules/access/index.ts';
import { countUnsealed } from '#modules/audit/index.ts';
import { type Context, catalogueRules, type Projection } from '#modules/registry/index.ts';
import { createSearchProjection } from '#modules/search/index.ts';
import type { Database } from '#platform/db/index.ts';
import { countJobs } from '#platform/jobs/index.ts';
import { createLog, type Logger } from '#platform/log/index.ts';
import type { Invocation } from './command.ts';
import type { Config } from './config.ts';
import { openHeritageDatabase } from './database.ts';
import { type Knowledge, loadKnowledge } from './knowledge.ts';

/** Everything a command works with, opened once. */
export interface Runtime {
  config: Config;
  log: Logger;
  knowledge: Knowledge;
  database: Database;
  db: Database['db'];
  projections: readonly Projection[];
  now(): Date;
  /** A registry context that acts as one of the program's own actors. */
  contextAs(actor: 'bootstrap' | 'administrator' | 'system'): Promise<Context>;
  /** What waits to be worked or sealed. */
  pendingWork(): Promise<{ jobs: number; failedJobs: number; unsealed: number }>;
  close(): Promise<void>;
}

export type RuntimeOutcome = { kind: 'open'; runtime: Runtime } | { kind: 'failed'; code: number };

/** Opens knowledge and database, migrates, and says in one line what stands in the way. */
export async function openRuntime(
  { config, terminal }: Pick<Invocation, 'config' | 'terminal'>,
  { attach = true }: { attach?: boolean } = {},
): Promise<RuntimeOutcome> {
  const knowledge = await loadKnowledge(config);
  if (knowledge.kind === 'refused') {
    for (const problem of knowledge.problems) terminal.say({ vi: problem, en: problem });
    return { kind: 'failed', code: 1 };
  }
  const log = createLog(config.logLevel);
  const opened = await openHeritageDatabase({ config, terminal, log, attach });
  if (opened.kind === 'failed') return opened;
  return { kind: 'open', runtime: assemble({ config, log, knowledge, ...opened }) };
}

interface Parts {
  config: Config;
  log: Logger;
  knowledge: Knowledge;
  database: Database;
  stop: () => Promise<void>;
}

function assemble({ config, log, knowledge, database, stop }: Parts): Runtime {
  const projections = [createSearchProjection()];
  const rules = catalogueRules(knowledge.catalogue);
  const fixed = config.clock === null ? null : new Date(config.clock);
  const now = () => fixed ?? new Date();
  const { naan, shoulder } = config;
  const { db } = database;
  const contextAs = async (actor: 'bootstrap' | 'administrator' | 'system'): Promise<Context> => {
    return { db, rules, actorId: await actorId(db, actor), now, projections, naan, shoulder };
  };
  const pendingWork = async () => ({ ...(await countJobs(db)), unsealed: await countUnsealed(db) });
  const close = async () => {
    await database.close();
    await stop();
  };
  return { config, log, knowledge, database, db, projections, now, contextAs, pendingWork, close };
}
