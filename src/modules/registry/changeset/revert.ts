import { reopenCandidates } from '../duplicate/duplicate-store.ts';
import { can } from '../policy.ts';
import { insertStateChanges, writeVerifications } from '../record/record-store.ts';
import { moveStates } from '../record/state-changes.ts';
import { type EdgeEffects, readEdgeEffects, revertEdges } from './revert-edges.ts';
import { refuseObstacles } from './revert-obstacles.ts';
import {
  builtUpon,
  laterActs,
  type StateSpan,
  stateSpans,
  type VersionSpan,
  versionSpans,
} from './revert-store.ts';
import { restoreBodies } from './revert-versions.ts';
import { lockAndRead, readRecords } from './touches.ts';
import { refuse, type Touched, type Writing } from './writing.ts';

/** What a changeset did, as far as it can be taken back. */
interface Effects {
  versions: VersionSpan[];
  states: StateSpan[];
  edges: EdgeEffects;
}

/** Takes back everything a changeset did: bodies, states, created records, and what was added or voided. */
export async function revertEffects(writing: Writing, changesetId: number): Promise<void> {
  if (!can(writing.actor, 'revert', { changeset: 'revert' })) {
    refuse(writing, 0, { kind: 'forbidden' });
    return;
  }
  const effects = await lockEffects(writing, changesetId);
  const obstacles = await obstaclesTo(writing, effects, changesetId);
  if (obstacles.length > 0) refuseObstacles(writing, obstacles);
  else await takeBack(writing, effects);
}

/** Reads twice: what is found tells what to lock, and only what is read under the locks counts. */
async function lockEffects(writing: Writing, changesetId: number): Promise<Effects> {
  const found = await readEffects(writing, changesetId);
  const ends = found.edges.recordIds.map((id) => [id, 'refer'] as const);
  const own = [...found.versions, ...found.states].map(({ recordId }) => [recordId, 'write'] as const);
  await lockAndRead(writing, new Map([...ends, ...own]));
  return await readEffects(writing, changesetId);
}

async function readEffects({ trx }: Writing, changesetId: number): Promise<Effects> {
  return {
    versions: await versionSpans(trx, changesetId),
    states: await stateSpans(trx, changesetId),
    edges: await readEdgeEffects(trx, changesetId),
  };
}

async function obstaclesTo(writing: Writing, effects: Effects, changesetId: number): Promise<string[]> {
  const { versions, states, edges } = effects;
  const created = versions.filter((span) => span.first === 1).map((span) => span.recordId);
  const edited = versions.filter((span) => !span.untouched).map((span) => span.recordId);
  const moved = states
    .filter((span) => movedOn(writing.records.get(span.recordId), span))
    .map((span) => span.recordId);
  const built = await builtUpon(writing.trx, { created, changesetId });
  const acts = await laterActs(writing.trx, {
    decisions: edges.effects.decision.created,
    designations: edges.effects.designation.created,
    changesetId,
  });
  const pids = [...new Set([...edited, ...moved, ...built])].map((id) => writing.records.get(id)?.pid ?? '');
  return [...pids, ...acts];
}

function movedOn(record: Touched | undefined, { state, verification }: StateSpan): boolean {
  if (record === undefined) return true;
  if (state && state.after !== record.state) return true;
  return verification !== null && verification.after !== record.verification;
}

async function takeBack(writing: Writing, { versions, states, edges }: Effects): Promise<void> {
  const created = new Set(versions.filter((span) => span.first === 1).map((span) => span.recordId));
  const kept = states.filter((span) => !created.has(span.recordId));
  await revertStates(writing, kept, created);
  await revertVerifications(writing, kept);
  await restoreBodies(
    writing,
    versions.filter((span) => span.first > 1),
  );
  await revertEdges(writing, edges);
}

async function revertStates(
  writing: Writing,
  spans: readonly StateSpan[],
  created: ReadonlySet<number>,
): Promise<void> {
  const { reason, records } = writing;
  await readRecords(
    writing,
    spans.flatMap(({ state }) => state?.mergedInto ?? []),
  );
  const back = spans.flatMap(({ recordId, state }) => {
    const record = records.get(recordId);
    return record && state ? [{ record, state: state.before, reason, ...mergeTarget(writing, state) }] : [];
  });
  // An identifier that was given out is never given again: the record leaves a tombstone.
  const uncreated = [...created].flatMap((id) => {
    const record = records.get(id);
    return record && record.state !== 'withdrawn' ? [{ record, state: 'withdrawn' as const, reason }] : [];
  });
  const unmerged = back.filter(({ record }) => record.state === 'merged').map(({ record }) => record.id);
  if (back.length + uncreated.length > 0) await moveStates(writing, [...back, ...uncreated]);
  await reopenCandidates(writing.trx, unmerged);
  writing.counts.moved = back.length + uncreated.length;
}

/** A merge that comes back leads to where it led. */
function mergeTarget(
  { records }: Writing,
  { before, mergedInto }: NonNullable<StateSpan['state']>,
): { into?: Touched } {
  const into = before === 'merged' ? records.get(mergedInto ?? 0) : undefined;
  return into ? { into } : {};
}

async function revertVerifications(writing: Writing, spans: readonly StateSpan[]): Promise<void> {
  const { trx, changesetId, at, reason, records } = writing;
  const back = spans.flatMap(({ recordId, verification }) => {
    const record = records.get(recordId);
    return record && verification ? [{ record, verification }] : [];
  });
  if (back.length === 0) return;
  const changes = back.map(({ record, verification }) => ({
    recordId: record.id,
    aspect: 'verification' as const,
    before: verification.after,
    after: verification.before,
    reason,
  }));
  await insertStateChanges(trx, changes, { changesetId, at });
  const rows = back.map(({ record, verification }) => ({ id: record.id, verification: verification.before }));
  await writeVerifications(trx, rows, at);
  for (const { record, verification } of back) {
    record.verification = verification.before;
    record.changed = true;
  }
  writing.changes += back.length;
}
