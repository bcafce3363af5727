export type { Absence, RecordBody, Statement } from './body.ts';
export { applyChangeset, type Changeset, revertChangeset } from './changeset/commands.ts';
export type { ChangesetKind, Operation } from './changeset/operation.ts';
export type { ChangesetOutcome } from './changeset/write.ts';
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
export type { Head, Issue, Problem, Refusal, Tombstone } from './outcome.ts';
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
export { RECORD_KINDS, type RecordKind, type RecordState, type Verification } from './record/record.ts';
export type { Alias, RecordRef } from './reference.ts';
