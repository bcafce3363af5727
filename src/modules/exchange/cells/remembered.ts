import type { CellGroup } from './groups.ts';
import type { CellKnowledge } from './knowledge.ts';
import type { Read } from './problem.ts';
import { readItems, type StatementDraft } from './statement-cells.ts';

type Reading = Read<StatementDraft>;

/** What the cells of each group were read as, as long as the same knowledge is at hand. */
const readings = new WeakMap<CellKnowledge, Map<CellGroup, Map<string, Reading>>>();

/** Sheets repeat their terms, dates and units in thousands of rows; these are most of the different ones. */
const MOST = 5_000;
const LONGEST = 200;
/** Nothing is looked up for these, and they hardly repeat. */
const PLAIN: ReadonlySet<string> = new Set(['text', 'localizedText', 'url', 'boolean', 'integer', 'decimal']);

/** `readItems`, once for the same texts. What comes back is shared, and not to be changed. */
export function readItemsOnce(items: readonly string[], group: CellGroup, knowledge: CellKnowledge): Reading {
  if (PLAIN.has(group.field.datatype)) return readItems(items, group, knowledge);
  const key = items.join('\u001f');
  if (key.length > LONGEST) return readItems(items, group, knowledge);
  const known = knownOf(group, knowledge);
  const before = known.get(key);
  if (before) return before;
  const reading = readItems(items, group, knowledge);
  if (known.size >= MOST) known.clear();
  known.set(key, reading);
  return reading;
}

function knownOf(group: CellGroup, knowledge: CellKnowledge): Map<string, Reading> {
  const groups = readings.get(knowledge) ?? new Map<CellGroup, Map<string, Reading>>();
  const known = groups.get(group) ?? new Map<string, Reading>();
  readings.set(knowledge, groups);
  groups.set(group, known);
  return known;
}
