import { isDeepStrictEqual } from 'node:util';
import type { Item, OperationOf } from '../changeset/operation.ts';
import { count, countChange, refuse, type Writing } from '../changeset/writing.ts';
import { conflict } from '../messages.ts';
import { decisionIssues } from './decision.ts';
import { type DecisionRow, findDecisions, insertDecisions, type KnownDecision } from './decision-store.ts';

type AddItem = Item<OperationOf<'addDecision'>>;
type Entry = { index: number; row: DecisionRow };

export async function addDecisions(writing: Writing, items: readonly AddItem[]): Promise<void> {
  const { trx, changesetId } = writing;
  const replaced = await findDecisions(
    trx,
    items.flatMap((item) => item.operation.replaces ?? []),
  );
  const entries = items.flatMap((item) => entryOf(writing, item, replaced));
  if (entries.length === 0) return;
  const inserted = new Set(
    await insertDecisions(
      trx,
      entries.map((entry) => entry.row),
      changesetId,
    ),
  );
  countChange(writing, 'decisions', inserted.size);
  const rest = entries.filter(({ row }) => !inserted.has(row.key));
  if (rest.length > 0) await settleKnown(writing, rest);
}

function entryOf(
  writing: Writing,
  { index, operation }: AddItem,
  known: ReadonlyMap<string, KnownDecision>,
): Entry[] {
  const { replaces, summary } = operation;
  const issues = decisionIssues(operation, writing.ctx.rules.hasCode);
  if (issues.length > 0) {
    refuse(writing, index, { kind: 'invalid', issues });
    return [];
  }
  if (replaces !== undefined && !known.has(replaces)) {
    refuse(writing, index, { kind: 'not-found', subject: replaces });
    return [];
  }
  const row: DecisionRow = {
    key: operation.key,
    number: operation.number,
    date: operation.date ?? null,
    dateNote: operation.dateNote ?? null,
    issuer: operation.issuer,
    signer: operation.signer ?? null,
    summaryVi: summary?.vi ?? null,
    summaryEn: summary?.en ?? null,
    inForceFrom: operation.inForceFrom ?? null,
    replaces: known.get(replaces ?? '')?.id ?? null,
    source: operation.source,
  };
  return [{ index, row }];
}

/** Entered twice with the same content, a decision is entered once; with other content, somebody is wrong. */
async function settleKnown(writing: Writing, entries: readonly Entry[]): Promise<void> {
  const known = await findDecisions(
    writing.trx,
    entries.map((entry) => entry.row.key),
  );
  for (const { index, row } of entries) {
    const { id: _id, ...same } = known.get(row.key) ?? { id: 0 };
    if (isDeepStrictEqual(same, row)) count(writing, 'known');
    else refuse(writing, index, conflict('decision-exists', { key: row.key }));
  }
}
