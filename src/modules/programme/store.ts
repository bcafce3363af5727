import { sql } from 'kysely';
import type { Trx } from '#platform/db/index.ts';
import { itemStates } from './item-queries.ts';
import { scopeOf } from './progress-queries.ts';
import type {} from './tables.ts';
import type { Target } from './targets.ts';

export interface PopulationItem {
  recordId: number;
  pid: string;
  part: string;
}

/** One freeze after the other, so that versions follow each other. */
export async function lockLists(trx: Trx): Promise<void> {
  await sql`lock table programme_list in share row exclusive mode`.execute(trx);
}

/** What the published records make of a target on a day, in order of identifiers. */
export async function populationOn(trx: Trx, target: Target, on: string): Promise<PopulationItem[]> {
  const scope = await scopeOf(trx, [target], on);
  const { rows } = await sql<PopulationItem>`with ${itemStates(scope)}
    select p.record_id as "recordId", record.pid, p.part from population p
    join record on record.id = p.record_id and record.state = 'published' order by record.pid`.execute(trx);
  return rows;
}

export interface NewList {
  target: string;
  version: number;
  asOf: string;
  decision: string | null;
  evidence: string;
  digest: string;
  actorId: number;
}

export async function insertList(trx: Trx, list: NewList, items: readonly PopulationItem[]): Promise<void> {
  const { id } = await trx
    .insertInto('programme_list')
    .values({
      target: list.target,
      version: list.version,
      as_of: list.asOf,
      decision: list.decision,
      evidence: list.evidence,
      digest: list.digest,
      size: items.length,
      actor_id: list.actorId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`insert into programme_list_item (list_id, record_id, part)
    select ${id}, "recordId", part
    from json_to_recordset(${JSON.stringify(items)}::json) as i("recordId" bigint, part text)`.execute(trx);
}

export interface NewSnapshot {
  month: string;
  takenOn: string;
  content: string;
  digest: string;
  actorId: number;
}

/** False when the month has its snapshot already. */
export async function insertSnapshot(trx: Trx, snapshot: NewSnapshot): Promise<boolean> {
  const row = await trx
    .insertInto('programme_snapshot')
    .values({
      month: snapshot.month,
      taken_on: snapshot.takenOn,
      content: snapshot.content,
      digest: snapshot.digest,
      actor_id: snapshot.actorId,
    })
    .onConflict((conflict) => conflict.column('month').doNothing())
    .returning('month')
    .executeTakeFirst();
  return row !== undefined;
}
