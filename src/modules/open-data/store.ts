import type { Trx } from '#platform/db/index.ts';
import type { WrittenFile } from './files.ts';
import type {} from './tables.ts';

export interface NewRelease {
  name: string;
  madeAt: string;
  records: number;
  position: number;
}

export async function insertRelease(
  trx: Trx,
  { name, madeAt, records, position }: NewRelease,
  files: readonly WrittenFile[],
): Promise<void> {
  const { id } = await trx
    .insertInto('open_data_release')
    .values({ name, made_at: madeAt, records, position })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (files.length === 0) return;
  await trx
    .insertInto('open_data_file')
    .values(
      files.map(({ preview, ...file }) => ({ release_id: id, ...file, preview: JSON.stringify(preview) })),
    )
    .execute();
}

/** Forgets all releases but the newest ones. */
export async function deleteOldReleases(trx: Trx, keep: number): Promise<void> {
  await trx
    .deleteFrom('open_data_release')
    .where('id', 'not in', (query) =>
      query.selectFrom('open_data_release').select('id').orderBy('id', 'desc').limit(keep),
    )
    .execute();
}
