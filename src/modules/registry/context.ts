import type { Visibility } from '#modules/access/index.ts';
import type { ObligationState } from '#modules/standards/index.ts';
import type { Db, Trx } from '#platform/db/index.ts';
import type { RecordBody } from './body.ts';
import type { Issue } from './outcome.ts';
import type { RecordKind } from './record/record.ts';

export type BodyState = ObligationState;

export interface RelationType {
  /** The code of the other direction; its own code when the relation reads the same both ways. */
  inverse: string;
  /** An edge is stored under one code of the pair only; this is the other one. */
  storedAsInverse: boolean;
  from: readonly RecordKind[];
  to: readonly RecordKind[];
  /** A thing can be no part of itself: chains of this relation may not close into a circle. */
  hierarchical: boolean;
}

export interface RecordName {
  text: string;
  type: string;
  lang?: string;
  script?: string;
}

/** What two descriptions of one thing have in common: compared when duplicates are looked for. */
export interface Identity {
  names: RecordName[];
  /** Codes of today's provinces. */
  provinces: string[];
  /** `scheme:value` */
  identifiers: string[];
}

/** What the registry asks of the standards: everything it knows about the content of a body. */
export interface BodyRules {
  /** Errors only; warnings stop nothing. */
  validate(body: unknown, state: BodyState): Issue[];
  /** The stored form: Latin letters in NFC, empty fields left out. */
  normalise(body: RecordBody): RecordBody;
  /** The standard in force for a kind, as `kind@version`. */
  standardOf(kind: RecordKind): string;
  kindOf(standard: string): RecordKind | undefined;
  personalFields(standard: string): readonly string[];
  visibilityOf(standard: string, field: string): Visibility;
  identity(body: RecordBody): Identity;
  relationType(code: string): RelationType | undefined;
  hasCode(scheme: string, code: string): boolean;
}

/** Other modules keep their own rows in step with the records, in the same transaction. */
export interface Projection {
  recordsChanged(trx: Trx, change: { changesetId: number; recordIds: readonly number[] }): Promise<void>;
}

/** What a command needs to act: for whom, by which rules, under which name-giving authority. */
export interface Context {
  db: Db;
  rules: BodyRules;
  actorId: number;
  requestId?: string | undefined;
  /** What is asked for, as a digest: a key repeats the request it was first sent with, and no other. */
  requestDigest?: string | undefined;
  now?: (() => Date) | undefined;
  projections: readonly Projection[];
  naan: string;
  shoulder: string;
}

/** What a query needs. */
export type Source = Pick<Context, 'db' | 'rules'>;
