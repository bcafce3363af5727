export type { RecordBody, Statement } from './body.ts';
export { catalogueRules } from './catalogue-rules.ts';
export {
  type ChangesetDiffOutcome,
  type ChangesetView,
  changesetDiff,
  listChangesets,
} from './changeset/changeset-queries.ts';
export {
  applyChangeset,
  type Changeset,
  type EntryOutcome,
  revertChangeset,
} from './changeset/commands.ts';
export type { ChangesetKind, Operation } from './changeset/operation.ts';
export type { ChangesetOutcome } from './changeset/write.ts';
export type { Counts, RecordResult } from './changeset/writing.ts';
export type {
  BodyRules,
  BodyState,
  Context,
  Identity,
  Projection,
  RecordName,
  RelationType,
  Source,
} from './context.ts';
export { addDecision } from './decision/commands.ts';
export type { NewDecision } from './decision/decision.ts';
export {
  type DecisionKey,
  type DecisionOutcome,
  type DecisionView,
  listDecisions,
  readDecision,
} from './decision/decision-queries.ts';
export type { ActMember, ActView } from './designation/act-queries.ts';
export { addDesignation, voidDesignation } from './designation/commands.ts';
export type { Act, DecisionAbsence, NewDesignation } from './designation/designation.ts';
export type { RecordDesignation } from './designation/designation-queries.ts';
export type { Standing } from './designation/standing-queries.ts';
export { type RegistryState, stateOn } from './designation/state-queries.ts';
export { declareDistinct, findDuplicates } from './duplicate/commands.ts';
export { type Duplicate, listDuplicates } from './duplicate/duplicate-queries.ts';
export { addAlias, voidAlias } from './identifier/commands.ts';
export { type Resolution, resolve } from './identifier/resolve-queries.ts';
export type { Page } from './keyset.ts';
export type { Issue, Problem, Refusal, Tombstone } from './outcome.ts';
export { type CurrentRecord, currentRecords, currentRecordsAfter } from './record/bulk-queries.ts';
export {
  confirmRecord,
  createRecord,
  eraseSealed,
  mergeRecords,
  type RecordOutcome,
  restoreVersion,
  transitionRecord,
  updateRecord,
} from './record/commands.ts';
export { type CompactBody, compactView } from './record/compact.ts';
export { type FieldOfRecord, recordsWithField } from './record/field-queries.ts';
export type { Title } from './record/name-store.ts';
export type { RecordKind, RecordState, Verification } from './record/record.ts';
export {
  findStarterRecords,
  type ReadOptions,
  type ReadOutcome,
  type RecordView,
  readRecord,
} from './record/record-queries.ts';
export type { Alias, RecordRef } from './reference.ts';
export { addRelation, voidRelation } from './relation/commands.ts';
export type { NewRelation } from './relation/relation.ts';
export { listRelations, type RelationView } from './relation/relation-queries.ts';
export { registerRegistryRoutes } from './routes.ts';
export type { BodyDiff, StatementChange } from './version/diff.ts';
export {
  type DiffOutcome,
  diffVersions,
  listVersions,
  type VersionsOutcome,
} from './version/history-queries.ts';
export { type VerifyOutcome, verifyChains } from './version/verify-queries.ts';
export type { VersionStamp } from './version/version-queries.ts';
