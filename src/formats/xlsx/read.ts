import { Buffer } from 'node:buffer';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { type ReadSheet, readSheet } from './cells.ts';
import { readZipDirectory } from './zip-directory.ts';

export type { ReadSheet, WorkbookCell } from './cells.ts';

export type WorkbookLimits = {
  /** Files in the package, media included. */
  entries: number;
  /** Sum of all files of the package, in bytes. */
  expandedBytes: number;
  sheets: number;
  rows: number;
  columns: number;
};

/** A full sheet at these limits takes some hundred megabytes of memory; larger tables come as CSV. */
const DEFAULT_LIMITS: WorkbookLimits = {
  entries: 2_000,
  expandedBytes: 134_217_728,
  sheets: 50,
  rows: 100_000,
  columns: 512,
};

/**
 * `old-format`: a workbook of Excel 97–2003 (.xls), to be saved as .xlsx first. `too-large` names the limit that was
 * exceeded. `damaged`: a ZIP that is no readable workbook, or contradicts itself.
 */
export type WorkbookOutcome =
  | { kind: 'workbook'; sheets: ReadSheet[] }
  | { kind: 'not-a-workbook' }
  | { kind: 'old-format' }
  | { kind: 'encrypted' }
  | { kind: 'too-large'; exceeded: keyof WorkbookLimits; limit: number; sheet?: string }
  | { kind: 'damaged'; detail: string };

/** Reads an .xlsx workbook. Formulas give their stored results; nothing is calculated, run or fetched. */
export async function readWorkbook(
  bytes: Uint8Array,
  { limits = {} as Partial<WorkbookLimits> } = {},
): Promise<WorkbookOutcome> {
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  return refuseContainer(bytes, bounds) ?? (await readContents(bytes, bounds));
}

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

function refuseContainer(bytes: Uint8Array, limits: WorkbookLimits): WorkbookOutcome | null {
  // Excel wraps workbooks with a password into the container that .xls files are made of ([MS-OFFCRYPTO] §2.3).
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) {
    const isEncrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return { kind: isEncrypted ? 'encrypted' : 'old-format' };
  }
  const directory = readZipDirectory(bytes);
  switch (directory.kind) {
    case 'not-a-zip':
      return { kind: 'not-a-workbook' };
    case 'encrypted':
      return directory;
    case 'damaged':
      return { kind: 'damaged', detail: 'central directory' };
    case 'directory':
      return (
        exceeds('entries', directory.entries, limits) ??
        exceeds('expandedBytes', directory.expandedBytes, limits)
      );
  }
}

async function readContents(bytes: Uint8Array, limits: WorkbookLimits): Promise<WorkbookOutcome> {
  try {
    const { sheets, defaultFont } = await readXlsx(bytes, { readStyles: true });
    return (
      exceeds('sheets', sheets.length, limits) ??
      firstExcess(sheets, limits) ?? {
        kind: 'workbook',
        sheets: sheets.map((sheet) => readSheet(sheet, defaultFont?.name)),
      }
    );
  } catch (error) {
    return refusalOf(error, limits);
  }
}

/** Whatever the library throws at a hostile file is a fault of the file. */
function refusalOf(error: unknown, limits: WorkbookLimits): WorkbookOutcome {
  const detail = error instanceof Error ? error.message : String(error);
  // A few cells far apart span more than the library will lay out.
  if (/cells\), over the \d+ limit/.test(detail)) {
    return { kind: 'too-large', exceeded: 'rows', limit: limits.rows };
  }
  if (/missing \[Content_Types\]|cannot find workbook|missing _rels/.test(detail))
    return { kind: 'not-a-workbook' };
  return { kind: 'damaged', detail };
}

function firstExcess(sheets: readonly Sheet[], limits: WorkbookLimits): WorkbookOutcome | null {
  for (const { name, rows } of sheets) {
    const excess = exceeds('rows', rows.length, limits) ?? exceeds('columns', rows[0]?.length ?? 0, limits);
    if (excess?.kind === 'too-large') return { ...excess, sheet: name };
  }
  return null;
}

function exceeds(
  exceeded: keyof WorkbookLimits,
  found: number,
  limits: WorkbookLimits,
): WorkbookOutcome | null {
  const limit = limits[exceeded];
  return found > limit ? { kind: 'too-large', exceeded, limit } : null;
}
