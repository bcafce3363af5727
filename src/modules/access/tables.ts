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

declare module '#platform/db/tables.ts' {
  interface Tables {
    actor: ActorTable;
    access_class: AccessClassTable;
    credential: CredentialTable;
  }
}
