import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { Mapping } from '../sheet/mapping.ts';
import { storableJson } from './storable.ts';
import type { ImportProfileTable } from './tables.ts';

/** `signature`: of the headers that it was made for. */
export interface Profile extends Pick<ImportProfileTable, 'name' | 'kind' | 'signature'> {
  mapping: Mapping;
}

/** A name stands for one profile: saving under it again replaces what was there. */
export async function saveProfile(db: Db, { name, kind, signature, mapping }: Profile): Promise<void> {
  const values = { kind, signature, mapping: storableJson(mapping) };
  await db
    .insertInto('import_profile')
    .values({ name, ...values })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ ...values, updated_at: sql<string>`now()` }),
    )
    .execute();
}
