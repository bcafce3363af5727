import { type RawBuilder, sql } from 'kysely';
import { visibleMembers } from '#modules/registry/index.ts';
import type { FrozenList } from './lists-queries.ts';
import { mayStand, revokedActs } from './standing-queries.ts';
import type { Target } from './targets.ts';

/** Why an item no longer counts although the frozen list names it. */
export type Departure = 'withdrawn' | 'merged' | 'revoked';

export interface ItemScope {
  targets: readonly Target[];
  /** The lists to read, at most one of each target. */
  lists: readonly FrozenList[];
  /** YYYY-MM-DD: the day for which standing is asked. */
  on: string;
  /** Classes of every record: whether an item still stands does not depend on who looks. */
  allClasses: readonly number[];
  publicClasses: readonly number[];
}

/**
 * Named queries for the front of a statement. `population`: what the designations make of each target today, also where
 * the sources leave the day open. `item`: that and what the frozen lists name, with the evidence as bits (`EVIDENCE`) and
 * why it left; `listed`: it is counted, being on the frozen list or of a target that is only counted.
 */
export function itemStates(scope: ItemScope): RawBuilder<unknown> {
  const { lists, on, allClasses, publicClasses } = scope;
  const wanted = JSON.stringify(wantedLists(scope.targets));
  const listIds = lists.map(({ id }) => id);
  return sql`wanted as materialized (
      select * from json_to_recordset(${wanted}::json)
        as w(target text, part text, list text, inscription boolean, live boolean)
    ), revoked as materialized (${revokedActs}), act as materialized (
      select d.list, m.record_id, bool_or(d.decision_id is not null) as decided, bool_or(d.latest is not null) as dated
      from ${visibleMembers(allClasses)}
      where d.voided_in is null and d.act in ('designate', 'extend') and d.list in (select list from wanted)
        and ${mayStand(on)}
      group by d.list, m.record_id
    ), population as materialized (
      select w.target, min(w.part) as part, a.record_id, bool_or(w.live) as live,
        bool_or(a.decided or (w.inscription and a.dated)) as decided
      from wanted w join act a using (list) group by w.target, a.record_id
    ), named as materialized (
      -- Put together by grouping, not by a join: the planner cannot know how long the two sides are.
      select target, record_id, bool_or(listed) as listed, bool_or(stands) as stands, bool_or(decided) as decided,
        coalesce(min(part) filter (where listed), min(part)) as part
      from (
        select l.target, i.part, i.record_id, true as listed, false as stands, false as decided
          from programme_list l join programme_list_item i on i.list_id = l.id where l.id = any(${listIds}::bigint[])
        union all select target, part, record_id, live, true, decided from population
      ) sides group by target, record_id
    ), item as materialized (
      select n.target, n.part, n.record_id, n.listed, record.pid, record.kind, record.state, record.access_class,
        n.decided::int
          + 2 * (record.state = 'published' and record.access_class = any(${publicClasses}::smallint[]))::int
          + 4 * (v.body @? '$.fields.description[*].value' or v.body @? '$.fields.summary[*].value')::int as bits,
        case when record.state in ('withdrawn', 'merged') then record.state
          when not n.stands then 'revoked' end as gone
      from named n join record on record.id = n.record_id
      join record_version v on v.record_id = record.id and v.version = record.version
    )`;
}

/** Of the population of today, published, and not counted. */
export const isOutside = sql`not item.listed and item.gone is null and (item.bits & 2) <> 0`;

function wantedLists(targets: readonly Target[]) {
  return targets.flatMap(({ id, measure, parts }) =>
    parts.flatMap((part) =>
      part.lists.map((list) => ({
        target: id,
        part: part.id,
        list,
        inscription: part.inscription,
        live: measure === 'count',
      })),
    ),
  );
}
