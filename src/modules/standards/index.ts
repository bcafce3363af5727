export {
  bestStatement,
  fieldStatements,
  type Name,
  names,
  normaliseBody,
  statements,
} from './body.ts';
export { type Catalogue, type ConceptSource, fieldMap, standardReference } from './catalogue.ts';
export { compareStandards, type StandardComparison } from './comparison.ts';
export { type Completeness, completeness, type FieldGain, type Gate } from './completeness.ts';
export type { CoreField, CoreValue } from './core-fields.ts';
export { type FileIssue, inFile, readDataFolder } from './data-files.ts';
export {
  codeListCsvDownload,
  codeListDownload,
  type Download,
  importTemplateDownload,
  jsonSchemaDownload,
  mappingCsvDownload,
  standardCsvDownload,
  standardDownload,
} from './downloads.ts';
export type {
  FormBinding,
  FormLine,
  FormSection,
  FormTable,
  OfficialForm,
} from './forms/schema.ts';
export { codeKey } from './integrity.ts';
export { type Issue, issueAt } from './issue.ts';
export { type LoadedStandards, loadStandards } from './load.ts';
export { type MigrationChoice, migrateBody } from './migration.ts';
export { registerStandardRoutes } from './routes.ts';
export {
  ABSENCES,
  type Absence,
  type Code,
  type CodeList,
  type Field,
  type FieldGroup,
  KINDS,
  type Kind,
  type Lang,
  type LocalizedLabel,
  type MigrationStep,
  type ObligationState,
  type RecordStandard,
  type Rule,
} from './schema.ts';
export type { RecordBody, Statement } from './statement.ts';
export { compileStructure } from './structure.ts';
export { mappingTable, standardTable, type Table } from './tables.ts';
export {
  ABSENCE_WORDS,
  columnByHeader,
  type TemplateColumn,
  templateColumns,
  VALUE_SEPARATOR,
} from './template-columns.ts';
export { type Validation, validateBody } from './validation.ts';
export type { Datatype, Values } from './values.ts';
export { DATATYPE_LABELS, OBLIGATION_LABELS } from './wording.ts';
