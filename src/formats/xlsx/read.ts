import { Buffer } from 'node:buffer';
import type { CellContext, WorkbookCell } from './cells.ts';
import { type Package, readParts, type SheetPart, type WorkbookParts } from './parts.ts';
import { DEFAULT_LIMITS, Refused, refusalOf, type WorkbookLimits, type WorkbookRefusal } from './refusal.ts';
import { readSharedStrings } from './shared-strings.ts';
import { sheetRows, type WorkbookRow } from './sheet-rows.ts';
import { bytesSource, type RandomAccess } from './source.ts';
import { readZipDirectory } from './zip.ts';

/** The last event of a sheet that cannot be read to its end is its refusal. */
export type RowEvent = { kind: 'rows'; rows: WorkbookRow[] } | WorkbookRefusal;

export interface OpenSheet {
  name: string;
  hidden: boolean;
  /** Reads the sheet from its beginning, in bounded memory; may be called again. */
  rows(): AsyncGenerator<RowEvent>;
}

/** Opens an .xlsx workbook for reading row by row. Nothing in it is calculated, run or fetched. */
export async function openWorkbook(
  source: RandomAccess,
  { limits = {} as Partial<WorkbookLimits> } = {},
): Promise<{ kind: 'workbook'; sheets: OpenSheet[] } | WorkbookRefusal> {
  try {
    await refuseCompoundFile(source);
    const bounds = { ...DEFAULT_LIMITS, ...limits };
    const zip = { source, limits: bounds, directory: await readZipDirectory(source, bounds) };
    const parts = await readParts(zip);
    return { kind: 'workbook', sheets: openSheets(zip, parts) };
  } catch (error) {
    return refusalOf(error);
  }
}

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
// The directory of such a container may stand anywhere; it names what the container holds.
const SCANNED = 8_388_608;

/** Excel wraps workbooks with a password into the container that .xls files are made of ([MS-OFFCRYPTO] §2.3). */
async function refuseCompoundFile(source: RandomAccess): Promise<void> {
  const start = await source.read(0, 4);
  if (!COMPOUND_FILE.every((byte, index) => start[index] === byte)) return;
  const ends = [
    await source.read(0, SCANNED),
    await source.read(Math.max(0, source.size - SCANNED), SCANNED),
  ];
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  const isEncrypted = ends.some((bytes) => Buffer.from(bytes).includes(name));
  throw new Refused({ kind: isEncrypted ? 'encrypted' : 'old-format' });
}

function openSheets(zip: Package, parts: WorkbookParts): OpenSheet[] {
  // Read once, and only when a sheet is read.
  let context: Promise<CellContext> | undefined;
  const contextOf = (): Promise<CellContext> => {
    context ??= readSharedStrings(zip, parts.sharedStrings).then((shared) => ({ ...parts, shared }));
    return context;
  };
  return parts.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    rows: () => rowEvents({ zip, sheet, contextOf }),
  }));
}

interface SheetReading {
  zip: Package;
  sheet: SheetPart;
  contextOf(): Promise<CellContext>;
}

async function* rowEvents({ zip, sheet, contextOf }: SheetReading): AsyncGenerator<RowEvent> {
  try {
    for await (const rows of sheetRows(zip, sheet, await contextOf())) yield { kind: 'rows', rows };
  } catch (error) {
    yield refusalOf(error, { sheet: sheet.name });
  }
}

export type ReadSheet = { name: string; hidden: boolean; rows: WorkbookCell[][] };
export type WorkbookOutcome = { kind: 'workbook'; sheets: ReadSheet[] } | WorkbookRefusal;

/** A small workbook as a whole, each row at its place. Large ones are read with `openWorkbook`. */
export async function readWorkbook(
  bytes: Uint8Array,
  options: { limits?: Partial<WorkbookLimits> } = {},
): Promise<WorkbookOutcome> {
  const opened = await openWorkbook(bytesSource(bytes), options);
  if (opened.kind !== 'workbook') return opened;
  const sheets: ReadSheet[] = [];
  for (const { name, hidden, rows } of opened.sheets) {
    const sheet: ReadSheet = { name, hidden, rows: [] };
    for await (const event of rows()) {
      if (event.kind !== 'rows') return event;
      for (const { row, cells } of event.rows) {
        while (sheet.rows.length < row - 1) sheet.rows.push([]);
        sheet.rows.push(cells);
      }
    }
    sheets.push(sheet);
  }
  return { kind: 'workbook', sheets };
}
