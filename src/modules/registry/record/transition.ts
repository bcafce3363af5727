import type { Item, OperationOf } from '../changeset/operation.ts';
import {
  openRecord,
  refuse,
  report,
  type Touched,
  versionRefusal,
  type Writing,
} from '../changeset/writing.ts';
import { conflict, issue } from '../messages.ts';
import type { Refusal } from '../outcome.ts';
import { openBody } from '../sealed/sealed.ts';
import { sealedValuesOf } from '../sealed/sealed-store.ts';
import { currentVersions } from '../version/version-store.ts';
import { isOpen, mayMove, nextStates, obligationsOf } from './record.ts';
import { insertStateChanges, writeVerifications } from './record-store.ts';
import { moveStates } from './state-changes.ts';

type TransitionItem = Item<OperationOf<'transition'>>;
type ConfirmItem = Item<OperationOf<'confirm'>>;
type Move = { index: number; record: Touched; to: TransitionItem['operation']['to']; reason: string };

export async function transitionRecords(writing: Writing, items: readonly TransitionItem[]): Promise<void> {
  const moves = items.flatMap((item) => allowedMove(writing, item));
  const complete = await completeMoves(writing, moves);
  if (complete.length === 0) return;
  const states = complete.map(({ record, to, reason }) => ({ record, state: to, reason }));
  await moveStates(writing, states);
  for (const { index, record } of complete) report(writing, index, { record, change: 'moved' });
}

function allowedMove(writing: Writing, { index, operation }: TransitionItem): Move[] {
  const { to, expectedVersion, reason = writing.reason } = operation;
  const found = openRecord(writing, operation.record);
  const refusal =
    found.kind === 'open' ? moveRefusal(found.record, { to, reason, expected: expectedVersion }) : found;
  if (refusal) refuse(writing, index, refusal);
  return found.kind === 'open' && !refusal ? [{ index, record: found.record, to, reason }] : [];
}

type Wish = { to: Move['to']; reason: string; expected: number | undefined };

function moveRefusal(record: Touched, { to, reason, expected }: Wish): Refusal | undefined {
  const stale = versionRefusal(record, { expected, required: false });
  if (stale) return stale;
  if (!mayMove(record.state, to)) {
    const allowed = nextStates(record.state).join(', ');
    return conflict('illegal-transition', { from: record.state, to, allowed }, [record.pid]);
  }
  if (to === 'withdrawn' && reason.trim() === '')
    return { kind: 'invalid', issues: [issue('/reason', 'reason-missing')] };
  return undefined;
}

/** Moving on is refused while the body lacks what the next state demands. */
async function completeMoves(writing: Writing, moves: readonly Move[]): Promise<Move[]> {
  const gated = moves.filter(({ to }) => isOpen(to) && to !== 'draft');
  if (gated.length === 0) return [...moves];
  const ids = gated.map(({ record }) => record.id);
  const currents = await currentVersions(writing.trx, ids);
  const sealed = await sealedValuesOf(writing.trx, ids);
  return moves.filter(({ index, record, to }) => {
    const current = currents.get(record.id);
    if (current === undefined) return true;
    const values = new Map((sealed.get(record.id) ?? []).map((value) => [value.id, value]));
    const issues = writing.ctx.rules.validate(openBody(current.body, values), obligationsOf(to));
    if (issues.length > 0) refuse(writing, index, { kind: 'incomplete', issues });
    return issues.length === 0;
  });
}

/** A person with the right to do so says that the record is true to its sources. */
export async function confirmRecords(writing: Writing, items: readonly ConfirmItem[]): Promise<void> {
  const { trx, changesetId, at, reason } = writing;
  const fresh = items
    .flatMap((item) => confirmable(writing, item))
    .filter(({ index, record }) => {
      const known = record.verification === 'confirmed';
      report(writing, index, { record, change: known ? 'unchanged' : 'confirmed' });
      return !known;
    });
  if (fresh.length === 0) return;
  const changes = fresh.map(({ record }) => ({
    recordId: record.id,
    aspect: 'verification' as const,
    before: record.verification,
    after: 'confirmed',
    reason,
  }));
  await insertStateChanges(trx, changes, { changesetId, at });
  await writeVerifications(
    trx,
    fresh.map(({ record }) => ({ id: record.id, verification: 'confirmed' })),
    at,
  );
  for (const { record } of fresh) {
    record.verification = 'confirmed';
    record.changed = true;
  }
  writing.changes += fresh.length;
}

function confirmable(
  writing: Writing,
  { index, operation }: ConfirmItem,
): { index: number; record: Touched }[] {
  const found = openRecord(writing, operation.record);
  const refusal =
    found.kind === 'open'
      ? versionRefusal(found.record, { expected: operation.expectedVersion, required: false })
      : found;
  if (refusal) refuse(writing, index, refusal);
  return found.kind === 'open' && !refusal ? [{ index, record: found.record }] : [];
}
