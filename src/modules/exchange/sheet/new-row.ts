import type { RecordBody, Statement } from '#modules/standards/index.ts';
import { groupedItems } from '../cells/group-cells.ts';
import type { CellKnowledge } from '../cells/knowledge.ts';
import { mergeStatements } from '../cells/merge.ts';
import { cellsOf, FORMULA_ERROR } from './group-of-row.ts';
import type { PlannedGroup, SheetPlan } from './plan.ts';
import { type OfRow, statementsOnce } from './remembered-groups.ts';

interface Reading {
  plan: SheetPlan;
  knowledge: CellKnowledge;
  /** As `kind@version`. */
  standard: string;
}

/**
 * The body of a new record, as `readBody` makes it of nothing; undefined where something is wrong with the row, or
 * where it takes the long way to say. Each group stands for itself here: no column speaks of what another one made.
 */
export function newBody(
  row: readonly string[],
  { plan, knowledge, standard }: Reading,
): RecordBody | undefined {
  if (!standsAlone(plan) || plan.unnamed.some((index) => (row[index] ?? '').trim() !== '')) return undefined;
  const fields: Record<string, Statement[]> = {};
  for (const planned of plan.groups) {
    const { id } = planned.group.field;
    const before = fields[id] ?? [];
    const read = () => newStatements(planned, { row, knowledge, count: before.length });
    const list = statementsOnce(planned, { row, knowledge, count: before.length }, read);
    if (!list) return undefined;
    if (list.length > 0) fields[id] = before.length === 0 ? list : [...before, ...list];
  }
  return { standard, fields };
}

function newStatements(planned: PlannedGroup, { row, knowledge, count }: OfRow): Statement[] | undefined {
  const cells = cellsOf(planned, row);
  if (cells.some((cell) => FORMULA_ERROR.test(cell))) return undefined;
  const { group, constants } = planned;
  const items = groupedItems(group, cells, constants);
  if (items.kind === 'empty') return [];
  if (items.kind === 'problem') return undefined;
  let last = count;
  const newId = (field: string) => {
    last += 1;
    return `${field}-${last}`;
  };
  const merged = mergeStatements([], { group, statements: items.statements }, { knowledge, newId });
  return merged.kind === 'merged' ? merged.list : undefined;
}

const simple = new WeakMap<SheetPlan, boolean>();

/** No two groups may speak of the same statements; those of several languages of a text do not. */
function standsAlone(plan: SheetPlan): boolean {
  const known = simple.get(plan);
  if (known !== undefined) return known;
  const byField = Map.groupBy(plan.groups, ({ group }) => group.field.id);
  const isSimple = [...byField.values()].every((groups) => {
    const langs = new Set(groups.map(({ group }) => group.lang));
    return groups.length === 1 || (langs.size === groups.length && !langs.has(undefined));
  });
  simple.set(plan, isSimple);
  return isSimple;
}
