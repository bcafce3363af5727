import type { Item, Operation, OperationName, OperationOf } from './operation.ts';
import { refText } from './writing.ts';

/** Bounds what is in memory and in one statement at a time. */
const LIMIT = 500;

/** Operations of one name; the mapped form lets a handler be chosen by `op` without a cast. */
export type BatchOf<Name extends OperationName> = {
  [N in Name]: { op: N; items: Item<OperationOf<N>>[] };
}[Name];
export type Batch = BatchOf<OperationName>;

/**
 * Neighbouring operations of the same kind are written together. Operations take effect in the order given, so a
 * batch ends where a record is spoken of a second time.
 */
export function* batchesOf(operations: Iterable<Operation>, limit = LIMIT): Generator<Batch> {
  let batch: { op: OperationName; items: Item[] } | undefined;
  let named = new Set<string>();
  let index = -1;
  for (const operation of operations) {
    index += 1;
    const subject = subjectOf(operation);
    const fits = batch?.op === operation.op && batch.items.length < limit && !(subject && named.has(subject));
    if (!batch || !fits) {
      if (batch) yield batch as Batch;
      batch = { op: operation.op, items: [] };
      named = new Set();
    }
    if (subject) named.add(subject);
    batch.items.push({ index, operation });
  }
  if (batch) yield batch as Batch;
}

/** What an operation must have for itself in its batch. */
function subjectOf(operation: Operation): string | undefined {
  switch (operation.op) {
    case 'update':
    case 'restore':
    case 'transition':
    case 'confirm':
      return refText(operation.record);
    case 'addAlias':
    case 'voidAlias':
      return `${operation.scheme}:${operation.value}`;
    case 'addDecision':
    case 'addDesignation':
      return operation.key;
    default:
      return undefined;
  }
}
