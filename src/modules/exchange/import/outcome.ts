import type { CsvRefusal } from '#formats/csv/index.ts';
import type { TextEncoding } from '#formats/legacy-encoding/index.ts';
import type { SheetProblem } from '../sheet/plan.ts';
import type { CellChange, RowProblem } from '../sheet/row.ts';

export interface ImportCounts {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

/** Why a file was not read to its end; nothing of it was written. */
export type FileRefusal =
  | CsvRefusal
  | { kind: 'header'; problems: SheetProblem[] }
  /** The guess at a legacy encoding is too weak to build records on. */
  | { kind: 'uncertain-encoding'; encoding: TextEncoding; confidence: number };

export type ImportOutcome =
  | { kind: 'applied'; changesetId: number; counts: ImportCounts }
  /** A dry run: what would be done. */
  | { kind: 'checked'; counts: ImportCounts }
  /** Nothing was written, because of the rejected rows. */
  | { kind: 'rejected'; counts: ImportCounts }
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
}

export type ImportResult =
  | { kind: 'refused'; refusal: FileRefusal }
  | {
      kind: 'read';
      outcome: ImportOutcome;
      sheet: SheetReport;
      /** Every row in the order of the file; can be walked more than once, until `close`. */
      rows: Iterable<RowReport>;
      close(): Promise<void>;
    };
