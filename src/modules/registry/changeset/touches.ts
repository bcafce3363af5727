import {
  findIdsByPid,
  type LockStrength,
  lockRecords,
  type RecordHead,
  readHeads,
} from '../record/record-store.ts';
import type { RecordRef } from '../reference.ts';
import type { Operation } from './operation.ts';
import type { Judging, Writing } from './writing.ts';

type Touch = { ref: RecordRef; strength: LockStrength };

const touch = (ref: RecordRef, strength: LockStrength): Touch => ({ ref, strength });

/** The records an operation speaks of, and how firmly they have to be held until the changeset is done. */
export function touchesOf(operation: Operation): Touch[] {
  switch (operation.op) {
    case 'update':
    case 'restore':
    case 'transition':
    case 'confirm':
      return [touch(operation.record, 'write')];
    case 'merge':
      return [touch(operation.from, 'close'), touch(operation.into, 'write')];
    case 'addAlias':
      return [touch(operation.record, 'refer')];
    case 'addRelation':
      return [touch(operation.from, 'refer'), touch(operation.to, 'refer')];
    case 'addDesignation':
      return operation.members.map((member) => touch(member.record, 'refer'));
    default:
      return [];
  }
}

const RANK: Readonly<Record<LockStrength, number>> = { refer: 0, write: 1, close: 2 };
const CHUNK = 10_000;

/** Locks and reads, before anything is written, every record that exists and that the operations speak of. */
export async function lockTouched(writing: Writing, operations: Iterable<Operation>): Promise<void> {
  const byPid = strongestByPid(operations);
  const pids = [...byPid.keys()];
  const strengths = new Map<number, LockStrength>();
  for (let at = 0; at < pids.length; at += CHUNK) {
    const found = await findIdsByPid(writing.trx, pids.slice(at, at + CHUNK));
    for (const [pid, id] of found) strengths.set(id, byPid.get(pid) ?? 'refer');
  }
  await lockAndRead(writing, strengths);
}

function strongestByPid(operations: Iterable<Operation>): Map<string, LockStrength> {
  const byPid = new Map<string, LockStrength>();
  for (const operation of operations) {
    for (const { ref, strength } of touchesOf(operation)) {
      if (!('pid' in ref)) continue;
      const before = byPid.get(ref.pid);
      if (before === undefined || RANK[before] < RANK[strength]) byPid.set(ref.pid, strength);
    }
  }
  return byPid;
}

export async function lockAndRead(
  writing: Writing,
  strengths: ReadonlyMap<number, LockStrength>,
): Promise<void> {
  if (strengths.size === 0) return;
  await lockRecords(writing.trx, strengths);
  await readRecords(writing, [...strengths.keys()]);
}

/** Takes records into the changeset that no operation named, such as the far ends of relations that move. */
export async function readRecords(writing: Judging, ids: readonly number[]): Promise<void> {
  const unknown = [...new Set(ids)].filter((id) => !writing.records.has(id));
  for (let at = 0; at < unknown.length; at += CHUNK) {
    for (const head of await readHeads(writing.db, unknown.slice(at, at + CHUNK))) addExisting(writing, head);
  }
}

function addExisting(writing: Judging, head: RecordHead): void {
  writing.records.set(head.id, { ...head, before: { state: head.state }, changed: false });
  writing.byPid.set(head.pid, head.id);
}
