import type { RecordBody } from '#modules/standards/index.ts';
import { readBody, writeGroup } from '../cells/body-cells.ts';
import { groupedItems } from '../cells/group-cells.ts';
import type { CellKnowledge } from '../cells/knowledge.ts';
import type { GroupCells } from '../cells/merge.ts';
import { type CellProblem, problem } from '../cells/problem.ts';
import { cellsOf, FORMULA_ERROR } from './group-of-row.ts';
import { newBody } from './new-row.ts';
import { withRightColumn } from './other-column.ts';
import { headersOf, type PlannedGroup, type SheetPlan } from './plan.ts';

/** A problem with its place: the column of the sheet, and an RFC 6901 pointer into the body. */
export interface RowProblem extends Omit<CellProblem, 'code'> {
  code: string;
  column: string;
  pointer: string;
}

/** What a row changes, cell by cell, as it would stand in a sheet. */
export interface CellChange {
  column: string;
  before: string;
  after: string;
}

export type RowReading =
  /** `changes`: of a record that is there; all the cells of a new one are new. */
  { kind: 'body'; body: RecordBody; changes: CellChange[] } | { kind: 'rejected'; problems: RowProblem[] };

export interface RowContext {
  plan: SheetPlan;
  knowledge: CellKnowledge;
  /** The body of the record as it is; without fields for a new record. */
  current: RecordBody;
  /** What the row is laid over: the current body with what the row itself tells beside its cells. */
  base: RecordBody;
}

/** What a row makes of a record, or everything that is wrong with it. */
export function readRow(cells: readonly string[], context: RowContext): RowReading {
  const { plan, knowledge, current, base } = context;
  const isBlank = base === current && Object.keys(base.fields).length === 0;
  const fresh = isBlank ? newBody(cells, { plan, knowledge, standard: base.standard }) : undefined;
  return fresh ? { kind: 'body', body: fresh, changes: [] } : readAnyRow(cells, context);
}

function readAnyRow(cells: readonly string[], { plan, knowledge, current, base }: RowContext): RowReading {
  const problems: RowProblem[] = plan.unnamed.flatMap((index) => unnamedProblem(cells[index] ?? '', index));
  const given: GroupCells[] = [];
  for (const planned of plan.groups) {
    const failed = cellsOf(planned, cells).find((cell) => FORMULA_ERROR.test(cell));
    if (failed !== undefined) {
      problems.push(groupProblem(problem('formula-error', { given: failed }), planned, plan));
      continue;
    }
    const read = groupedItems(planned.group, cellsOf(planned, cells), planned.constants);
    if (read.kind === 'problem') problems.push(groupProblem(read.problem, planned, plan));
    else if (read.kind === 'statements') given.push({ group: planned.group, statements: read.statements });
    else if (plan.clearsEmptyCells) given.push({ group: planned.group, statements: [] });
  }
  const read = readBody(base, given, knowledge);
  for (const { group, problem: found } of read.problems) {
    const planned = plan.groups.find((candidate) => candidate.group === group);
    if (!planned) continue;
    const hinted = withRightColumn(found, planned, { cells, plan, knowledge });
    problems.push(groupProblem(hinted, planned, plan));
  }
  if (problems.length > 0) return { kind: 'rejected', problems };
  const isNew = Object.keys(current.fields).length === 0;
  return { kind: 'body', body: read.body, changes: isNew ? [] : changesBetween(current, read.body, plan) };
}

function unnamedProblem(cell: string, index: number): RowProblem[] {
  if (cell.trim() === '') return [];
  return [{ ...problem('value-without-column', { column: index + 1 }), column: '', pointer: '' }];
}

function groupProblem(found: CellProblem, planned: PlannedGroup, plan: SheetPlan): RowProblem {
  return {
    ...found,
    column: headersOf(planned, plan).join(', '),
    pointer: `/fields/${planned.group.field.id}`,
  };
}

/** Cell by cell, as they would stand in a sheet. */
export function changesBetween(before: RecordBody, after: RecordBody, plan: SheetPlan): CellChange[] {
  return plan.groups.flatMap(({ group }) => {
    const field = group.field.id;
    if (before.fields[field] === after.fields[field]) return [];
    const [old, now] = [writeGroup(before, group), writeGroup(after, group)];
    return group.columns.flatMap(({ key }, index) =>
      old[index] === now[index] ? [] : [{ column: key, before: old[index] ?? '', after: now[index] ?? '' }],
    );
  });
}

/** The second row of the import template repeats the headers in words; saved as CSV, it comes along. */
export function isHeaderRow(cells: readonly string[], plan: SheetPlan): boolean {
  const named = plan.header
    .map((name, index) => ({ name, cell: (cells[index] ?? '').trim() }))
    .filter(({ cell }) => cell !== '');
  return named.length > 1 && named.every(({ name, cell }) => plan.means(cell) === plan.means(name));
}
