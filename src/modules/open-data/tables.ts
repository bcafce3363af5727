import type { Generated } from 'kysely';

interface OpenDataReleaseTable {
  id: Generated<number>;
  name: string;
  made_at: string;
  records: number;
  position: number;
}

interface OpenDataFileTable {
  release_id: number;
  dataset: string;
  format: string;
  records: number;
  bytes: number;
  sha256: string;
  preview: string;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    open_data_release: OpenDataReleaseTable;
    open_data_file: OpenDataFileTable;
  }
}
