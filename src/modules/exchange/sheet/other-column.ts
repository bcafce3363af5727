import type { LocalizedText } from '#platform/i18n/index.ts';
import { readValue } from '../cells/codecs.ts';
import { splitItems } from '../cells/items.ts';
import type { CellKnowledge } from '../cells/knowledge.ts';
import type { CellProblem } from '../cells/problem.ts';
import { headersOf, type PlannedGroup, type SheetPlan } from './plan.ts';

/** What tells that a text cannot be what its column holds, and so may belong in another. */
const MISPLACED: ReadonlySet<string> = new Set([
  ...['unknown-term', 'unlisted-term', 'not-a-boolean', 'not-an-integer', 'not-a-number'],
  ...['impossible-date', 'serial-date', 'not-a-coordinate'],
]);

interface Row {
  cells: readonly string[];
  plan: SheetPlan;
  knowledge: CellKnowledge;
}

/** The problem with the hint that the value fits another column of the sheet, which is empty in this row. */
export function withRightColumn(found: CellProblem, planned: PlannedGroup, row: Row): CellProblem {
  if (!MISPLACED.has(found.code)) return found;
  const texts = planned.cells.flatMap((cell) => (cell === undefined ? [] : (row.cells[cell] ?? '').trim()));
  const [text, ...others] = texts.filter(Boolean);
  if (text === undefined || others.length > 0) return found;
  const column = row.plan.groups.find((candidate) => candidate !== planned && fits(text, candidate, row));
  return column === undefined
    ? found
    : { ...found, advice: hinted(found.advice, { text, column: headersOf(column, row.plan).join(', ') }) };
}

/** Texts fit any column of texts, and numbers many: only lists and dates tell. */
function fits(
  text: string,
  { group, cells, meanings }: PlannedGroup,
  { cells: row, knowledge }: Row,
): boolean {
  const [cell, ...others] = cells.filter((index) => index !== undefined);
  if (cell === undefined || others.length > 0 || (row[cell] ?? '').trim() !== '') return false;
  const { field } = group;
  if (meanings.get(0)?.has(text) === true) return true;
  if (field.datatype !== 'date' && field.datatype !== 'term') return false;
  const items = group.multiple ? splitItems(text) : [text];
  return items.every((item) => {
    const read = readValue({ '': item }, { field, knowledge });
    return read.kind === 'value' && isTold(read.value);
  });
}

/** A date that nobody could read is kept as written, and tells nothing. */
function isTold(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null && 'edtf' in value);
}

function hinted(
  { vi, en }: LocalizedText,
  { text, column }: { text: string; column: string },
): LocalizedText {
  return {
    vi: `${vi} Giá trị “${text}” có vẻ thuộc cột “${column}”.`,
    en: `${en} The value “${text}” seems to belong in the column “${column}”.`,
  };
}
