import type { Generated } from 'kysely';

interface AuditEventTable {
  id: Generated<number>;
  at: Generated<string>;
  actor_id: number;
  action: string;
  subject_kind: string;
  subject_id: string;
  detail: Generated<Record<string, unknown>>;
  request_id: string | null;
  position: number | null;
  hash: Buffer | null;
}

export type PublicationEvent = 'published' | 'updated' | 'restricted' | 'withdrawn' | 'merged';

interface PublicationTable {
  id: Generated<number>;
  record_id: number;
  version: number;
  event: PublicationEvent;
  access_class: number;
  at: Generated<string>;
  position: number | null;
  sealed_at: string | null;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    audit_event: AuditEventTable;
    publication: PublicationTable;
  }
}
