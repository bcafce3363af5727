import type { Actor } from '#modules/access/index.ts';
import type { Db, Trx } from '#platform/db/index.ts';
import type { Context } from '../context.ts';
import type { Problem, Refusal } from '../outcome.ts';
import type { RecordState } from '../record/record.ts';
import type { RecordHead } from '../record/record-store.ts';
import type { RecordRef } from '../reference.ts';
import type { ChangesetKind } from './operation.ts';

/** A record as the changeset has it so far. `before` is null when the changeset created it. */
export interface Touched extends RecordHead {
  before: { state: RecordState } | null;
  /** Whether anything a reader could see has changed. */
  changed: boolean;
}

export type Change =
  | 'created'
  | 'updated'
  | 'unchanged'
  | 'skipped'
  | 'moved'
  | 'confirmed'
  | 'merged'
  | 'erased';

/** What became of one operation on a record. */
export interface RecordResult {
  operation: number;
  pid: string;
  version: number;
  change: Change;
}

/** Other things a changeset made or took back, by what they are. */
export type CountName =
  | Change
  | 'aliases'
  | 'relations'
  | 'decisions'
  | 'designations'
  | 'voided'
  | 'restored'
  | 'known';
export type Counts = Partial<Record<CountName, number>>;

/** What the rules for operations look at, whether they are to be written or only checked. */
export interface Judging {
  /** Where records are read; within the transaction, if there is one. */
  db: Db;
  ctx: Context;
  kind: ChangesetKind;
  at: string;
  records: Map<number, Touched>;
  byPid: Map<string, number>;
  byRef: Map<string, number>;
  results: RecordResult[];
  counts: Counts;
  problems: Problem[];
}

/** One changeset while it is being written: its transaction, what it has touched and what went wrong so far. */
export interface Writing extends Judging {
  trx: Trx;
  actor: Actor;
  changesetId: number;
  reason: string;
  /** Ids of the hierarchical relations that this changeset made, with the operation that did. */
  hierarchy: Map<number, number>;
  /** Things made or taken back in this changeset; an empty changeset leaves no trace. */
  changes: number;
}

export function judging(ctx: Context, kind: ChangesetKind, { db, at }: Pick<Judging, 'db' | 'at'>): Judging {
  return {
    ...{ db, ctx, kind, at },
    records: new Map(),
    byPid: new Map(),
    byRef: new Map(),
    results: [],
    counts: {},
    problems: [],
  };
}

export function refuse(judging: Judging, operation: number, refusal: Refusal): void {
  judging.problems.push({ ...refusal, operation });
}

/** Counts things that change nothing: what was known already, what was left alone. */
export function count(writing: Judging, name: CountName, by = 1): void {
  if (by > 0) writing.counts[name] = (writing.counts[name] ?? 0) + by;
}

export function countChange(writing: Writing, name: CountName, by = 1): void {
  count(writing, name, by);
  writing.changes += by;
}

export function markChanged(writing: Writing, recordIds: Iterable<number>): void {
  for (const id of recordIds) {
    const record = writing.records.get(id);
    if (record) record.changed = true;
  }
}

export function report(
  writing: Judging,
  operation: number,
  { record, change }: { record: Touched; change: Change },
): void {
  writing.results.push({ operation, pid: record.pid, version: record.version, change });
  count(writing, change);
}

export function refText(ref: RecordRef): string {
  return 'pid' in ref ? ref.pid : `#${ref.ref}`;
}

function findRecord(writing: Judging, ref: RecordRef): Touched | undefined {
  const id = 'pid' in ref ? writing.byPid.get(ref.pid) : writing.byRef.get(ref.ref);
  return id === undefined ? undefined : writing.records.get(id);
}

/** A record that can still be worked on; otherwise the refusal that says where it went. */
export function openRecord(writing: Judging, ref: RecordRef): { kind: 'open'; record: Touched } | Refusal {
  const record = findRecord(writing, ref);
  if (record === undefined) return { kind: 'not-found', subject: refText(ref) };
  if (record.state === 'merged') return { kind: 'moved', pid: record.mergedPid ?? '' };
  if (record.state !== 'withdrawn') return { kind: 'open', record };
  const { pid, closedAt, closedReason } = record;
  return { kind: 'gone', tombstone: { pid, since: closedAt ?? writing.at, reason: closedReason ?? '' } };
}

/** Whether the writer knew the version that is current; `required` where an edit would otherwise be lost. */
export function versionRefusal(
  record: RecordHead,
  { expected, required }: { expected: number | undefined; required: boolean },
): Refusal | undefined {
  const current = { pid: record.pid, version: record.version, state: record.state };
  if (expected === undefined) return required ? { kind: 'precondition-missing', current } : undefined;
  return expected === record.version ? undefined : { kind: 'stale', current };
}
