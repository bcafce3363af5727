import type { CsvRefusal } from '#formats/csv/index.ts';
import type { TextEncoding } from '#formats/legacy-encoding/index.ts';
import type { WorkbookRefusal } from '#formats/xlsx/index.ts';
import type { OtherFormat, TableFormat } from './format-names.ts';

/** Texts of a column that came in another encoding than Unicode, with a few of them before and after. */
export interface Conversion {
  column: string;
  encoding: TextEncoding;
  /** What decided: the name of the font, or the letters themselves. */
  by: 'font' | 'content';
  samples: { before: string; after: string }[];
}

/** A cell that a spreadsheet program may have changed: the day of a cell formatted as a date. */
export interface DateMark {
  column: number;
  iso: string;
  /** Days since the beginning of 1900, as the sheet holds them. */
  serial: number | undefined;
}

export interface TableHeader {
  kind: 'header';
  header: string[];
  /** What the file is, by its content. */
  format?: TableFormat;
  /** Empty where the format has none. */
  delimiter: string;
  encoding: TextEncoding;
  confidence: number;
  /** The sheet of a workbook, and the row where its header stands (the last of them, where it has several). */
  sheet?: string;
  row?: number;
  /** Grows while rows are read. */
  conversions?: Conversion[];
  /** The rows are records as a whole, in their last column: empty cells say nothing. */
  whole?: boolean;
}

export interface TableRow {
  kind: 'row';
  line: number;
  cells: string[];
  dates?: DateMark[];
}

/** Why a file is no table that is read here. `row` and `column` count from 1. */
export type TableRefusal =
  | CsvRefusal
  | WorkbookRefusal
  | { kind: 'other-format'; format: OtherFormat }
  | { kind: 'no-such-sheet'; name: string; sheets: string[] }
  | { kind: 'no-table'; sheets: string[] }
  | { kind: 'repeated-header'; sheet: string; row: number; column: number; name: string }
  | { kind: 'not-json'; line: number; column: number; reason: string }
  | { kind: 'not-an-object'; line: number }
  | { kind: 'not-geojson'; reason: 'type' | 'features' | 'size' }
  | { kind: 'json-too-wide'; line: number; limit: number };

/** First the header, then the rows; a refusal is always the last event. */
export type TableEvent = TableHeader | TableRow | TableRefusal;

export interface TableOptions {
  delimiter?: string;
  encoding?: TextEncoding;
  /** The name of the sheet, where not the first that fits is meant. */
  sheet?: string;
  /** The row of the header, where it is not found by its words. */
  headerRow?: number;
  /** Whether a header is one that the import can place. */
  understands?: (name: string) => boolean;
  /** The keys of the template, for formats whose rows are records as a whole. */
  keys?: readonly string[];
}
