import { toNfcLatin } from '#formats/vietnamese/index.ts';
import type { CellGroup } from './groups.ts';
import { joinItems, splitItems } from './items.ts';
import { type CellProblem, problem } from './problem.ts';
import { absenceOf } from './statement-cells.ts';

export type GroupedItems =
  /** All cells are empty: the row says nothing of this group. */
  | { kind: 'empty' }
  | { kind: 'statements'; statements: string[][] }
  | { kind: 'problem'; problem: CellProblem };

/**
 * The texts of each statement, one per column. `constants`: texts that hold for every statement of the group, by the
 * index of the column; they alone make a statement only where no column of the file belongs to the group.
 */
export function groupedItems(
  group: CellGroup,
  cells: readonly string[],
  constants: ReadonlyMap<number, string> = new Map(),
): GroupedItems {
  const texts = group.columns.map((_, index) =>
    constants.has(index) ? '' : toNfcLatin((cells[index] ?? '').trim()),
  );
  if (texts.every((text) => text === '') && constants.size < group.columns.length) return { kind: 'empty' };
  const lists = texts.map((text) => (text === '' ? [] : group.multiple ? splitItems(text) : [text]));
  const counts = lists.map((list) => list.length).filter((count) => count > 0);
  const count = counts[0] ?? 1;
  if (counts.some((other) => other !== count)) return { kind: 'problem', problem: itemsDiffer(group, lists) };
  const rows = Array.from({ length: count }, (_, row) => lists.map((list) => list[row] ?? ''));
  const statements = rows
    .filter((items) => counts.length === 0 || items.some((item) => item !== ''))
    .map((items) => withConstants(items, constants));
  return statements.length === 0 ? { kind: 'empty' } : { kind: 'statements', statements };
}

/** A statement that is absent has no constant parts either. */
function withConstants(items: readonly string[], constants: ReadonlyMap<number, string>): string[] {
  if (items.some((item) => absenceOf(item) !== undefined)) return [...items];
  return items.map((item, index) => constants.get(index) ?? item);
}

function itemsDiffer({ field, columns }: CellGroup, lists: readonly string[][]): CellProblem {
  const counts = columns.map(({ part = '' }, index) => `${part} ${lists[index]?.length ?? 0}`).join(', ');
  return problem('items-differ', { label: field.label, counts });
}

/** One cell per column from the texts of the statements; a column of one value shows the first. */
export function joinGroup(
  { columns, multiple }: CellGroup,
  statements: readonly (readonly string[])[],
): string[] {
  return columns.map((_, index) => {
    const items = statements.map((texts) => texts[index] ?? '');
    if (!multiple) return items[0] ?? '';
    return items.every((item) => item === '') ? '' : joinItems(items);
  });
}
