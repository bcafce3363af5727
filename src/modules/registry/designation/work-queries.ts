import { sql } from 'kysely';
import { type Reader, visibleClasses } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { type Page, pageOf } from '../keyset.ts';
import { type ActView, loadActs } from './act-queries.ts';
import { visibleMembers } from './standing-queries.ts';

const MEMBERS_NAMED = 50;

export interface UnknownDecisions {
  /** YYYY-MM-DD: the day whose standing is told. */
  on: string;
  list?: string | undefined;
  after?: number | undefined;
  limit: number;
}

/** Acts whose decision somebody could still find: work that waits, not a fault of the acts. */
export async function actsWithoutDecision(
  db: Db,
  reader: Reader,
  { on, list, after = 0, limit }: UnknownDecisions,
): Promise<Page<ActView, number>> {
  const classes = await visibleClasses(db, reader);
  const listed = list === undefined ? sql`true` : sql`d.list = ${list}`;
  const { rows } = await sql<{ id: number }>`
    select distinct d.id from ${visibleMembers(classes)}
    where d.voided_in is null and d.decision_absence in ('unknown', 'not-entered', 'not-found')
      and ${listed} and d.id > ${after}
    order by d.id limit ${limit + 1}`.execute(db);
  const page = pageOf(rows, limit, (row) => row.id);
  const ids = page.items.map((row) => row.id);
  return { ...page, items: await loadActs(db, ids, { classes, on, memberLimit: MEMBERS_NAMED }) };
}
