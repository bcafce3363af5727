import { applyChangeset, writeChangeset } from '../changeset/commands.ts';
import type { Operation, OperationOf } from '../changeset/operation.ts';
import { type ChangesetHeader, type ChangesetOutcome, firstRefusal } from '../changeset/write.ts';
import type { Change } from '../changeset/writing.ts';
import type { Context } from '../context.ts';
import { issue } from '../messages.ts';
import type { Refusal } from '../outcome.ts';
import type { RecordRef } from '../reference.ts';
import { eraseValues } from '../sealed/erase.ts';
import type { TransitionTarget } from './record.ts';

interface Done {
  pid: string;
  version: number;
  change: Change;
  /** The key was used before, and this is the answer of that time. */
  repeated: boolean;
}

export type RecordOutcome = ({ kind: 'created' } & Done) | ({ kind: 'ok' } & Done) | Refusal;

interface Why {
  reason?: string;
  key?: string;
}

export async function createRecord(
  ctx: Context,
  request: Omit<OperationOf<'create'>, 'op' | 'ref'> & Why,
): Promise<RecordOutcome> {
  const { reason, key, ...create } = request;
  return await one(ctx, { reason, key, action: 'record.create' }, { op: 'create', ...create });
}

export async function updateRecord(
  ctx: Context,
  request: { pid: string; expectedVersion: number | undefined; body: unknown } & Why,
): Promise<RecordOutcome> {
  const { reason, key, pid, expectedVersion, body } = request;
  const header = { reason, key, action: 'record.update' };
  return await one(ctx, header, { op: 'update', record: { pid }, expectedVersion, body });
}

export async function restoreVersion(
  ctx: Context,
  request: { pid: string; version: number; expectedVersion: number | undefined } & Why,
): Promise<RecordOutcome> {
  const { reason, key, pid, version, expectedVersion } = request;
  const header = { reason, key, action: 'record.restore' };
  return await one(ctx, header, { op: 'restore', record: { pid }, version, expectedVersion });
}

export async function transitionRecord(
  ctx: Context,
  request: { pid: string; to: TransitionTarget; expectedVersion?: number } & Why,
): Promise<RecordOutcome> {
  const { reason, key, pid, to, expectedVersion } = request;
  const header = { reason, key, action: `record.${to}` };
  return await one(ctx, header, { op: 'transition', record: { pid }, to, expectedVersion });
}

export async function confirmRecord(
  ctx: Context,
  request: { pid: string; expectedVersion?: number } & Why,
): Promise<RecordOutcome> {
  const { reason, key, pid, expectedVersion } = request;
  const header = { reason, key, action: 'record.confirm' };
  return await one(ctx, header, { op: 'confirm', record: { pid }, expectedVersion });
}

/** The first becomes a way to the second; the reason stands in its tombstone. */
export async function mergeRecords(
  ctx: Context,
  request: { from: string; into: string; reason: string; key?: string },
): Promise<RecordOutcome> {
  const { from, into, reason, key } = request;
  if (reason.trim() === '') return { kind: 'invalid', issues: [issue('/reason', 'reason-missing')] };
  const header = { reason, key, kind: 'merge', action: 'record.merge' } as const;
  return await one(ctx, header, { op: 'merge', from: { pid: from }, into: { pid: into } });
}

/**
 * Erases personal values for good, in every version (Law 91/2025/QH15): of the fields named, or all. What remains is
 * that they were erased, when and why; every hash still verifies.
 */
export async function eraseSealed(
  ctx: Context,
  request: { pid: string; fields?: readonly string[]; reason: string; key?: string },
): Promise<RecordOutcome> {
  const { pid, fields, reason, key } = request;
  const header: ChangesetHeader = { kind: 'edit', key, reason, action: 'record.erase' };
  return outcomeOf(
    await writeChangeset(ctx, header, (writing) => eraseValues(writing, { pid, fields })),
    pid,
  );
}

type Header = Omit<Why, 'reason' | 'key'> & Partial<ChangesetHeader>;

async function one(ctx: Context, header: Header, operation: Operation): Promise<RecordOutcome> {
  const outcome = await applyChangeset(ctx, { kind: 'edit', ...header, operations: [operation] });
  const pid =
    'record' in operation ? pidOf(operation.record) : operation.op === 'merge' ? pidOf(operation.from) : '';
  return outcomeOf(outcome, pid);
}

function pidOf(ref: RecordRef): string {
  return 'pid' in ref ? ref.pid : '';
}

function outcomeOf(outcome: ChangesetOutcome, pid: string): RecordOutcome {
  if (outcome.kind === 'refused') return firstRefusal(outcome);
  const result = outcome.results[0] ?? { pid, version: 0, change: 'unchanged' as const };
  const kind = result.change === 'created' ? 'created' : 'ok';
  return {
    kind,
    pid: result.pid,
    version: result.version,
    change: result.change,
    repeated: outcome.kind === 'repeated',
  };
}
