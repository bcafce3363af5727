import { type RawBuilder, sql } from 'kysely';
import { type Reader, visibleClasses, visibleTo } from '#modules/access/index.ts';
import { type ListedRecord, type Page, recordsOfIds } from '#modules/registry/index.ts';
import type { Db } from '#platform/db/index.ts';
import { digitisedBits, type Evidence, type Level, levelOf, missingFor } from './evidence.ts';
import { type Departure, isOutside, itemStates } from './item-queries.ts';
import { scopeOf } from './progress-queries.ts';
import type { Target } from './targets.ts';

/** `counted`: done and missing together, what a cell counts; `gone`: left the list; `outside`: not on it. */
export const ITEM_STATES = ['counted', 'done', 'missing', 'gone', 'outside'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export interface ItemRequest {
  target: Target;
  /** YYYY-MM-DD */
  on: string;
  state: ItemState;
  /** Code of a province, '' for items of which none is known; the whole nation without one. */
  province?: string | undefined;
  after?: number | undefined;
  limit: number;
}

export interface ProgrammeItem {
  /** Null where this reader may not see the record: it counts all the same. */
  record: Pick<ListedRecord, 'pid' | 'kind' | 'title'> | null;
  part: string;
  /** Codes. */
  provinces: string[];
  level: Level | null;
  digitised: boolean;
  /** What is still to be shown for the target. */
  missing: Evidence[];
  gone: Departure | null;
}

interface Row {
  id: number;
  pid: string;
  kind: ListedRecord['kind'];
  visible: boolean;
  part: string;
  bits: number;
  gone: Departure | null;
  provinces: string[];
}

/** The items behind a figure, in order of their records, page by page. */
export async function listItems(
  db: Db,
  reader: Reader,
  request: ItemRequest,
): Promise<Page<ProgrammeItem, number>> {
  const { target, on, state, after = 0, limit } = request;
  const [scope, classes] = await Promise.all([scopeOf(db, [target], on), visibleClasses(db, reader)]);
  const rows = await sql<Row>`with ${itemStates(scope)}
    select item.record_id as id, item.pid, item.kind, ${visibleTo(classes, 'item')} as visible, item.part, item.bits,
      item.gone, array(select t.value from record_trait t
        where t.record_id = item.record_id and t.trait = 'province' order by t.value) as provinces
    from item
    where ${hasState(request)} and item.record_id > ${after} and ${inProvince(request.province)}
    order by item.record_id limit ${limit + 1}`.execute(db);
  const page = rows.rows.slice(0, limit);
  const titles = new Map(
    (await recordsOfIds(db, reader, idsOf(page))).map((record) => [record.id, record.title]),
  );
  const items = page.map((row) => itemOf(row, { target, state, title: titles.get(row.id) }));
  const last = page.at(-1);
  return rows.rows.length > limit && last ? { items, next: last.id } : { items };
}

const idsOf = (rows: readonly Row[]): number[] => rows.filter((row) => row.visible).map((row) => row.id);

function itemOf(
  row: Row,
  { target, state, title }: { target: Target; state: ItemState; title: ListedRecord['title'] | undefined },
): ProgrammeItem {
  const missing = target.requirement === null ? [] : missingFor(row.bits, target.requirement);
  const { pid, kind } = row;
  return {
    record: row.visible ? { pid, kind, title: title ?? { vi: pid } } : null,
    part: row.part,
    provinces: row.provinces,
    level: levelOf(row.bits),
    digitised: state !== 'outside' && row.gone === null && doneBits(target).has(row.bits),
    missing,
    gone: row.gone,
  };
}

function doneBits({ requirement }: Target): Set<number> {
  return new Set(requirement === null ? [] : digitisedBits(requirement));
}

function hasState({ target, state }: ItemRequest): RawBuilder<unknown> {
  const done = [...doneBits(target)];
  const counted = sql`item.listed and item.gone is null`;
  switch (state) {
    case 'counted':
      return counted;
    case 'done':
      return sql`${counted} and item.bits = any(${done}::int[])`;
    case 'missing':
      return sql`${counted} and item.bits <> all(${done}::int[])`;
    case 'gone':
      return sql`item.listed and item.gone is not null`;
    case 'outside':
      return isOutside;
  }
}

function inProvince(province: string | undefined): RawBuilder<unknown> {
  if (province === undefined) return sql`true`;
  const trait = sql`select from record_trait t where t.record_id = item.record_id and t.trait = 'province'`;
  return province === '' ? sql`not exists (${trait})` : sql`exists (${trait} and t.value = ${province})`;
}
