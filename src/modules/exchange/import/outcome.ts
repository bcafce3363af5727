import type { TextEncoding } from '#formats/legacy-encoding/index.ts';
import type { AsideRows } from '../sheet/aside.ts';
import type { SheetProblem } from '../sheet/plan.ts';
import type { CellChange, RowProblem } from '../sheet/row.ts';
import type { SheetWarning } from '../sheet/warnings.ts';
import type { TableFormat } from '../table/format-names.ts';
import type { Conversion, TableRefusal } from '../table/table-event.ts';

export interface ImportCounts {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

/** Why a file was not read to its end; nothing of it was written. */
export type FileRefusal =
  | TableRefusal
  | { kind: 'header'; problems: SheetProblem[]; sheet?: string; row?: number }
  /** The guess at a legacy encoding is too weak to build records on. */
  | { kind: 'uncertain-encoding'; encoding: TextEncoding; confidence: number };

export type ImportOutcome =
  | { kind: 'applied'; changesetId: number; counts: ImportCounts }
  /** A dry run: what would be done. */
  | { kind: 'checked'; counts: ImportCounts }
  /** Nothing was written, because of the rejected rows. */
  | { kind: 'rejected'; counts: ImportCounts }
  /** The file, or a record that it touches, changed after the dry run that was approved; nothing was written. */
  | { kind: 'outdated'; counts: ImportCounts }
  /** Every row says what is there already. */
  | { kind: 'unchanged'; counts: ImportCounts }
  /** This very file was imported before. */
  | { kind: 'repeated'; changesetId: number; counts: ImportCounts };

export type RowOutcome = 'created' | 'updated' | 'unchanged' | 'rejected';

/** `pid` is empty for a rejected row and for a record that is not made yet. */
export interface RowReport {
  line: number;
  outcome: RowOutcome;
  pid: string;
  problems: RowProblem[];
  changes: CellChange[];
  cells: string[];
}

/** How the file was read. */
export interface SheetReport {
  header: readonly string[];
  encoding: TextEncoding;
  ignored: readonly string[];
  /** By the content of the file, which its name may contradict. */
  format?: TableFormat;
  /** Where the file has several sheets: the one that was read, and the row of its header. */
  sheet?: string;
  headerRow?: number;
  /** Columns that came in a legacy encoding; complete when all rows are read, as are the warnings. */
  conversions?: readonly Conversion[];
  warnings?: readonly SheetWarning[];
  /** Rows that are no data, left out: totals, signatures, headings of sections. Complete when all rows are read. */
  aside?: AsideRows;
}

export type ImportResult =
  | { kind: 'refused'; refusal: FileRefusal }
  | {
      kind: 'read';
      outcome: ImportOutcome;
      sheet: SheetReport;
      /** Of what the sheet would do: for `expectDigest` of the import that follows a dry run. */
      digest: string;
      /** Every row in the order of the file; can be walked more than once, until `close`. */
      rows: Iterable<RowReport>;
      close(): Promise<void>;
    };
