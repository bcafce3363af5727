import type { NewDecision } from '../decision/decision.ts';
import type { NewDesignation } from '../designation/designation.ts';
import type { TransitionTarget } from '../record/record.ts';
import type { Alias, RecordRef } from '../reference.ts';
import type { NewRelation } from '../relation/relation.ts';

export type ChangesetKind = 'starter' | 'edit' | 'import' | 'bulk' | 'revert' | 'merge' | 'migration';

interface CreateOperation {
  op: 'create';
  body: unknown;
  /** A name by which later operations of this changeset can speak of the record. */
  ref?: string;
  /** Given by the starter data; every other record gets a new one. */
  pid?: string;
  starterKey?: string;
  /** Where the record starts its life; a draft unless stated. */
  state?: 'draft' | 'submitted' | 'verified' | 'published';
  aliases?: readonly Alias[];
}

/** The version the writer worked on; a newer one means that somebody else was faster. */
interface Expecting {
  expectedVersion?: number | undefined;
}

interface UpdateOperation extends Expecting {
  op: 'update';
  record: RecordRef;
  body: unknown;
  /** Starter data: leave the record alone once a person has edited it. Takes the place of the expected version. */
  onlyIfUntouched?: boolean;
}

interface RestoreOperation extends Expecting {
  op: 'restore';
  record: RecordRef;
  version: number;
}

interface TransitionOperation extends Expecting {
  op: 'transition';
  record: RecordRef;
  to: TransitionTarget;
  /** Why; a withdrawal must say it, in its tombstone. */
  reason?: string;
}

interface ConfirmOperation extends Expecting {
  op: 'confirm';
  record: RecordRef;
}

interface MergeOperation {
  op: 'merge';
  from: RecordRef;
  into: RecordRef;
}

type AddAliasOperation = { op: 'addAlias'; record: RecordRef } & Alias;
type VoidAliasOperation = { op: 'voidAlias' } & Alias;
type AddRelationOperation = { op: 'addRelation' } & NewRelation;
type VoidRelationOperation = { op: 'voidRelation'; id: number };
type AddDecisionOperation = { op: 'addDecision' } & NewDecision;
type AddDesignationOperation = { op: 'addDesignation' } & NewDesignation;
/** Takes back an act that was entered wrongly; an act that was really revoked gets a `revoke` act. */
type VoidDesignationOperation = { op: 'voidDesignation'; id: number };

export type Operation =
  | CreateOperation
  | UpdateOperation
  | RestoreOperation
  | TransitionOperation
  | ConfirmOperation
  | MergeOperation
  | AddAliasOperation
  | VoidAliasOperation
  | AddRelationOperation
  | VoidRelationOperation
  | AddDecisionOperation
  | AddDesignationOperation
  | VoidDesignationOperation;

export type OperationName = Operation['op'];
export type OperationOf<Name extends OperationName> = Extract<Operation, { op: Name }>;

export interface Item<Op extends Operation = Operation> {
  index: number;
  operation: Op;
}
