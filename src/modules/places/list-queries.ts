import type { Db } from '#platform/db/index.ts';
import type { Unit } from './queries.ts';

/** The units whose parent is this one, in order of their keys, from the one behind `after`. */
export async function unitsWithin(
  db: Db,
  key: string,
  { after, limit }: { after: string; limit: number },
): Promise<Unit[]> {
  return await db
    .selectFrom('admin_unit as u')
    .innerJoin('admin_unit as parent', 'parent.id', 'u.parent_id')
    .select([
      'u.key',
      'u.scheme',
      'u.code',
      'u.level',
      'u.type',
      'u.name',
      'u.full_name as fullName',
      'u.name_en as nameEn',
      'u.valid_from as from',
      'u.valid_to as to',
      'parent.key as parent',
      'u.lat',
      'u.lon',
    ])
    .where('parent.key', '=', key)
    .where('u.key', '>', after)
    .orderBy('u.key')
    .limit(limit)
    .execute();
}
