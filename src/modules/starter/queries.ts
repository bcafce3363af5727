import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { aliasKey, type Known, relationKey } from './known.ts';

/** Keys of the changesets by which releases were loaded, oldest first. */
export async function loadedReleases(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('changeset')
    .select('key')
    .where('kind', '=', 'starter')
    .where('key', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.flatMap((row) => row.key ?? []);
}

/** What earlier releases brought. Rows taken back by a person count as known: they are not brought again. */
export async function knownStarter(db: Db): Promise<Known> {
  const records = await db
    .selectFrom('record')
    .select(['starter_key as key', 'pid', 'state'])
    .where('starter_key', 'is not', null)
    .execute();
  const decisions = await db.selectFrom('decision').select('key').execute();
  const designations = await db
    .selectFrom('designation')
    .select('key')
    .where('key', 'is not', null)
    .execute();
  const aliases = await db.selectFrom('record_alias').select(['scheme', 'value']).execute();
  const relations = await db
    .selectFrom('relation as r')
    .innerJoin('record as a', 'a.id', 'r.from_record')
    .innerJoin('record as b', 'b.id', 'r.to_record')
    .select(['r.type', 'a.pid as from', 'b.pid as to'])
    .where((where) =>
      where.or([where('a.starter_key', 'is not', null), where('b.starter_key', 'is not', null)]),
    )
    .execute();
  return {
    records: new Map(
      records.map(({ key, pid, state }) => [
        key ?? '',
        { pid, open: state !== 'withdrawn' && state !== 'merged' },
      ]),
    ),
    decisions: new Set(decisions.map((row) => row.key)),
    designations: new Set(designations.map((row) => row.key ?? '')),
    relations: new Set(relations.map(({ type, from, to }) => relationKey(type, from, to))),
    aliases: new Set(aliases.map(({ scheme, value }) => aliasKey(scheme, value))),
  };
}

/** An act whose decision somebody has yet to find. Dates: YYYY-MM-DD. */
export interface UnknownDecision {
  id: number;
  list: string;
  absence: 'unknown' | 'not-found' | 'not-entered';
  earliest: string | null;
  latest: string | null;
  note: string | null;
  source: string;
  members: { pid: string; name: string }[];
}

export interface UnknownDecisionsRequest {
  /** Only acts of this list (code of `designation-list`). */
  list?: string | undefined;
  after?: number | undefined;
  limit: number;
}

/**
 * The work queue of acts without a decision, in the order in which they were entered; `next` goes on behind the last.
 * For staff: it names records of every state.
 */
export async function listUnknownDecisions(
  db: Db,
  { list, after = 0, limit }: UnknownDecisionsRequest,
): Promise<{ items: UnknownDecision[]; next?: number }> {
  const rows = await db
    .selectFrom('designation as d')
    .select(['d.id', 'd.list', 'd.earliest', 'd.latest', 'd.note', 'd.source'])
    .select(sql<UnknownDecision['absence']>`d.decision_absence`.as('absence'))
    .select(
      sql<
        UnknownDecision['members']
      >`coalesce((select jsonb_agg(jsonb_build_object('pid', r.pid, 'name', m.verbatim_name)
        order by m.ordinal) from designation_member m join record r on r.id = m.record_id
        where m.designation_id = d.id and m.voided_in is null), '[]')`.as('members'),
    )
    .where('d.decision_absence', 'in', ['unknown', 'not-found', 'not-entered'])
    .where('d.voided_in', 'is', null)
    .where('d.id', '>', after)
    .$if(list !== undefined, (query) => query.where('d.list', '=', list ?? ''))
    .orderBy('d.id')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, next: last.id } : { items };
}
