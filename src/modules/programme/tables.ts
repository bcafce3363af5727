import type { Generated } from 'kysely';

interface ProgrammeListTable {
  id: Generated<number>;
  target: string;
  version: number;
  as_of: string;
  decision: string | null;
  evidence: string;
  digest: string;
  size: number;
  actor_id: number;
  frozen_at: Generated<string>;
}

interface ProgrammeListItemTable {
  list_id: number;
  record_id: number;
  part: string;
}

interface ProgrammeSnapshotTable {
  month: string;
  taken_on: string;
  content: string;
  digest: string;
  actor_id: number;
  taken_at: Generated<string>;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    programme_list: ProgrammeListTable;
    programme_list_item: ProgrammeListItemTable;
    programme_snapshot: ProgrammeSnapshotTable;
  }
}
