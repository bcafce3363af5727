import { findActor } from '#modules/access/index.ts';
import type { Context } from '../context.ts';
import { aliasKey, judgeAliases, refuseTaken } from '../identifier/aliases.ts';
import type { Refusal } from '../outcome.ts';
import { can } from '../policy.ts';
import { aliasItems, judgeCreations } from '../record/create.ts';
import { findIdsByPid } from '../record/record-store.ts';
import { judgeUpdates } from '../record/update.ts';
import { type Batch, batchesOf } from './batches.ts';
import type { ChangesetKind, Item, OperationOf } from './operation.ts';
import { readRecords } from './touches.ts';
import { type Change, type Judging, judging, report } from './writing.ts';

/**
 * Operations on records that are there already; what a changeset makes or changes itself, is as it was before while
 * checked: a second change of the same record is judged against what is stored.
 */
export type CheckableOperation = OperationOf<'create' | 'update'>;

/** What would become of one operation. */
export type Finding = { kind: 'sound'; change: Change } | { kind: 'refused'; refusals: Refusal[] };

/**
 * Judges operations by the rules they would be written by, a part of the changeset at a time, and writes nothing.
 * Records are not locked: what is found holds for the moment, and the writing judges again.
 */
export interface Check {
  judge(operations: readonly CheckableOperation[]): Promise<Finding[]>;
}

export async function openCheck(ctx: Context, kind: ChangesetKind): Promise<Check> {
  const actor = await findActor(ctx.db, ctx.actorId);
  const at = (ctx.now?.() ?? new Date()).toISOString();
  const state: State = { ...judging(ctx, kind, { db: ctx.db, at }), claimed: new Set() };
  return {
    judge: async (operations) => {
      for (const batch of batchesOf(operations)) {
        if (can(actor, batch.op, { changeset: kind })) await judgeBatch(state, batch);
      }
      return findings(state, operations.length);
    },
  };
}

interface State extends Judging {
  /** Aliases of the records that the changeset would make. */
  claimed: Set<string>;
}

async function judgeBatch(state: State, batch: Batch): Promise<void> {
  if (batch.op === 'create') await checkCreations(state, batch.items);
  if (batch.op === 'update') await checkUpdates(state, batch.items);
}

const NOT_WRITTEN = -1;

async function checkCreations(state: State, items: readonly Item<OperationOf<'create'>>[]): Promise<void> {
  const ready = await judgeCreations(state, items);
  for (const { index, operation } of ready)
    state.results.push({ operation: index, pid: operation.pid ?? '', version: 1, change: 'created' });
  const aliases = ready.flatMap((item) => aliasItems({ ...item, id: NOT_WRITTEN }));
  await judgeAliases(state, aliases);
  for (const { index, alias } of aliases) {
    const key = aliasKey(alias);
    if (state.claimed.has(key)) refuseTaken(state, index, { alias, owner: undefined });
    state.claimed.add(key);
  }
}

async function checkUpdates(state: State, items: readonly Item<OperationOf<'update'>>[]): Promise<void> {
  const pids = items.flatMap(({ operation: { record } }) => ('pid' in record ? [record.pid] : []));
  const unknown = pids.filter((pid) => !state.byPid.has(pid));
  if (unknown.length > 0) await readRecords(state, [...(await findIdsByPid(state.db, unknown)).values()]);
  for (const { index, record } of await judgeUpdates(state, items)) {
    record.version += 1;
    report(state, index, { record, change: 'updated' });
  }
}

/** Takes out what was found of this part, one finding for each operation. */
function findings(state: State, count: number): Finding[] {
  const found: Finding[] = Array.from({ length: count }, () => ({
    kind: 'refused',
    refusals: [{ kind: 'forbidden' }],
  }));
  for (const { operation, change } of state.results.splice(0)) found[operation] = { kind: 'sound', change };
  for (const [operation, problems] of Map.groupBy(state.problems.splice(0), (problem) => problem.operation))
    found[operation] = { kind: 'refused', refusals: problems.map(({ operation: _, ...refusal }) => refusal) };
  return found;
}
