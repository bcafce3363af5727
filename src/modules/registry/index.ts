export type { RecordBody, Statement } from './body.ts';
export { catalogueRules } from './catalogue-rules.ts';
export type {
  ChangesetDiffOutcome,
  ChangesetView,
} from './changeset/changeset-queries.ts';
export { changesetKind, changesetOfKey } from './changeset/changeset-store.ts';
export { type Check, type CheckableOperation, type Finding, openCheck } from './changeset/check.ts';
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
export { addDesignation } from './designation/commands.ts';
export type { Act, DecisionAbsence, NewDesignation } from './designation/designation.ts';
export type { RecordDesignation } from './designation/designation-queries.ts';
export { type ListDecision, listDecisionsByList } from './designation/list-act-queries.ts';
export { type Standing, standingOf, visibleMembers } from './designation/standing-queries.ts';
export type { RegistryState } from './designation/state-queries.ts';
export { findDuplicates } from './duplicate/commands.ts';
export type { Duplicate } from './duplicate/duplicate-queries.ts';
export { type Resolution, resolve } from './identifier/resolve-queries.ts';
export type { Page } from './keyset.ts';
export { type MigrationReport, migrateRecords } from './migration/commands.ts';
export type { Issue, Problem, Refusal, Tombstone } from './outcome.ts';
export { type CurrentRecord, currentRecords, currentRecordsAfter } from './record/bulk-queries.ts';
export {
  createRecord,
  mergeRecords,
  type RecordOutcome,
  transitionRecord,
  updateRecord,
} from './record/commands.ts';
export type { CompactBody } from './record/compact.ts';
export { type FieldOfRecord, recordsWithField } from './record/field-queries.ts';
export { type RecordFilter, recordIdsAfter, recordIdsByAlias } from './record/find-queries.ts';
export {
  type ListedRecord,
  occupiedSpans,
  recordsInSpan,
  recordsOfIds,
} from './record/listing-queries.ts';
export type { Title } from './record/name-store.ts';
export { publicGeometry } from './record/public-geometry.ts';
export { type ListEntry, type PublicRecord, publicRecordsAfter } from './record/public-queries.ts';
export type { RecordKind, RecordState, Verification } from './record/record.ts';
export {
  type ReadOptions,
  type ReadOutcome,
  type RecordView,
  readRecord,
} from './record/record-queries.ts';
export { findIdsByPid as recordIdsByPid } from './record/record-store.ts';
export { visibleBody } from './record/visible-body.ts';
export type { Alias, RecordRef } from './reference.ts';
export { addRelation } from './relation/commands.ts';
export type { NewRelation } from './relation/relation.ts';
export type { RelationView } from './relation/relation-queries.ts';
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
