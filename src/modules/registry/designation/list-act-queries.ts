import { sql } from 'kysely';
import { type Reader, visibleClasses, visibleTo } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';

/** A decision that put records on a list of law. */
export interface ListDecision {
  list: string;
  key: string;
  number: string;
  date: string | null;
  /** Published records that it put there, as far as the reader may see them. */
  records: number;
  /** Decisions of the same list, this one included. */
  decisions: number;
  /** First and last day of the decisions of the list. */
  first: string | null;
  last: string | null;
}

/**
 * The decisions that put records on lists, by list, the newest first and at most so many of each. Acts that correct,
 * extend or revoke others are left out: they found no list.
 */
export async function listDecisionsByList(
  db: Db,
  reader: Reader,
  { perList }: { perList: number },
): Promise<ListDecision[]> {
  const classes = await visibleClasses(db, reader);
  const { rows } = await sql<ListDecision>`
    with acts as (
      select a.list, d.key, d.number, d.date, d.id, count(distinct m.record_id)::int as records
      from designation a join decision d on d.id = a.decision_id and d.voided_in is null
      join designation_member m on m.designation_id = a.id and m.voided_in is null
      join record on record.id = m.record_id and record.state = 'published' and ${visibleTo(classes)}
      where a.act = 'designate' and a.voided_in is null
      group by a.list, d.id
    ), numbered as (
      select acts.*, row_number() over (partition by list order by date desc nulls last, id desc) as place,
        count(*) over (partition by list)::int as decisions, min(date) over (partition by list) as first,
        max(date) over (partition by list) as last
      from acts
    )
    select list, key, number, date, records, decisions, first, last from numbered
    where place <= ${perList} order by list, place`.execute(db);
  return rows;
}
