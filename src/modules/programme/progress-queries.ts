import { sql } from 'kysely';
import { ANONYMOUS, visibleClasses } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { type ItemScope, isOutside, itemStates } from './item-queries.ts';
import { currentLists } from './lists-queries.ts';
import { type GroupedItems, progressOf, type TargetProgress } from './tally.ts';
import { TARGETS, type Target } from './targets.ts';

const EVERYBODY = { actorId: null, staff: true } as const;

/** What the numbers of these targets are read from on a day (YYYY-MM-DD). */
export async function scopeOf(db: Db, targets: readonly Target[], on: string): Promise<ItemScope> {
  const [lists, allClasses, publicClasses] = await Promise.all([
    currentLists(db),
    visibleClasses(db, EVERYBODY),
    visibleClasses(db, ANONYMOUS),
  ]);
  const named = new Set(targets.map(({ id }) => id));
  return { targets, lists: lists.filter(({ target }) => named.has(target)), on, allClasses, publicClasses };
}

type Row = GroupedItems & { outside: boolean };

/** Where every target stands on a day, nation and provinces, in one statement. */
export async function readProgress(db: Db, on: string, targets = TARGETS): Promise<TargetProgress[]> {
  const scope = await scopeOf(db, targets, on);
  const { rows } = await sql<Row>`with ${itemStates(scope)}, placed as (
      select item.target, item.part, item.record_id, item.bits, item.gone, t.value as province
      from item left join record_trait t on t.record_id = item.record_id and t.trait = 'province' where item.listed
    )
    select target, part, province, bits, gone, count(distinct record_id)::int as items, false as outside
    from placed group by grouping sets ((target, part, bits, gone), (target, province, bits, gone))
    union all
    select target, null, null, 0, null, count(*)::int, true from item where ${isOutside} group by target`.execute(
    db,
  );
  const counted = rows.filter(({ outside }) => !outside);
  return targets.map((target) =>
    progressOf(target, {
      rows: counted,
      list: scope.lists.find((list) => list.target === target.id) ?? null,
      outside: rows.find((row) => row.outside && row.target === target.id)?.items ?? 0,
    }),
  );
}
