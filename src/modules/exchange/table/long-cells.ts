import { RECORD_COLUMN } from '../sheet/columns.ts';

/** Characters that a cell of Excel holds, less a little for programs that count otherwise. */
export const CELL_ROOM = 32_000;

/** The names of the columns that a long record is divided over: `_record`, `_record (2)`, … */
export function recordColumns(parts: number): string[] {
  return Array.from({ length: parts }, (_, index) =>
    index === 0 ? RECORD_COLUMN : `${RECORD_COLUMN} (${index + 1})`,
  );
}

/** A long text over so many cells; whole characters each, the rest empty. */
export function divided(text: string, parts: number): string[] {
  const cells: string[] = [];
  let start = 0;
  for (let index = 0; index < parts; index += 1) {
    let end = Math.min(text.length, start + CELL_ROOM);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end -= 1;
    cells.push(text.slice(start, end));
    start = end;
  }
  return cells;
}

/** Puts together again what `divided` took apart; the further columns are gone from the header. */
export function continuedColumns(names: readonly string[]): {
  header: string[];
  join(cells: string[]): string[];
} {
  const first = names.indexOf(RECORD_COLUMN);
  const further = names.flatMap((name, index) => (name.startsWith(`${RECORD_COLUMN} (`) ? [index] : []));
  if (first < 0 || further.length === 0) return { header: [...names], join: (cells) => cells };
  const dropped = new Set(further);
  const kept = (_: string, index: number): boolean => !dropped.has(index);
  return {
    header: names.filter(kept),
    join: (cells) => {
      // Below the labels the template repeats the keys, which are no parts of anything.
      const parts = cells[first] === RECORD_COLUMN ? [first] : [first, ...further];
      const whole = parts.map((index) => cells[index] ?? '').join('');
      return cells.map((cell, index) => (index === first ? whole : cell)).filter(kept);
    },
  };
}
