import type { Item, OperationOf } from '../changeset/operation.ts';
import { readRecords } from '../changeset/touches.ts';
import { voidThings } from '../changeset/void-store.ts';
import {
  countChange,
  markChanged,
  openRecord,
  refuse,
  report,
  type Touched,
  type Writing,
} from '../changeset/writing.ts';
import { insertMembers, membershipsOf } from '../designation/designation-store.ts';
import { decideMerged } from '../duplicate/duplicate-store.ts';
import { aliasesOf, insertAliases } from '../identifier/identifier-store.ts';
import { conflict } from '../messages.ts';
import type { Refusal } from '../outcome.ts';
import { moveStates } from '../record/state-changes.ts';
import { relationsTouching } from '../relation/relation-store.ts';
import { writeRelations } from '../relation/relations.ts';

type Pair = { index: number; from: Touched; into: Touched };

/** Two descriptions of one thing become one: the first resolves to the second for ever. */
export async function mergeRecords(
  writing: Writing,
  items: readonly Item<OperationOf<'merge'>>[],
): Promise<void> {
  for (const { index, operation } of items) {
    const [from, into] = [openRecord(writing, operation.from), openRecord(writing, operation.into)];
    const refusal =
      from.kind !== 'open' ? from : into.kind !== 'open' ? into : pairRefusal(from.record, into.record);
    if (refusal) refuse(writing, index, refusal);
    else if (from.kind === 'open' && into.kind === 'open') {
      await mergePair(writing, { index, from: from.record, into: into.record });
    }
  }
}

function pairRefusal(from: Touched, into: Touched): Refusal | undefined {
  if (from.id === into.id) return conflict('merge-with-itself', {}, [from.pid]);
  if (from.kind === into.kind) return undefined;
  return conflict('merge-of-kinds', { from: from.kind, into: into.kind }, [from.pid, into.pid]);
}

async function mergePair(writing: Writing, pair: Pair): Promise<void> {
  const { index, from, into } = pair;
  await moveRelations(writing, pair);
  await moveMemberships(writing, pair);
  await moveAliases(writing, pair);
  await moveStates(writing, [{ record: from, state: 'merged', reason: writing.reason, into }]);
  await decideMerged(writing.trx, { a: from.id, b: into.id, actorId: writing.ctx.actorId, at: writing.at });
  into.changed = true;
  report(writing, index, { record: from, change: 'merged' });
}

/** Relations between the two disappear: a thing is not related to itself. */
async function moveRelations(writing: Writing, { index, from, into }: Pair): Promise<void> {
  const { trx, changesetId } = writing;
  const relations = await relationsTouching(trx, from.id);
  await readRecords(
    writing,
    relations.flatMap((relation) => [relation.from, relation.to]),
  );
  await voidThings(trx, { thing: 'relation', changesetId, ids: relations.map((relation) => relation.id) });
  countChange(writing, 'voided', relations.length);
  const moved = relations.map(({ id: _id, ...row }) => ({
    ...row,
    from: row.from === from.id ? into.id : row.from,
    to: row.to === from.id ? into.id : row.to,
  }));
  const edges = moved.filter((row) => row.from !== row.to).map((row) => ({ index, row }));
  await writeRelations(writing, edges);
  markChanged(
    writing,
    moved.flatMap((row) => [row.from, row.to]),
  );
}

async function moveMemberships(writing: Writing, { from, into }: Pair): Promise<void> {
  const { trx, changesetId } = writing;
  const members = await membershipsOf(trx, from.id);
  await voidThings(trx, { thing: 'member', changesetId, ids: members.map((member) => member.id) });
  const moved = members.map(({ id: _id, ...member }) => ({ ...member, recordId: into.id }));
  await insertMembers(trx, moved, changesetId);
}

async function moveAliases(writing: Writing, { from, into }: Pair): Promise<void> {
  const { trx, changesetId } = writing;
  const aliases = await aliasesOf(trx, from.id);
  await voidThings(trx, { thing: 'alias', changesetId, ids: aliases.map((alias) => alias.id) });
  const moved = aliases.map(({ scheme, value }) => ({ scheme, value, recordId: into.id }));
  if (moved.length > 0) await insertAliases(trx, moved, changesetId);
}
