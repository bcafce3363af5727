import type { ColumnType, Generated } from 'kysely';
import type { RecordBody } from './body.ts';
import type { ChangesetKind } from './changeset/operation.ts';
import type { Act, DecisionAbsence } from './designation/designation.ts';
import type { RecordKind, RecordState, Verification } from './record/record.ts';

interface ChangesetTable {
  id: Generated<number>;
  kind: ChangesetKind;
  key: string | null;
  actor_id: number;
  reason: string;
  opened_at: ColumnType<string, string, never>;
  reverts: number | null;
  detail: ColumnType<Record<string, unknown>, Record<string, unknown> | undefined, Record<string, unknown>>;
}

interface RecordTable {
  id: Generated<number>;
  pid: string;
  kind: RecordKind;
  state: RecordState;
  access_class: number;
  verification: Generated<Verification>;
  version: number;
  standard: string;
  starter_key: string | null;
  merged_into: number | null;
  closed_at: string | null;
  closed_reason: string | null;
  created_at: string;
  updated_at: string;
}

interface RecordStateChangeTable {
  id: Generated<number>;
  record_id: number;
  changeset_id: number;
  aspect: 'state' | 'verification';
  before: string;
  after: string;
  merged_into: number | null;
  reason: string;
  at: string;
}

interface RecordVersionTable {
  record_id: number;
  version: number;
  standard: string;
  body: RecordBody;
  body_hash: Buffer;
  chain_hash: Buffer;
  actor_id: number;
  changeset_id: number;
  reason: string;
  at: string;
}

interface SealedValueTable {
  id: string;
  record_id: number;
  field: string;
  value: unknown;
  salt: Buffer | null;
  erased_at: string | null;
  erased_reason: string | null;
}

interface RecordNameTable {
  record_id: number;
  ordinal: number;
  name: string;
  folded: string;
  lang: string | null;
  script: string | null;
  type: string;
}

interface RecordTraitTable {
  record_id: number;
  trait: 'province' | 'identifier';
  value: string;
}

/** Rows that are never changed, only voided by a later changeset. */
interface Voidable {
  id: Generated<number>;
  changeset_id: number;
  voided_in: number | null;
}

interface RecordAliasTable extends Voidable {
  scheme: string;
  value: string;
  record_id: number;
}

interface RelationTable extends Voidable {
  type: string;
  from_record: number;
  to_record: number;
  from_date: string | null;
  to_date: string | null;
  note: string | null;
  source: string;
}

interface DecisionTable extends Voidable {
  key: string;
  number: string;
  date: string | null;
  date_note: string | null;
  issuer: string;
  signer: string | null;
  summary_vi: string | null;
  summary_en: string | null;
  in_force_from: string | null;
  replaces: number | null;
  source: string;
}

interface DesignationTable extends Voidable {
  key: string | null;
  decision_id: number | null;
  decision_absence: DecisionAbsence | null;
  list: string;
  rank: string | null;
  act: Act;
  of_designation: number | null;
  earliest: string | null;
  latest: string | null;
  edtf: string | null;
  batch: string | null;
  registry_number: string | null;
  criteria: string | null;
  note: string | null;
  source: string;
}

interface DesignationMemberTable extends Voidable {
  designation_id: number;
  record_id: number;
  component: string;
  verbatim_name: string;
  verbatim_place: string;
  ordinal: number;
}

/** Things that are voided and restored, never changed. */
export type VoidableThing = 'alias' | 'relation' | 'decision' | 'designation' | 'member';

interface VoidingTable {
  changeset_id: number;
  thing: VoidableThing;
  thing_id: number;
  restored: boolean;
}

interface DuplicateCandidateTable {
  id: Generated<number>;
  record_a: number;
  record_b: number;
  score: number;
  reasons: string[];
  status: Generated<'open' | 'distinct' | 'merged'>;
  decided_by: number | null;
  decided_at: string | null;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    changeset: ChangesetTable;
    record: RecordTable;
    record_state_change: RecordStateChangeTable;
    record_version: RecordVersionTable;
    sealed_value: SealedValueTable;
    record_name: RecordNameTable;
    record_trait: RecordTraitTable;
    record_alias: RecordAliasTable;
    relation: RelationTable;
    decision: DecisionTable;
    designation: DesignationTable;
    designation_member: DesignationMemberTable;
    voiding: VoidingTable;
    duplicate_candidate: DuplicateCandidateTable;
  }
}
