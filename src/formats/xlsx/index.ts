export {
  type ReadSheet,
  readWorkbook,
  type WorkbookCell,
  type WorkbookLimits,
  type WorkbookOutcome,
} from './read.ts';
export { type SheetColumn, type WorkbookSheet, writeWorkbook } from './write.ts';
