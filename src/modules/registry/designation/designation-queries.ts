import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { type ActView, loadActs } from './act-queries.ts';
import type { Standing } from './standing-queries.ts';

/** An act on one record: what it said of that record, and whether it still holds. */
export interface RecordDesignation extends Omit<ActView, 'members'> {
  component: string;
  verbatimName: string;
  verbatimPlace: string;
  standing: Standing;
}

/** Every act on a record, oldest first, also those that take a whole act back or correct it. */
export async function designationsOf(
  db: Db,
  options: { recordId: number; classes: readonly number[]; on: string },
): Promise<RecordDesignation[]> {
  const { recordId, classes, on } = options;
  const { rows } = await sql<{ id: number }>`
    with own as materialized (
      select distinct d.id from designation_member m join designation d on d.id = m.designation_id
      where m.record_id = ${recordId} and m.voided_in is null and d.voided_in is null
    ),
    acts as (
      select id from own
      union select f.id from own join designation f on f.of_designation = own.id and f.voided_in is null
        and not exists (select from designation_member w where w.designation_id = f.id)
    )
    select d.id from acts join designation d on d.id = acts.id
    order by coalesce(d.latest, d.earliest) nulls last, d.id`.execute(db);
  const acts = await loadActs(
    db,
    rows.map((row) => row.id),
    { classes, on, memberLimit: 1_000, recordId },
  );
  return acts.flatMap(({ members, ...act }) => {
    if (members.length === 0) return [wholeAct(act)];
    return members.map(({ component, verbatimName, verbatimPlace, standing }) => {
      return { ...act, component, verbatimName, verbatimPlace, standing };
    });
  });
}

function wholeAct(act: Omit<ActView, 'members'>): RecordDesignation {
  return { ...act, component: '', verbatimName: '', verbatimPlace: '', standing: 'in-force' };
}
