export type { ExchangeContext } from './context.ts';
export { type QueryOutcome, readQuery } from './export/query.ts';
export { RECORD_FORMATS, type RecordFormat } from './export/record-formats.ts';
export { type ExportOutcome, exportRecords } from './export/records.ts';
export { type ImportRequest, importTable, type UndoOutcome, undoImport } from './import/commands.ts';
export type { FileRefusal, ImportCounts, ImportOutcome, ImportResult, RowReport } from './import/outcome.ts';
export { problemText, rejectedLines, reportLines } from './import/report.ts';
export { type TableFormat, tableFormatOf } from './import/table-formats.ts';
export { type Mapping, type MappingOutcome, readMapping } from './sheet/mapping.ts';
