import { colToLetter, type DataValidation, type WriteSheet } from 'hucre/xlsx';

/** The values that a column allows, by the letter of the column. */
export type ColumnList = { column: string; values: readonly string[] };

const LIST_SHEET = '_codes';

// Excel takes 255 characters of values written into the rule itself, and divides them at commas.
const INLINE_LIMIT = 255;
const LAST_ROW = 1_048_576;

/** Rules for each column with a list, over all rows below the header, and a hidden sheet with the long lists. */
export function createLists() {
  const hidden = new Map<string, readonly string[]>();

  const formula = (values: readonly string[]): string => {
    if (isInline(values)) return `"${values.join(',').replaceAll('"', '""')}"`;
    const key = JSON.stringify(values);
    hidden.set(key, values);
    const column = colToLetter([...hidden.keys()].indexOf(key));
    return `'${LIST_SHEET}'!$${column}$1:$${column}$${values.length}`;
  };

  const rule = ({ column, values }: ColumnList): DataValidation => ({
    type: 'list',
    range: `${column}2:${column}${LAST_ROW}`,
    formula1: formula(values),
    allowBlank: true,
    showErrorMessage: true,
  });

  const sheet = (): WriteSheet | null => {
    const lists = [...hidden.values()];
    const height = Math.max(0, ...lists.map((values) => values.length));
    const rows = Array.from({ length: height }, (_, row) => lists.map((values) => values[row] ?? null));
    return lists.length === 0 ? null : { name: LIST_SHEET, hidden: true, rows };
  };

  return { rule, sheet };
}

function isInline(values: readonly string[]): boolean {
  return values.join(',').length <= INLINE_LIMIT && values.every((value) => !/[,"]|^\s|\s$|^$/.test(value));
}
