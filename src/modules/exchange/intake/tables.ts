import type { Generated, JSONColumnType } from 'kysely';
import type { LocalizedText } from '#platform/i18n/index.ts';
import type { Mapping } from '../sheet/mapping.ts';
import type { CellChange, RowProblem } from '../sheet/row.ts';
import type { Checked, ImportState, Inspection } from './job.ts';

export interface ImportProfileTable {
  id: Generated<number>;
  name: string;
  kind: string;
  signature: string;
  mapping: JSONColumnType<Mapping>;
  updated_at: Generated<string>;
}

interface ImportJobTable {
  id: Generated<number>;
  actor_id: number;
  file_name: string;
  file_bytes: number;
  file_digest: string;
  spool: string;
  kind: string;
  format: string;
  mapping: JSONColumnType<Mapping>;
  inspection: JSONColumnType<Inspection>;
  profile: string | null;
  state: Generated<ImportState>;
  revision: Generated<number>;
  progress: Generated<number>;
  checked: JSONColumnType<Checked> | null;
  refusal: JSONColumnType<LocalizedText[]> | null;
  skip_rejected: Generated<boolean>;
  reason: Generated<string>;
  changeset_id: number | null;
  undo_reason: Generated<string>;
  undo_changeset_id: number | null;
  publications: Generated<readonly number[]>;
  created_at: Generated<string>;
  updated_at: Generated<string>;
}

interface ImportRowTable {
  job_id: number;
  place: number;
  line: number;
  outcome: 'created' | 'updated' | 'unchanged' | 'rejected';
  pid: string;
  problems: JSONColumnType<RowProblem[]>;
  changes: JSONColumnType<CellChange[]>;
  cells: JSONColumnType<string[]> | null;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    import_profile: ImportProfileTable;
    import_job: ImportJobTable;
    import_row: ImportRowTable;
  }
}
