export { columnLetters, type WorkbookCell } from './cells.ts';
export { dateOfSerial } from './dates.ts';
export { type OpenSheet, openWorkbook, type ReadSheet, readWorkbook, type WorkbookOutcome } from './read.ts';
export type { WorkbookLimits, WorkbookRefusal } from './refusal.ts';
export type { WorkbookRow } from './sheet-rows.ts';
export type { RandomAccess } from './source.ts';
export { type SheetColumn, type WorkbookSheet, writeWorkbook } from './write.ts';
export { type StreamedSheet, writeTextWorkbook } from './write-stream.ts';
