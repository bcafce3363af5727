import type { Db } from '#platform/db/index.ts';
import type { WrittenFile } from './files.ts';
import type { OpenFormatName } from './formats.ts';
import type { OpenRow } from './row.ts';

export interface Release {
  id: number;
  name: string;
  madeAt: string;
  records: number;
  position: number;
}

/** A file of a release, as its address and checksum tell it. */
export interface ReleasedFile extends Omit<WrittenFile, 'preview'> {
  release: string;
  madeAt: string;
}

/** Newest first. */
export async function listReleases(db: Db): Promise<Release[]> {
  return await db
    .selectFrom('open_data_release')
    .select(['id', 'name', 'made_at as madeAt', 'records', 'position'])
    .orderBy('id', 'desc')
    .execute();
}

/** Files of all kept releases, newest release first; of one dataset where it is named. */
export async function listFiles(
  db: Db,
  { dataset, release }: { dataset?: string; release?: string } = {},
): Promise<ReleasedFile[]> {
  return await db
    .selectFrom('open_data_file as f')
    .innerJoin('open_data_release as r', 'r.id', 'f.release_id')
    .select(['r.name as release', 'r.made_at as madeAt', 'f.dataset', 'f.records', 'f.bytes', 'f.sha256'])
    .select((column) => column.ref('f.format').$castTo<OpenFormatName>().as('format'))
    .$if(dataset !== undefined, (query) => query.where('f.dataset', '=', dataset ?? ''))
    .$if(release !== undefined, (query) => query.where('r.name', '=', release ?? ''))
    .orderBy('r.id', 'desc')
    .orderBy('f.dataset')
    .orderBy('f.format')
    .execute();
}

/** The first rows of a dataset in its newest release; none where it is empty. */
export async function previewOf(db: Db, dataset: string): Promise<OpenRow[]> {
  const row = await db
    .selectFrom('open_data_file')
    .select((column) => column.ref('preview').$castTo<OpenRow[]>().as('preview'))
    .where('dataset', '=', dataset)
    .where('format', '=', 'csv')
    .orderBy('release_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.preview ?? [];
}
