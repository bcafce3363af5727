import type { CheckableOperation, RecordResult } from '#modules/registry/index.ts';
import type { SheetPlan } from '../sheet/plan.ts';
import { type CellChange, changesBetween, type RowProblem } from '../sheet/row.ts';
import type { ImportCounts, RowOutcome, RowReport } from './outcome.ts';
import { type DraftRow, operationOf, type RowDraft } from './row-draft.ts';

type DraftKind = RowDraft['kind'];
type Change = RecordResult['change'];

/** What became of rows after they were read, by their place in the sheet from 0. */
export interface Verdicts {
  /** Of every row that was read. */
  drafts: DraftKind[];
  refused: Map<number, RowProblem[]>;
  /** Of the rows that a record was made of or that the registry found to change nothing. */
  results: Map<number, { pid: string; change: Change }>;
  /** The records of the results are there, and not only as part of a rehearsal. */
  written: boolean;
  /** The file was imported before: whatever its rows said then is there. */
  repeated: boolean;
}

export function noVerdicts(): Verdicts {
  return { drafts: [], refused: new Map(), results: new Map(), written: false, repeated: false };
}

/** Rows that stand together are written together: first what is new, then what changes. */
const TOGETHER = 500;

/** The operations of the rows that are still in, and the place of each one's row. */
export function operationsIn(
  rows: Iterable<DraftRow>,
  { refused, drafts }: Verdicts,
): { operations: Iterable<CheckableOperation>; places: number[] } {
  const places = placesInOrder(drafts, refused);
  return { operations: { [Symbol.iterator]: () => operationsInOrder(rows, refused) }, places };
}

const isCreation = (kind: DraftKind | undefined): boolean => kind === 'create';

function placesInOrder(drafts: readonly DraftKind[], refused: ReadonlyMap<number, unknown>): number[] {
  const places: number[] = [];
  for (let first = 0; first < drafts.length; first += TOGETHER) {
    const some = Array.from({ length: Math.min(TOGETHER, drafts.length - first) }, (_, at) => first + at);
    const does = some.filter((place) => {
      const kind = drafts[place];
      return (kind === 'create' || kind === 'update') && !refused.has(place);
    });
    places.push(...does.filter((place) => isCreation(drafts[place])));
    places.push(...does.filter((place) => !isCreation(drafts[place])));
  }
  return places;
}

function* operationsInOrder(
  rows: Iterable<DraftRow>,
  refused: ReadonlyMap<number, unknown>,
): Generator<CheckableOperation> {
  let place = 0;
  let [creations, updates]: [CheckableOperation[], CheckableOperation[]] = [[], []];
  for (const row of rows) {
    const operation = refused.has(place) ? undefined : operationOf(row);
    if (operation) (operation.op === 'create' ? creations : updates).push(operation);
    place += 1;
    if (place % TOGETHER !== 0) continue;
    yield* creations;
    yield* updates;
    [creations, updates] = [[], []];
  }
  yield* creations;
  yield* updates;
}

export function* reportRows(
  rows: Iterable<DraftRow>,
  verdicts: Verdicts,
  plan: SheetPlan,
): Generator<RowReport> {
  let place = 0;
  for (const row of rows) {
    yield reportRow(row, place, { verdicts, plan });
    place += 1;
  }
}

function reportRow(
  row: DraftRow,
  place: number,
  { verdicts, plan }: { verdicts: Verdicts; plan: SheetPlan },
): RowReport {
  const { line, cells, draft } = row;
  const problems = verdicts.refused.get(place) ?? (draft.kind === 'rejected' ? draft.problems : []);
  const outcome = outcomeAt(place, verdicts);
  const known = draft.kind === 'update' || draft.kind === 'unchanged' ? draft.pid : '';
  const made = verdicts.written ? verdicts.results.get(place)?.pid : undefined;
  const pid = outcome === 'rejected' ? known : (made ?? known);
  const shown = outcome === 'created' || outcome === 'updated' ? changesOf(row, plan) : [];
  return { line, outcome, pid, problems, changes: shown, cells };
}

function changesOf({ draft, changes }: DraftRow, plan: SheetPlan): CellChange[] {
  if (draft.kind !== 'create') return changes;
  return changesBetween({ standard: draft.body.standard, fields: {} }, draft.body, plan);
}

function outcomeAt(place: number, { drafts, refused, results, repeated }: Verdicts): RowOutcome {
  const kind = drafts[place];
  if (repeated) return 'unchanged';
  if (kind === 'rejected' || refused.has(place)) return 'rejected';
  if (kind === 'create') return 'created';
  return kind === 'update' && results.get(place)?.change !== 'unchanged' ? 'updated' : 'unchanged';
}

export function countRows(verdicts: Verdicts): ImportCounts {
  const counts: ImportCounts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const place of verdicts.drafts.keys()) counts[outcomeAt(place, verdicts)] += 1;
  return counts;
}
