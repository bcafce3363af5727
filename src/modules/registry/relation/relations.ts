import type { Item, OperationOf } from '../changeset/operation.ts';
import { readRecords } from '../changeset/touches.ts';
import { voidThings } from '../changeset/void-store.ts';
import {
  count,
  countChange,
  markChanged,
  openRecord,
  refuse,
  type Touched,
  type Writing,
} from '../changeset/writing.ts';
import type { RelationType } from '../context.ts';
import { issue } from '../messages.ts';
import { relationIssues } from './relation.ts';
import { findCircles, findRelations, insertRelations, type RelationRow } from './relation-store.ts';

type AddItem = Item<OperationOf<'addRelation'>>;
type Edge = { index: number; row: RelationRow };

export async function addRelations(writing: Writing, items: readonly AddItem[]): Promise<void> {
  await writeRelations(
    writing,
    items.flatMap((item) => edgeOf(writing, item)),
  );
}

function edgeOf(writing: Writing, { index, operation }: AddItem): Edge[] {
  const ends = bothEnds(writing, index, operation);
  if (!ends) return [];
  const { type: code, fromDate, toDate, note, source } = operation;
  const type = writing.ctx.rules.relationType(code);
  const issues = relationIssues(code, type, ends);
  if (type === undefined || issues.length > 0) {
    refuse(writing, index, { kind: 'invalid', issues });
    return [];
  }
  const row: RelationRow = {
    ...storedEdge({ code, type, from: ends.from.id, to: ends.to.id }),
    fromDate: fromDate ?? null,
    toDate: toDate ?? null,
    note: note ?? null,
    source: source ?? '',
  };
  return [{ index, row }];
}

type CodedEdge = { code: string; type: RelationType; from: number; to: number };

/** One edge has one stored form, or the same fact could stand twice and a circle could hide in two codes. */
function storedEdge({ code, type, from, to }: CodedEdge): Pick<RelationRow, 'type' | 'from' | 'to'> {
  if (type.storedAsInverse) return { type: type.inverse, from: to, to: from };
  if (type.inverse === code && from > to) return { type: code, from: to, to: from };
  return { type: code, from, to };
}

function bothEnds(
  writing: Writing,
  index: number,
  operation: AddItem['operation'],
): { from: Touched; to: Touched } | undefined {
  const from = openRecord(writing, operation.from);
  const to = openRecord(writing, operation.to);
  if (from.kind === 'open' && to.kind === 'open') return { from: from.record, to: to.record };
  if (from.kind !== 'open') refuse(writing, index, from);
  else if (to.kind !== 'open') refuse(writing, index, to);
  return undefined;
}

/** Also used where relations move from a merged record to the one it was merged into. */
export async function writeRelations(writing: Writing, edges: readonly Edge[]): Promise<void> {
  if (edges.length === 0) return;
  const inserted = await insertRelations(
    writing.trx,
    edges.map((edge) => edge.row),
    writing.changesetId,
  );
  for (const { id, place } of inserted) {
    const edge = edges[place];
    if (!edge) continue;
    markChanged(writing, [edge.row.from, edge.row.to]);
    watchHierarchy(writing, { id, type: edge.row.type, operation: edge.index });
  }
  countChange(writing, 'relations', inserted.length);
  count(writing, 'known', edges.length - inserted.length);
}

export function watchHierarchy(
  writing: Writing,
  edge: { id: number; type: string; operation: number },
): void {
  if (writing.ctx.rules.relationType(edge.type)?.hierarchical) writing.hierarchy.set(edge.id, edge.operation);
}

/** Refuses every new hierarchical relation that closes a circle, naming the way round. */
export async function refuseCircles(writing: Writing): Promise<void> {
  const circles = await findCircles(writing.trx, [...writing.hierarchy.keys()]);
  for (const { relationId, path } of circles) {
    const issues = [issue('/to', 'circular-relation', { path: path.join(' → ') })];
    refuse(writing, writing.hierarchy.get(relationId) ?? 0, { kind: 'invalid', issues });
  }
}

export async function voidRelations(
  writing: Writing,
  items: readonly Item<OperationOf<'voidRelation'>>[],
): Promise<void> {
  const { trx, changesetId } = writing;
  const found = await findRelations(
    trx,
    items.map((item) => item.operation.id),
  );
  const live = new Set(found.map((row) => row.id));
  for (const { index, operation } of items) {
    if (!live.has(operation.id))
      refuse(writing, index, { kind: 'not-found', subject: `relation ${operation.id}` });
  }
  const gone = new Set(await voidThings(trx, { thing: 'relation', changesetId, ids: [...live] }));
  const ends = found.filter((row) => gone.has(row.id)).flatMap((row) => [row.from, row.to]);
  await readRecords(writing, ends);
  markChanged(writing, ends);
  countChange(writing, 'voided', gone.size);
}
