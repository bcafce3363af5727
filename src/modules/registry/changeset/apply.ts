import { addDecisions } from '../decision/decisions.ts';
import { addDesignations, voidDesignations } from '../designation/designations.ts';
import { addAliases, voidAliases } from '../identifier/aliases.ts';
import { mergeRecords } from '../merge/merge.ts';
import { can } from '../policy.ts';
import { createRecords } from '../record/create.ts';
import { confirmRecords, transitionRecords } from '../record/transition.ts';
import { restoreVersions, updateRecords } from '../record/update.ts';
import { addRelations, voidRelations } from '../relation/relations.ts';
import { type BatchOf, batchesOf } from './batches.ts';
import type { Item, Operation, OperationName, OperationOf } from './operation.ts';
import { lockTouched } from './touches.ts';
import { refuse, type Writing } from './writing.ts';

type Handler<Name extends OperationName> = (
  writing: Writing,
  items: Item<OperationOf<Name>>[],
) => Promise<void>;

const HANDLERS: { [Name in OperationName]: Handler<Name> } = {
  create: createRecords,
  update: updateRecords,
  restore: restoreVersions,
  transition: transitionRecords,
  confirm: confirmRecords,
  merge: mergeRecords,
  addAlias: addAliases,
  voidAlias: voidAliases,
  addRelation: addRelations,
  voidRelation: voidRelations,
  addDecision: addDecisions,
  addDesignation: addDesignations,
  voidDesignation: voidDesignations,
};

/**
 * Applies the operations in order. Problems are collected, not thrown: the writer learns of all of them at once, and
 * the whole changeset is then undone.
 */
export async function applyOperations(writing: Writing, operations: Iterable<Operation>): Promise<void> {
  await lockTouched(writing, operations);
  for (const batch of batchesOf(operations)) await applyBatch(writing, batch);
}

async function applyBatch<Name extends OperationName>(writing: Writing, batch: BatchOf<Name>): Promise<void> {
  if (!can(writing.actor, batch.op, { changeset: writing.kind })) {
    for (const { index } of batch.items) refuse(writing, index, { kind: 'forbidden' });
    return;
  }
  const handle: Handler<Name> = HANDLERS[batch.op];
  await handle(writing, batch.items);
}
