import { joinItems } from '../cells/items.ts';
import { plainNumber } from './cell-text.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

const DEEPEST = 4;
/** Values of one list as cells, empty ones included; a list of so many different members is no list of a record. */
const MOST_ITEMS = 100_000;

/**
 * An object as named cells: `creator.full_name` for what lies deeper, the members of a list side by side, as a cell of
 * several values has them.
 */
export function flatObject(object: JsonObject): Record<string, string> {
  return Object.fromEntries(cellsOf('', object, 0).filter(([, text]) => text !== ''));
}

function cellsOf(name: string, value: unknown, depth: number): [string, string][] {
  if (value === null || value === undefined) return [[name, '']];
  if (typeof value !== 'object') return [[name, scalarText(value)]];
  if (depth >= DEEPEST) return [[name, JSON.stringify(value)]];
  if (Array.isArray(value)) return listCells(name, value, depth);
  return Object.entries(value).flatMap(([key, inner]) =>
    cellsOf(name === '' ? key : `${name}.${key}`, inner, depth + 1),
  );
}

/** The n-th value of each column belongs to the n-th member. */
function listCells(name: string, list: readonly unknown[], depth: number): [string, string][] {
  const members = list.map((member) => new Map(cellsOf(name, member, depth + 1)));
  const names = new Set(members.flatMap((member) => [...member.keys()]));
  if (names.size * members.length > MOST_ITEMS) return [[name, JSON.stringify(list)]];
  return [...names].map((key) => {
    const items = members.map((member) => member.get(key) ?? '');
    return [key, items.some((item) => item !== '') ? joinItems(items) : ''];
  });
}

function scalarText(value: unknown): string {
  return typeof value === 'number' ? plainNumber(value) : String(value);
}
