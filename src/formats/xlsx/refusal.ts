export type WorkbookLimits = {
  /** Files in the package, media included. */
  entries: number;
  /** Sum of all files of the package, in bytes. */
  expandedBytes: number;
  /** Bytes that one byte of the package may become. Sheets reach 30, deflate at most 1,032. */
  ratio: number;
  /** Characters of the table of shared texts. */
  sharedCharacters: number;
  sheets: number;
  rows: number;
  columns: number;
  mergedAreas: number;
  /** Cells that repeat the value of a merged area, over all rows. */
  repeatedCells: number;
  /** Characters in a cell. Excel holds 32,767. */
  cellCharacters: number;
};

/** Rows and columns are those of Excel; the others leave room for a full sheet of texts in bounded memory. */
export const DEFAULT_LIMITS: WorkbookLimits = {
  entries: 2_000,
  expandedBytes: 1_073_741_824,
  ratio: 250,
  sharedCharacters: 60_000_000,
  sheets: 200,
  rows: 1_048_576,
  columns: 16_384,
  mergedAreas: 200_000,
  repeatedCells: 10_000_000,
  cellCharacters: 1_000_000,
};

/** Where in the workbook; `row` and `column` count from 1. */
export type SheetPlace = { sheet?: string; row?: number; column?: number };

/**
 * `old-format`: a workbook of Excel 97–2003 (.xls), to be saved as .xlsx first. `too-large` names the limit that was
 * exceeded. `damaged`: a ZIP that is no readable workbook, or contradicts itself; `detail` is for those who mend files.
 */
export type WorkbookRefusal =
  | { kind: 'not-a-workbook' }
  | { kind: 'old-format' }
  | { kind: 'encrypted' }
  | ({ kind: 'too-large'; exceeded: keyof WorkbookLimits; limit: number } & SheetPlace)
  | ({ kind: 'damaged'; detail: string } & SheetPlace);

/** Carries a refusal out of the readers of one file; no caller outside this folder meets it. */
export class Refused extends Error {
  readonly refusal: WorkbookRefusal;
  constructor(refusal: WorkbookRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

export function damaged(detail: string, place: SheetPlace = {}): Refused {
  return new Refused({ kind: 'damaged', detail, ...place });
}

export function demand(
  exceeded: keyof WorkbookLimits,
  found: number,
  { limits, place = {} }: { limits: WorkbookLimits; place?: SheetPlace },
): void {
  const limit = limits[exceeded];
  if (found > limit) throw new Refused({ kind: 'too-large', exceeded, limit, ...place });
}

/** Whatever else a hostile file makes the parsers throw is a fault of the file. */
export function refusalOf(error: unknown, place: SheetPlace = {}): WorkbookRefusal {
  if (error instanceof Refused) return { ...place, ...error.refusal };
  return { kind: 'damaged', detail: error instanceof Error ? error.message : String(error), ...place };
}
