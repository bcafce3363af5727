import {
  type Cell,
  type CellStyle,
  type CellValue,
  colToLetter,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import { createLists } from './lists.ts';
import { safeText } from './safe-text.ts';

export type SheetColumn = {
  /** Key of the value in each row. */
  key: string;
  header: string;
  /** In characters of the default font. */
  width: number;
  /** Explanation, shown as a comment on the header. */
  note?: string;
  /** The only values allowed below the header. */
  list?: readonly string[];
  /** `text` (the default) keeps "001" and "1/2" as typed. */
  format?: 'text' | 'number' | 'date';
};

export type WorkbookSheet = {
  /** Cut to 31 characters, `[]:*?/\` replaced: what Excel allows. Must differ from the others by then. */
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly Readonly<Record<string, CellValue>>[];
  /** Rows that stay in view, the header being the first; 1 unless said. */
  frozenRows?: number;
  /** Empty rows after the others, formatted so that what is typed there stays as typed; for templates. */
  blankRows?: number;
};

// The same content gives the same bytes, whenever it is written.
const FIXED_TIME = new Date(Date.UTC(1980, 0, 1));

/** Writes an .xlsx workbook. Text longer than a cell holds (32,767 characters) is cut and ends with "…". */
export async function writeWorkbook({ sheets }: { sheets: readonly WorkbookSheet[] }): Promise<Uint8Array> {
  const lists = createLists();
  const written = sheets.map((sheet) => toSheet(sheet, lists.rule));
  const hidden = lists.sheet();
  return await writeXlsx({
    sheets: hidden ? [...written, hidden] : written,
    properties: { created: FIXED_TIME, modified: FIXED_TIME },
  });
}

function toSheet(sheet: WorkbookSheet, rule: ReturnType<typeof createLists>['rule']): WriteSheet {
  const { columns, frozenRows = 1, blankRows = 0 } = sheet;
  const blank = columns.map(() => null);
  const rules = columns.flatMap(({ list }, index): DataValidation[] =>
    list && list.length > 0 ? [rule({ column: colToLetter(index), values: list })] : [],
  );
  return {
    name: sheet.name.replace(/[[\]:*?/\\]/g, '-').slice(0, 31),
    columns: columns.map(({ width, format = 'text' }) => ({ width, style: FORMATS[format] })),
    rows: [
      columns.map((column) => safeText(column.header)),
      ...sheet.rows.map((row) => toRow(row, columns)),
      ...Array.from({ length: blankRows }, () => blank),
    ],
    cells: headerCells(columns),
    freezePane: { rows: frozenRows },
    ...(rules.length > 0 ? { dataValidations: rules } : {}),
  };
}

const FORMATS: Readonly<Record<NonNullable<SheetColumn['format']>, CellStyle>> = {
  text: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
  number: { alignment: { vertical: 'top' } },
  date: { numFmt: 'yyyy-mm-dd', alignment: { vertical: 'top' } },
};

const HEADER: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F1EADD' } },
  alignment: { vertical: 'top', wrapText: true },
};

function headerCells(columns: readonly SheetColumn[]): Map<string, Partial<Cell>> {
  return new Map(
    columns.map(({ header, note }, index) => {
      const comment = note === undefined ? {} : { comment: { text: safeText(note) } };
      return [`0,${index}`, { value: safeText(header), style: HEADER, ...comment }];
    }),
  );
}

function toRow(row: Readonly<Record<string, CellValue>>, columns: readonly SheetColumn[]): CellValue[] {
  return columns.map(({ key }) => {
    const value = row[key] ?? null;
    return typeof value === 'string' ? safeText(value) : value;
  });
}
