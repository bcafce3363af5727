import type { Statement } from '#modules/standards/index.ts';
import type { CellKnowledge } from '../cells/knowledge.ts';
import type { PlannedGroup } from './plan.ts';

export interface OfRow {
  row: readonly string[];
  knowledge: CellKnowledge;
  /** Statements that the field has from other columns, on which the ids of these go on. */
  count: number;
}

interface Remembered {
  asked: number;
  found: number;
  lists: Map<string, Statement[]>;
}

/** What the cells of each group say of a new record, as long as the same knowledge is at hand. */
const remembered = new WeakMap<CellKnowledge, Map<PlannedGroup, Remembered>>();

const MOST = 4_000;
const LONGEST = 200;
/** From here on a column is known to repeat or not. */
const ENOUGH = 1_000;
const SELDOM = 0.2;

/**
 * The statements that a group's cells make of nothing, once for the same texts: a museum's 100,000 rows know a dozen
 * materials and forty shelves. What comes back is shared, and frozen so that it stays what it is. Columns that hardly
 * repeat are not remembered.
 */
export function statementsOnce(
  planned: PlannedGroup,
  { row, knowledge, count }: OfRow,
  read: () => Statement[] | undefined,
): Statement[] | undefined {
  const memory = memoryOf(planned, knowledge);
  if (memory.asked > ENOUGH && memory.found < SELDOM * memory.asked) return read();
  const key = `${count}${keyOf(planned, row)}`;
  memory.asked += 1;
  const before = memory.lists.get(key);
  if (before) {
    memory.found += 1;
    return before;
  }
  const list = read();
  if (!list || key.length > LONGEST) return list;
  if (memory.lists.size >= MOST) memory.lists.clear();
  memory.lists.set(key, deepFrozen(list));
  return list;
}

function keyOf({ cells }: PlannedGroup, row: readonly string[]): string {
  let key = '';
  for (const cell of cells) key += `\u001f${cell === undefined ? '' : (row[cell] ?? '')}`;
  return key;
}

function memoryOf(planned: PlannedGroup, knowledge: CellKnowledge): Remembered {
  const groups = remembered.get(knowledge) ?? new Map<PlannedGroup, Remembered>();
  const memory = groups.get(planned) ?? { asked: 0, found: 0, lists: new Map() };
  remembered.set(knowledge, groups);
  groups.set(planned, memory);
  return memory;
}

function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFrozen(part);
  return Object.freeze(value);
}
