import type { Generated } from 'kysely';

export type ActorKind = 'bootstrap' | 'administrator' | 'system' | 'person' | 'service';

interface ActorTable {
  id: Generated<number>;
  kind: ActorKind;
  label: string;
}

interface AccessClassTable {
  id: number;
  code: string;
  audience: 'everyone' | 'staff';
}

interface CredentialTable {
  name: string;
  digest: Buffer;
  created_at: Generated<string>;
}

interface SessionTable {
  digest: Buffer;
  credential: Buffer;
  actor_id: number;
  opened_at: Generated<string>;
  expires_at: string;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    actor: ActorTable;
    access_class: AccessClassTable;
    credential: CredentialTable;
    session: SessionTable;
  }
}
