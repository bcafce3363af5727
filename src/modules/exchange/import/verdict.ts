import type { Operation, RecordResult } from '#modules/registry/index.ts';
import type { RowProblem } from '../sheet/row.ts';
import type { ImportCounts, RowOutcome, RowReport } from './outcome.ts';
import { type DraftRow, operationOf } from './row-draft.ts';

/** What became of rows after they were read, by their place in the sheet from 0. */
export interface Verdicts {
  refused: Map<number, RowProblem[]>;
  results: Map<number, Pick<RecordResult, 'pid' | 'change'>>;
  /** The records of the results are there, and not only as part of a rehearsal. */
  written: boolean;
  /** The file was imported before: whatever its rows said then is there. */
  repeated: boolean;
}

export function noVerdicts(): Verdicts {
  return { refused: new Map(), results: new Map(), written: false, repeated: false };
}

/** The operations of the rows that are still in, and the place of each one's row. */
export function operationsIn(
  rows: Iterable<DraftRow>,
  { refused }: Verdicts,
): { operations: Iterable<Operation>; places: number[] } {
  const walk = () => operationsWithPlaces(rows, refused);
  return {
    operations: { [Symbol.iterator]: () => walk().map(({ operation }) => operation) },
    places: walk()
      .map(({ place }) => place)
      .toArray(),
  };
}

function* operationsWithPlaces(
  rows: Iterable<DraftRow>,
  refused: ReadonlyMap<number, unknown>,
): Generator<{ operation: Operation; place: number }> {
  let place = -1;
  for (const row of rows) {
    place += 1;
    const operation = refused.has(place) ? undefined : operationOf(row);
    if (operation) yield { operation, place };
  }
}

export function* reportRows(rows: Iterable<DraftRow>, verdicts: Verdicts): Generator<RowReport> {
  let place = 0;
  for (const row of rows) {
    yield reportRow(row, place, verdicts);
    place += 1;
  }
}

function reportRow({ line, cells, draft, changes }: DraftRow, place: number, verdicts: Verdicts): RowReport {
  const problems = verdicts.refused.get(place) ?? (draft.kind === 'rejected' ? draft.problems : []);
  const result = verdicts.results.get(place);
  const outcome = outcomeOf(draft.kind, { problems, change: result?.change, repeated: verdicts.repeated });
  const known = draft.kind === 'update' || draft.kind === 'unchanged' ? draft.pid : '';
  const pid = outcome === 'rejected' ? known : verdicts.written ? (result?.pid ?? known) : known;
  const shown = outcome === 'created' || outcome === 'updated' ? changes : [];
  return { line, outcome, pid, problems, changes: shown, cells };
}

type Told = {
  problems: readonly RowProblem[];
  change: RecordResult['change'] | undefined;
  repeated: boolean;
};

function outcomeOf(kind: DraftRow['draft']['kind'], { problems, change, repeated }: Told): RowOutcome {
  if (repeated) return 'unchanged';
  if (problems.length > 0) return 'rejected';
  if (kind === 'create') return 'created';
  return kind === 'update' && change !== 'unchanged' ? 'updated' : 'unchanged';
}

export function countRows(rows: Iterable<RowReport>): ImportCounts {
  const counts: ImportCounts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
