import { sql } from 'kysely';
import { type Reader, visibleClasses } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { type Page, pageOf } from '../keyset.ts';
import { type ActView, loadActs } from './act-queries.ts';
import { standingOf, visibleMembers } from './standing-queries.ts';

export interface StateRequest {
  /** YYYY-MM-DD */
  date: string;
  /** Code of the list `designation-list`. */
  list?: string | undefined;
  /** `uncertain`: the acts of which the sources do not say whether they had taken effect, or had ended. */
  standing?: 'in-force' | 'uncertain' | undefined;
  after?: number | undefined;
  limit: number;
}

interface ListTotal {
  list: string;
  acts: number;
  records: number;
  uncertainActs: number;
}

export interface RegistryState extends Page<ActView, number> {
  date: string;
  totals: ListTotal[];
}

const MEMBERS_NAMED = 50;

/**
 * The registry as it stood on a day: acts that had surely taken effect and were not taken back, with corrections made
 * until then. What was entered wrongly and voided since is left out: the question is about the law, not about our data.
 */
export async function stateOn(db: Db, reader: Reader, request: StateRequest): Promise<RegistryState> {
  const { date, limit, standing = 'in-force' } = request;
  const classes = await visibleClasses(db, reader);
  const ids = await actsStanding(db, classes, { ...request, standing });
  const page = pageOf(ids, limit, (id) => id);
  const items = await loadActs(db, page.items, { classes, on: date, memberLimit: MEMBERS_NAMED });
  return { ...page, items, date, totals: await totalsOn(db, classes, request) };
}

function listed(list: string | undefined) {
  return list === undefined ? sql`true` : sql`d.list = ${list}`;
}

async function actsStanding(db: Db, classes: readonly number[], request: StateRequest): Promise<number[]> {
  const { date, list, after = 0, limit, standing } = request;
  const { rows } = await sql<{ id: number }>`
    select distinct d.id from ${visibleMembers(classes)}
    where d.voided_in is null and d.act in ('designate', 'extend') and ${listed(list)} and d.id > ${after}
      and ${standingOf(date)} = ${standing}
    order by d.id limit ${limit + 1}`.execute(db);
  return rows.map((row) => row.id);
}

async function totalsOn(
  db: Db,
  classes: readonly number[],
  { date, list }: StateRequest,
): Promise<ListTotal[]> {
  const { rows } = await sql<ListTotal>`
    with s as materialized (
      select d.id, d.list, m.record_id, ${standingOf(date)} as standing from ${visibleMembers(classes)}
      where d.voided_in is null and d.act in ('designate', 'extend') and ${listed(list)}
    )
    select list, count(distinct id) filter (where standing = 'in-force') as acts,
      count(distinct record_id) filter (where standing = 'in-force') as records,
      count(distinct id) filter (where standing = 'uncertain') as "uncertainActs"
    from s where standing in ('in-force', 'uncertain') group by list order by list`.execute(db);
  return rows;
}
