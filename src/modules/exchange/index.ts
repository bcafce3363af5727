export type { ExchangeContext } from './context.ts';
export { readQuery } from './export/query.ts';
export { RECORD_FORMATS, type RecordFormat } from './export/record-formats.ts';
export { exportRecords, exportWorkbook } from './export/records.ts';
export { exportForms, type FormExport } from './forms/export.ts';
export { formFiles, templatePath } from './forms/files.ts';
export { FORM_FORMATS } from './forms/fill.ts';
export { refusalText } from './forms/refusal-texts.ts';
export { formAddress, registerFormRoutes } from './forms/routes.ts';
export { formTemplate } from './forms/template.ts';
export { importTable, type UndoOutcome, undoImport } from './import/commands.ts';
export type { FileRefusal, ImportResult, RowOutcome, RowReport } from './import/outcome.ts';
export { fileRefusalTexts } from './import/refusal-texts.ts';
export { otherFormatText } from './import/refusal-texts-tables.ts';
export { problemText, rejectedLines, rejectedWorkbook } from './import/report.ts';
export { reportEnd, reportLines } from './import/report-lines.ts';
export { otherFormatOf, type TableFormat, tableFormatOf } from './import/table-formats.ts';
export {
  type ApproveOutcome,
  applyProfile,
  approve,
  type ChangeOutcome,
  chooseKey,
  discard,
  mapColumns,
  meanTerms,
  type Reading,
  type ReceiveOutcome,
  receiveFile,
  rereadFile,
  startCheck,
  startPublication,
  startPublicationUndo,
  startUndo,
} from './intake/commands.ts';
export type { Intake } from './intake/intake.ts';
export { type ImportJob, type ImportState, isOpen, isRunning, type UnmatchedTerm } from './intake/job.ts';
export {
  everyRow,
  findJob,
  listJobs,
  listRows,
  publishedAmong,
  revertOf,
  type StoredRow,
} from './intake/job-queries.ts';
export { importTasks } from './intake/jobs.ts';
export { type KeyPreview, keyPreview } from './intake/key-preview.ts';
export { findProfile, listProfiles } from './intake/profile-queries.ts';
export type { Profile } from './intake/profile-store.ts';
export { standingAmong, statesOfCreated } from './intake/publication-queries.ts';
export { termFinder } from './intake/unmatched.ts';
export { registerImportRoutes } from './routes.ts';
export { asideText } from './sheet/aside.ts';
export { type Mapping, readMapping, TABLE_ENCODINGS } from './sheet/mapping.ts';
export { warningText } from './sheet/warnings.ts';
