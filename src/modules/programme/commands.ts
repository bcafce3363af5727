import { sha256Hex } from '#formats/jcs/index.ts';
import { recordAudit } from '#modules/audit/index.ts';
import type { Db, Trx } from '#platform/db/index.ts';
import { dayInVietnam } from './day.ts';
import { listVersions } from './lists-queries.ts';
import { readProgress } from './progress-queries.ts';
import { snapshotText } from './snapshot.ts';
import { insertList, insertSnapshot, lockLists, populationOn } from './store.ts';
import { hasDenominator } from './tally.ts';
import { TARGETS, type Target, targetById } from './targets.ts';

export interface ProgrammeContext {
  db: Db;
  actorId: number;
  now(): Date;
}

export interface FreezeRequest {
  /** Id of a target. */
  target: string;
  /** Number of the document that fixes the list; null is taken for the first version only. */
  decision: string | null;
  /** Where the list comes from, in words. */
  evidence: string;
}

export type FreezeOutcome =
  | { kind: 'frozen'; target: string; version: number; size: number; digest: string }
  | { kind: 'unknown-target'; known: string[] }
  /** Nothing in the registry belongs to the target yet. */
  | { kind: 'nothing-to-list'; target: string }
  /** An earlier version stands: it is replaced by a document, never by the program. */
  | { kind: 'needs-decision'; target: string; version: number }
  /** The list would be the one that stands. */
  | { kind: 'unchanged'; target: string; version: number };

/** Freezes what belongs to a target today as the next version of its list; earlier versions stay. */
export async function freezeList(context: ProgrammeContext, request: FreezeRequest): Promise<FreezeOutcome> {
  const target = targetById(request.target);
  if (target === undefined) return { kind: 'unknown-target', known: TARGETS.map(({ id }) => id) };
  return await context.db.transaction().execute(async (trx) => {
    await lockLists(trx);
    return await freeze(trx, context, { ...request, target });
  });
}

async function freeze(
  trx: Trx,
  { actorId, now }: ProgrammeContext,
  request: Omit<FreezeRequest, 'target'> & { target: Target },
): Promise<FreezeOutcome> {
  const { target, evidence } = request;
  const decision = request.decision?.trim() || null;
  const [current] = await listVersions(trx, target.id);
  if (current !== undefined && decision === null)
    return { kind: 'needs-decision', target: target.id, version: current.version };
  const asOf = dayInVietnam(now());
  const items = await populationOn(trx, target, asOf);
  if (items.length === 0) return { kind: 'nothing-to-list', target: target.id };
  const digest = sha256Hex(items.map(({ pid }) => `${pid}\n`).join(''));
  if (current?.digest === digest && current.decision === decision)
    return { kind: 'unchanged', target: target.id, version: current.version };
  const version = (current?.version ?? 0) + 1;
  await insertList(trx, { target: target.id, version, asOf, decision, evidence, digest, actorId }, items);
  await recordAudit(trx, {
    actorId,
    action: 'programme-list.freeze',
    subjectKind: 'programme-list',
    subjectId: `${target.id}@${version}`,
    detail: { decision, digest, size: items.length },
  });
  return { kind: 'frozen', target: target.id, version, size: items.length, digest };
}

export type SnapshotOutcome =
  | { kind: 'taken'; month: string; digest: string }
  | { kind: 'already-taken'; month: string }
  /** No target has a list yet: there is nothing whose progress could be told. */
  | { kind: 'no-list' };

/** Keeps the numbers of today as those of the month; a month is told once. */
export async function takeSnapshot(context: ProgrammeContext): Promise<SnapshotOutcome> {
  return await context.db.transaction().execute((trx) => snapshot(trx, context));
}

async function snapshot(trx: Trx, { actorId, now }: ProgrammeContext): Promise<SnapshotOutcome> {
  const takenOn = dayInVietnam(now());
  const month = takenOn.slice(0, 7);
  const progress = await readProgress(trx, takenOn);
  if (!progress.some(hasDenominator)) return { kind: 'no-list' };
  const content = snapshotText(takenOn, progress);
  const digest = sha256Hex(content);
  const isNew = await insertSnapshot(trx, { month, takenOn, content, digest, actorId });
  if (!isNew) return { kind: 'already-taken', month };
  await recordAudit(trx, {
    actorId,
    action: 'programme-snapshot.take',
    subjectKind: 'programme-snapshot',
    subjectId: month,
    detail: { digest },
  });
  return { kind: 'taken', month, digest };
}

/**
 * The first version of every list that the registry can fill, and the first snapshot: once, after the first data came
 * in. Targets that have a list keep it.
 */
export async function openProgramme(context: ProgrammeContext, evidence: string): Promise<FreezeOutcome[]> {
  return await context.db.transaction().execute(async (trx) => {
    await lockLists(trx);
    const outcomes: FreezeOutcome[] = [];
    for (const target of TARGETS.filter(({ freezeAtStart }) => freezeAtStart))
      outcomes.push(await freeze(trx, context, { target, decision: null, evidence }));
    if (outcomes.some(({ kind }) => kind === 'frozen')) await snapshot(trx, context);
    return outcomes;
  });
}
