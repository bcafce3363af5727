import { toNfcLatin } from '#formats/vietnamese/index.ts';
import type { CellGroup } from '../cells/groups.ts';
import { joinItems, splitItems } from '../cells/items.ts';
import type { PlannedGroup } from './plan.ts';

/** The texts of a group's columns in a row, with what the mapping says they mean. */
export function cellsOf({ group, cells, meanings }: PlannedGroup, row: readonly string[]): string[] {
  return cells.map((cell, column) => {
    const text = cell === undefined ? '' : (row[cell] ?? '');
    const known = meanings.get(column);
    return known === undefined || text.trim() === '' ? text : meant(text, known, group);
  });
}

function meant(text: string, known: ReadonlyMap<string, string>, { multiple }: CellGroup): string {
  const termOf = (item: string) => known.get(toNfcLatin(item)) ?? item;
  return multiple ? joinItems(splitItems(text).map(termOf)) : termOf(text.trim());
}

/** What spreadsheets show, and save, for a formula that fails. */
export const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/;
