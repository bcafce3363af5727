import type { Statement } from '#modules/standards/index.ts';
import { assumedParts } from './assumed-parts.ts';
import type { CellGroup } from './groups.ts';
import type { CellKnowledge } from './knowledge.ts';
import type { CellProblem } from './problem.ts';
import { readItemsOnce } from './remembered.ts';
import { type StatementDraft, writeItems } from './statement-cells.ts';
import { isObject, unseenParts } from './unseen-parts.ts';

/** What a row says of one group: one text per column for each statement. None takes the statements away. */
export interface GroupCells {
  group: CellGroup;
  statements: readonly (readonly string[])[];
}

export interface MergeContext {
  knowledge: CellKnowledge;
  newId(field: string): string;
}

export type Merged = { kind: 'merged'; list: Statement[] } | { kind: 'refused'; problems: CellProblem[] };

interface Covered {
  statement: Statement;
  key: string;
}

/**
 * The statements of a field after a row. A statement that the cells repeat stays as it is, with its id and everything
 * that no cell shows (sources, certainty, notes); what the columns do not speak of is not touched. The very same list
 * comes back when nothing changes.
 */
export function mergeStatements(
  base: Statement[],
  { group, statements }: GroupCells,
  context: MergeContext,
): Merged {
  const covered = base.length === 0 ? [] : coveredBy(base, group);
  if (isRepeated(statements, covered)) return { kind: 'merged', list: base };
  const known = Map.groupBy(covered, ({ key }) => key);
  const readings = statements.map((items) =>
    readOrKeep(items, { group, known, knowledge: context.knowledge }),
  );
  const problems = readings.flatMap((reading) => (reading.kind === 'problem' ? [reading.problem] : []));
  if (problems.length > 0) return { kind: 'refused', problems };
  const kept = new Set(readings.flatMap((reading) => (reading.kind === 'kept' ? [reading.statement] : [])));
  const list = readings.flatMap((reading, index) => {
    if (reading.kind === 'kept') return [reading.statement];
    if (reading.kind === 'problem') return [];
    const before = statements.length === covered.length ? covered[index]?.statement : undefined;
    return [
      settled(reading.value, { group, context, before: before && !kept.has(before) ? before : undefined }),
    ];
  });
  return { kind: 'merged', list: inPlace(base, new Set(covered.map(({ statement }) => statement)), list) };
}

function isRepeated(statements: GroupCells['statements'], covered: readonly Covered[]): boolean {
  if (statements.length !== covered.length) return false;
  return statements.every((items, index) => keyOf(items) === covered[index]?.key);
}

function coveredBy(base: readonly Statement[], group: CellGroup): Covered[] {
  const covered = base.flatMap((statement) => {
    const items = writeItems(statement, group);
    return items ? [{ statement, key: keyOf(items) }] : [];
  });
  // A column of one value shows the first only.
  return group.multiple ? covered : covered.slice(0, 1);
}

function keyOf(items: readonly string[]): string {
  return JSON.stringify(items.map((item) => item.trim()));
}

type Reading = { kind: 'kept'; statement: Statement } | ReturnType<typeof readItemsOnce>;

interface KeepContext {
  group: CellGroup;
  known: Map<string, Covered[]>;
  knowledge: CellKnowledge;
}

/** Cells may say the same in other words: a label for a code, a comma for a point. */
function readOrKeep(items: readonly string[], { group, known, knowledge }: KeepContext): Reading {
  if (known.size === 0) return readItemsOnce(items, group, knowledge);
  const asWritten = known.get(keyOf(items))?.shift();
  if (asWritten) return { kind: 'kept', statement: asWritten.statement };
  const read = readItemsOnce(items, group, knowledge);
  const rewritten = read.kind === 'value' ? writeItems(read.value, group) : undefined;
  const same = rewritten && known.get(keyOf(rewritten))?.shift();
  return same ? { kind: 'kept', statement: same.statement } : read;
}

interface Settling {
  group: CellGroup;
  context: MergeContext;
  before: Statement | undefined;
}

/**
 * A changed value keeps the id of the statement in its place, and what sort of name it is; its sources and certainty
 * spoke of the old value and go with it.
 */
function settled(draft: StatementDraft, { group, context, before }: Settling): Statement {
  const { id = context.newId(group.field.id), nameType, script } = before ?? {};
  const named =
    draft.value === undefined ? {} : { ...(nameType ? { nameType } : {}), ...(script ? { script } : {}) };
  const around = { ...unseenParts(before?.value, group), ...assumedParts(before?.value, group) };
  const value = isObject(draft.value) ? { value: { ...around, ...draft.value } } : {};
  return { id, ...draft, ...named, ...value };
}

/** The new statements take the places of the old ones; what the columns do not speak of stays where it is. */
function inPlace(
  base: readonly Statement[],
  covered: ReadonlySet<Statement>,
  list: readonly Statement[],
): Statement[] {
  let next = 0;
  const placed = base.flatMap((statement) =>
    covered.has(statement) ? list.slice(next, ++next) : [statement],
  );
  return [...placed, ...list.slice(next)];
}
