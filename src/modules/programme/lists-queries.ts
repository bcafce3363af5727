import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';

/** A frozen list. `asOf`: YYYY-MM-DD, the day whose designations it holds; `digest`: SHA-256 of its identifiers. */
export interface FrozenList {
  id: number;
  target: string;
  version: number;
  asOf: string;
  decision: string | null;
  evidence: string;
  digest: string;
  size: number;
}

const columns = sql`id, target, version, as_of as "asOf", decision, evidence, digest, size`;

/** The list in use for each target that has one: its newest version. */
export async function currentLists(db: Db): Promise<FrozenList[]> {
  const { rows } = await sql<FrozenList>`
    select distinct on (target) ${columns} from programme_list order by target, version desc`.execute(db);
  return rows;
}

/** Every version of a target's list, newest first. */
export async function listVersions(db: Db, target: string): Promise<FrozenList[]> {
  const { rows } = await sql<FrozenList>`
    select ${columns} from programme_list where target = ${target} order by version desc limit 100`.execute(
    db,
  );
  return rows;
}
