import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { CardOfRecord } from './card.ts';
import type { Condition } from './clause.ts';
import { all, checked, inScope, type Scope } from './hit-queries.ts';

export interface RowAmong extends CardOfRecord {
  /** Lexicon ids of its facet values. */
  facets: Buffer;
  /** For each condition, whether the row meets it. */
  meets: boolean[];
}

/** The rows of these records that the scope allows, each compared with every condition. */
export async function rowsAmong(
  db: Db,
  { pids, scope, conditions }: { pids: readonly string[]; scope: Scope; conditions: Condition },
): Promise<RowAmong[]> {
  const meets = conditions.map((ids) => all(checked([ids])));
  const { rows } = await sql<RowAmong>`
    select card.pid, card.kind, card.card, search_row.facets,
      array[${sql.join(meets)}]::boolean[] as meets
    from record join search_row on search_row.record_id = record.id
    join search_card card on card.record_id = record.id
    where record.pid = any(${pids}::text[]) and ${all(inScope(scope))} order by record.id`.execute(db);
  return rows;
}
