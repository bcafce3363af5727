import { dateOfSerial } from './dates.ts';
import { type SharedText, sharedText } from './shared-strings.ts';
import type { Style } from './styles.ts';
import type { Run } from './text-runs.ts';

/**
 * `font` is given for text: legacy encodings show only there (.VnTime). `runs` are given where a cell mixes fonts.
 * Dates are ISO 8601, `2024-01-02` or `2024-01-02T08:30:00`, with the number of the day that the sheet holds.
 * `merged`: repeated from the first cell of a merged area, to the right of it or below.
 */
export type WorkbookCell = { merged?: 'across' | 'down' } & (
  | { kind: 'empty'; value: null }
  | { kind: 'text'; value: string; font?: string; runs?: Run[] }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'date'; value: string; serial?: number }
  // As the spreadsheet shows it: #N/A, #REF! …
  | { kind: 'error'; value: string }
);

export const EMPTY: WorkbookCell = Object.freeze({ kind: 'empty', value: null });

export interface CellContext {
  styles: readonly Style[];
  shared: readonly SharedText[];
  date1904: boolean;
}

/** A cell as its XML tells it: type, style, the content of `v`, and the text that stands in the cell itself. */
export interface RawCell {
  type: string;
  style: number;
  value: string;
  inline: SharedText;
}

/** ECMA-376 part 1, §18.3.1.4. Formulas give their stored results; nothing is calculated. */
export function readCell({ type, style, value, inline }: RawCell, context: CellContext): WorkbookCell {
  const { font, date } = context.styles[style] ?? context.styles[0] ?? { font: undefined, date: false };
  switch (type) {
    case 's':
      return value === '' ? EMPTY : textCell(sharedText(context.shared, value.trim()), font);
    case 'inlineStr':
      return textCell(inline, font);
    case 'str':
      return textCell(value, font);
    case 'b':
      return value === ''
        ? EMPTY
        : { kind: 'boolean', value: value.trim() === '1' || value.trim() === 'true' };
    case 'e':
      return { kind: 'error', value };
    case 'd':
      return value === '' ? EMPTY : { kind: 'date', value: value.trim().replace(/T00:00:00(\.0+)?Z?$/, '') };
    default:
      return numberCell(value, { date, date1904: context.date1904 });
  }
}

function numberCell(text: string, { date, date1904 }: { date: boolean; date1904: boolean }): WorkbookCell {
  if (text.trim() === '') return EMPTY;
  const value = Number(text);
  if (!Number.isFinite(value)) return { kind: 'error', value: text };
  if (!date) return { kind: 'number', value };
  const iso = dateOfSerial(value, date1904);
  return iso === undefined
    ? { kind: 'error', value: text.trim() }
    : { kind: 'date', value: iso, serial: value };
}

function textCell(shared: SharedText, font: string | undefined): WorkbookCell {
  const value = typeof shared === 'string' ? shared : shared.text;
  if (value === '') return EMPTY;
  const named = font === undefined ? {} : { font };
  if (typeof shared === 'string') return { kind: 'text', value, ...named };
  const runs = shared.runs.map((run) => ({ ...named, ...run }));
  return runs.some((run) => run.font !== font)
    ? { kind: 'text', value, ...named, runs }
    : { kind: 'text', value, ...named };
}

/** The number of a column from the reference of a cell, 0 for A; undefined where it has none. */
export function columnOfReference(reference: string): number | undefined {
  let column = 0;
  for (let index = 0; index < reference.length && index < 8; index += 1) {
    const code = reference.charCodeAt(index) & ~0x20;
    if (code < 65 || code > 90) return index === 0 ? undefined : column - 1;
    column = column * 26 + code - 64;
  }
  return column === 0 ? undefined : column - 1;
}

/** The letters of a column, as the spreadsheet shows them: 0 is A. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
