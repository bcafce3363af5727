import { VALUE_SEPARATOR } from '#modules/standards/index.ts';

// In a cell of several values `\|` and `\\` are the characters themselves; any other backslash is just a backslash.
const ITEM = /(?:\\[\\|]|[^|])*/y;
const ESCAPED = /\\([\\|])/g;

/** The values of a cell, trimmed. */
export function splitItems(cell: string): string[] {
  const items: string[] = [];
  for (let at = 0; at <= cell.length; at = ITEM.lastIndex + 1) {
    ITEM.lastIndex = at;
    const [item = ''] = ITEM.exec(cell) ?? [];
    items.push(item.replace(ESCAPED, '$1').trim());
  }
  return items;
}

export function joinItems(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\|]/g, '\\$&')).join(VALUE_SEPARATOR);
}
