import { findActor } from '#modules/access/index.ts';
import type { Trx } from '#platform/db/index.ts';
import type { Context } from '../context.ts';
import { conflict } from '../messages.ts';
import type { Problem, Refusal } from '../outcome.ts';
import { changesetExists, findChangesetByKey, insertChangeset, versionsWritten } from './changeset-store.ts';
import { finishWriting } from './finish.ts';
import type { ChangesetKind } from './operation.ts';
import { type Counts, judging, type RecordResult, type Writing } from './writing.ts';

export interface ChangesetHeader {
  kind: ChangesetKind;
  /** Sent again with the same key, a changeset is answered as the first time and changes nothing. */
  key?: string | undefined;
  reason?: string | undefined;
  /** Does everything, reports everything, and leaves nothing behind. */
  dryRun?: boolean | undefined;
  reverts?: number | undefined;
  /** For the trail: `record.update`. */
  action?: string | undefined;
}

interface Written {
  changesetId: number;
  /** One per operation on a record, in order. */
  results: RecordResult[];
  counts: Counts;
}

export type ChangesetOutcome =
  | ({ kind: 'applied' } & Written)
  /** The key was used before; these are the results of that time. */
  | ({ kind: 'repeated' } & Written)
  /** A dry run that would be applied. */
  | ({ kind: 'checked' } & Omit<Written, 'changesetId'>)
  /** There was nothing to change, and no changeset was kept. */
  | ({ kind: 'unchanged' } & Omit<Written, 'changesetId'>)
  /** Nothing was written. Every problem found, in the order of the operations. */
  | { kind: 'refused'; problems: Problem[] };

export type Work = (writing: Writing) => Promise<void>;

/** The one way to write: opens the changeset, does the work, and draws every consequence of it. */
export async function writeIn(
  trx: Trx,
  ctx: Context,
  header: ChangesetHeader,
  work: Work,
): Promise<ChangesetOutcome> {
  const actor = await findActor(trx, ctx.actorId);
  if (actor === undefined) return refused([{ kind: 'forbidden', operation: 0 }]);
  const { kind, key, reason = '', reverts } = header;
  if (reverts !== undefined && !(await changesetExists(trx, reverts))) {
    return refused([{ kind: 'not-found', subject: `changeset ${reverts}`, operation: 0 }]);
  }
  const at = (ctx.now?.() ?? new Date()).toISOString();
  const changesetId = await insertChangeset(trx, { kind, key, actorId: actor.id, reason, at, reverts });
  if (changesetId === undefined) return await repeated(trx, ctx, header);
  const writing: Writing = {
    ...judging(ctx, kind, { db: trx, at }),
    ...{ trx, actor, changesetId, reason },
    hierarchy: new Map(),
    changes: 0,
  };
  await work(writing);
  return await concluded(writing, header);
}

async function concluded(
  writing: Writing,
  { key, action, kind, dryRun = false }: ChangesetHeader,
): Promise<ChangesetOutcome> {
  const { problems, counts, changesetId } = writing;
  const results = writing.results.toSorted((a, b) => a.operation - b.operation);
  if (problems.length > 0) return refused(problems);
  if (writing.changes === 0 && key === undefined) return { kind: 'unchanged', results, counts };
  await finishWriting(writing, action ?? `changeset.${kind}`);
  if (problems.length > 0) return refused(problems);
  return dryRun ? { kind: 'checked', results, counts } : { kind: 'applied', changesetId, results, counts };
}

function refused(problems: readonly Problem[]): ChangesetOutcome {
  return { kind: 'refused', problems: problems.toSorted((a, b) => a.operation - b.operation) };
}

async function repeated(
  trx: Trx,
  { requestDigest }: Context,
  { key, kind, reverts }: ChangesetHeader,
): Promise<ChangesetOutcome> {
  const earlier = key === undefined ? undefined : await findChangesetByKey(trx, key);
  if (earlier === undefined && reverts !== undefined) {
    return refused([{ ...conflict('already-reverted'), operation: 0 }]);
  }
  // Answered as done, another request under the same key would be lost without anybody knowing.
  if (earlier === undefined || earlier.kind !== kind || earlier.detail.requestDigest !== requestDigest)
    return refused([{ ...conflict('key-reused'), operation: 0 }]);
  const versions = await versionsWritten(trx, earlier.id);
  const results = versions.map(({ pid, version }, operation): RecordResult => {
    return { operation, pid, version, change: version === 1 ? 'created' : 'updated' };
  });
  return { kind: 'repeated', changesetId: earlier.id, results, counts: countsIn(earlier.detail) };
}

function countsIn({ counts }: Record<string, unknown>): Counts {
  return typeof counts === 'object' && counts !== null ? counts : {};
}

/** The outcome of a changeset of one operation, in the words of that operation. */
export function firstRefusal({ problems }: { problems: readonly Problem[] }): Refusal {
  const [problem] = problems;
  if (problem === undefined) throw new Error('A changeset was refused without a reason');
  const { operation: _first, ...refusal } = problem;
  return refusal;
}
