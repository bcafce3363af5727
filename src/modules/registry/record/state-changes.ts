import type { Touched, Writing } from '../changeset/writing.ts';
import { classIn, isOpen, type RecordState } from './record.ts';
import { insertStateChanges, writeStates } from './record-store.ts';

export interface StateMove {
  record: Touched;
  state: RecordState;
  reason: string;
  /** The record it was merged into. */
  into?: Touched;
}

/** Moves records to another state, keeps the trail of it, and lets class and tombstone follow. */
export async function moveStates(writing: Writing, moves: readonly StateMove[]): Promise<void> {
  const { trx, changesetId, at } = writing;
  const changes = moves.map(({ record, state, reason, into }) => ({
    recordId: record.id,
    aspect: 'state' as const,
    before: record.state,
    after: state,
    mergedInto: into?.id ?? record.mergedInto,
    reason,
  }));
  await insertStateChanges(trx, changes, { changesetId, at });
  const rows = moves.map(({ record, state, reason, into }) => ({
    id: record.id,
    state,
    accessClass: classIn(state, record.accessClass),
    mergedInto: into?.id ?? null,
    closedReason: isOpen(state) ? null : reason,
  }));
  await writeStates(trx, rows, at);
  for (const { record, state, reason, into } of moves) {
    record.accessClass = classIn(state, record.accessClass);
    record.state = state;
    record.mergedInto = into?.id ?? null;
    record.mergedPid = into?.pid ?? null;
    record.closedAt = isOpen(state) ? null : at;
    record.closedReason = isOpen(state) ? null : reason;
    record.changed = true;
  }
  writing.changes += moves.length;
}
