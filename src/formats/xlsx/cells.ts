import type { Cell, CellValue, MergeRange, Sheet } from 'hucre/xlsx';

/**
 * `font` is given for text: legacy encodings show only there (.VnTime). `runs` are given where a cell mixes fonts.
 * Dates are ISO 8601, `2024-01-02` or `2024-01-02T08:30:00`. `merged`: repeated from the first cell of a merged area.
 */
export type WorkbookCell = { merged?: true } & (
  | { kind: 'empty'; value: null }
  | { kind: 'text'; value: string; font?: string; runs?: { text: string; font?: string }[] }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'date'; value: string }
  // As the spreadsheet shows it: #N/A, #REF! …
  | { kind: 'error'; value: string }
);

/** Rows are of equal length; those after the last with a value (formatted for typing) are left out. */
export type ReadSheet = { name: string; hidden: boolean; rows: WorkbookCell[][] };

export function readSheet(sheet: Sheet, defaultFont: string | undefined): ReadSheet {
  const rows = sheet.rows.map((row, rowIndex) =>
    row.map((value, columnIndex) => {
      const detail = sheet.cells?.get(`${rowIndex},${columnIndex}`);
      return readCell(value, detail, defaultFont);
    }),
  );
  for (const range of sheet.merges ?? []) repeatMerged(rows, range);
  const last = rows.findLastIndex((row) => row.some((cell) => cell.kind !== 'empty'));
  return {
    name: sheet.name,
    hidden: Boolean(sheet.hidden || sheet.veryHidden),
    rows: rows.slice(0, last + 1),
  };
}

function readCell(value: CellValue, detail: Cell | undefined, defaultFont: string | undefined): WorkbookCell {
  switch (typeof value) {
    case 'number':
      return { kind: 'number', value };
    case 'boolean':
      return { kind: 'boolean', value };
    case 'string':
      return readText(value, detail, defaultFont);
    default:
      return value === null ? { kind: 'empty', value } : readDate(value);
  }
}

function readText(value: string, detail: Cell | undefined, defaultFont: string | undefined): WorkbookCell {
  if (detail?.type === 'error') return { kind: 'error', value };
  const font = detail?.style?.font?.name ?? defaultFont;
  const runs = detail?.richText?.map((run) => withFont({ text: run.text }, run.font?.name ?? font));
  const mixed = runs?.some((run) => run.font !== font) ? { runs } : {};
  return { kind: 'text', ...withFont({ value }, font), ...mixed };
}

function withFont<T extends object>(text: T, font: string | undefined): T & { font?: string } {
  return font === undefined ? text : { ...text, font };
}

/** Serial numbers carry no time zone: the library gives them as UTC, and so they are read, to the nearest second. */
function readDate(date: Date): WorkbookCell {
  const seconds = Math.round(date.getTime() / 1000);
  if (Number.isNaN(seconds)) return { kind: 'error', value: '#VALUE!' };
  const [day = '', time = ''] = new Date(seconds * 1000).toISOString().split('T');
  return { kind: 'date', value: time.startsWith('00:00:00') ? day : `${day}T${time.slice(0, 8)}` };
}

function repeatMerged(rows: WorkbookCell[][], range: MergeRange): void {
  const first = rows[range.startRow]?.[range.startCol];
  if (!first) return;
  for (const row of rows.slice(range.startRow, range.endRow + 1)) {
    const end = Math.min(range.endCol, row.length - 1);
    for (let column = range.startCol; column <= end; column += 1) {
      if (row[column] !== first) row[column] = { ...first, merged: true };
    }
  }
}
