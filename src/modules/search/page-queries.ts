import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { visibleTo } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { Clause, Condition } from './clause.ts';
import { all, checked, held, hitRows, inScope, noneOf, type Scope } from './hit-queries.ts';
import { ranksOfImportance } from './importance.ts';
import type { Order, OrderedRow, Position, Step } from './order.ts';

export interface PagePart {
  step: Step;
  scope: Scope;
  /** The last row before the part in reading direction; null for its beginning. */
  from: Position | null;
  backwards: boolean;
  limit: number;
}

/** How an order is written in SQL. */
interface OrderSql {
  key: RawBuilder<unknown>;
  /** The same key in a form that no index has, so that the rows come from the index of tokens and are sorted. */
  unindexedKey: RawBuilder<unknown>;
  descending: boolean;
  /** Type of the key as a parameter. */
  type: RawBuilder<unknown>;
  where: RawBuilder<SqlBool>[];
}

const id = sql.ref('search_row.record_id');

function orderSql(order: Order): OrderSql {
  switch (order.sort) {
    case 'relevance':
      return ascending(sql.ref('search_row.static_rank'), sql`int`, (key) => sql`(${key} + 0)`, []);
    case 'name':
      return ascending(sql.ref('search_row.title'), sql`text collate "vi-x-icu"`, (key) => key, []);
    case 'date':
      return order.keyed
        ? ascending(EARLIEST, sql`int`, (key) => sql`(${key} + 0)`, [sql`${EARLIEST} is not null`])
        : byId(EARLIEST);
    case 'newest': {
      const isKeyed = sql<SqlBool>`${PUBLISHED} is not null`;
      const plus = (key: RawBuilder<unknown>) => sql`(${key} + interval '0')`;
      return order.keyed
        ? { ...ascending(PUBLISHED, sql`timestamptz`, plus, [isKeyed]), descending: true }
        : byId(PUBLISHED);
    }
    case 'near': {
      const { near } = order;
      const distance = sql`(${POINT} <-> point(${near.lon}::float8, ${near.lat}::float8))`;
      return order.keyed
        ? ascending(distance, sql`float8`, (key) => sql`(${key} + 0)`, [sql`${POINT} is not null`])
        : byId(POINT);
    }
  }
}

const EARLIEST = sql.ref('search_row.earliest');
const PUBLISHED = sql.ref('search_row.published_at');
const POINT = sql.ref('search_row.point');

function ascending(
  key: RawBuilder<unknown>,
  type: RawBuilder<unknown>,
  unindexed: (key: RawBuilder<unknown>) => RawBuilder<unknown>,
  where: RawBuilder<SqlBool>[],
): OrderSql {
  return { key, unindexedKey: unindexed(key), descending: false, type, where };
}

/** The rows whose key is unknown, oldest first. */
function byId(column: RawBuilder<unknown>): OrderSql {
  // A constant would be read as the number of a column.
  const key = sql`(${id} * 0)`;
  return {
    key,
    unindexedKey: key,
    descending: false,
    type: sql`int`,
    where: [sql<SqlBool>`${column} is null`],
  };
}

/** All rows of the clause through the index of tokens, then sorted: for clauses with few hits. */
export function sortedRows(part: PagePart): RawBuilder<unknown> {
  const { step, scope, limit } = part;
  const order = orderSql(step.order);
  const key = order.unindexedKey;
  const rows = hitRows({ clause: { ...step.clause, not: [] }, scope, share: 'all' });
  const source = step.order.sort === 'name' ? withTitles(rows) : rows;
  const where = all([...order.where, ...beyond(part, order, key)]);
  const ordered = sql`select ${key} as key, ${id} as id from ${source} and ${where}
    order by ${direction(part, order, key)}`;
  if (step.clause.not.length === 0) return sql`${ordered} limit ${limit}`;
  // Exclusions are checked row by row in order, only until the page is full; `offset 0` keeps it so. The tokens are
  // looked up again: sorting thousands of rows with them would take many times the memory.
  return sql`select ordered.key, ordered.id from (${ordered} offset 0) ordered cross join lateral
    (select tokens from search_row where search_row.record_id = ordered.id offset 0) search_row
    where ${all(noneOf(step.clause.not))} limit ${limit}`;
}

/** Titles stand in the card, which is looked up for each hit; `offset 0` keeps the loop a loop. */
const withTitles = (rows: RawBuilder<unknown>) =>
  sql`(select hit.*, card.title from (select * from ${rows} offset 0) hit cross join lateral
    (select title from search_card where search_card.record_id = hit.record_id offset 0) card) search_row where true`;

export interface ClassifiedPart extends Omit<PagePart, 'step' | 'from'> {
  cover: Clause;
  /** The groups without the filters, which every row of the cover meets. */
  groups: readonly { group: number; must: Condition }[];
  from: (Position & { group: number }) | null;
}

/**
 * All hits of a query read once, each with its group: for few hits, where asking group by group would walk through the
 * lists of frequent words a dozen times.
 */
export function classifiedRows({
  cover,
  groups,
  scope,
  from,
  backwards,
  limit,
}: ClassifiedPart): RawBuilder<unknown> {
  const whens = groups.map(({ group, must }) => sql`when ${all(held(must))} then ${group}::int`);
  const ranked = sql`select case ${sql.join(whens, sql` `)} end as "group", search_row.static_rank as key,
    search_row.record_id as id from ${hitRows({ clause: cover, scope, share: 'all' })}`;
  const operator = backwards ? sql`<` : sql`>`;
  const beyondRow =
    from === null
      ? sql`true`
      : sql`("group", key, id) ${operator} (${from.group}::int, ${from.key}::int, ${from.id}::int)`;
  const order = backwards ? sql`"group" desc, key desc, id desc` : sql`"group", key, id`;
  return sql`select "group", key, id from (${ranked} offset 0) ranked
    where "group" is not null and ${beyondRow} order by ${order} limit ${limit}`;
}

/** How many rows of the order are looked at before the index of tokens is asked instead. */
const WALK = 8_000;

/** The rows of the order one by one until the page is full, for clauses with many hits; gives up after `WALK` rows. */
export function walkedRows(part: PagePart): RawBuilder<unknown> {
  const { step, scope, limit } = part;
  const source = step.order.sort === 'name' ? walkedByName(part) : walkedByColumn(part);
  return sql`select search_row.key, search_row.record_id as id from (${source}) as search_row
    where ${all([...checked(step.clause.must), ...inScope(scope), ...noneOf(step.clause.not)])} limit ${limit}`;
}

function walkedByColumn(part: PagePart): RawBuilder<unknown> {
  const { step, scope } = part;
  const order = orderSql(step.order);
  const where = [
    visibleTo(scope.classes, 'search_row'),
    ...order.where,
    ...importanceRange(step),
    ...beyond(part, order, order.key),
  ];
  return sql`select search_row.*, ${order.key} as key from search_row where ${all(where)}
    order by ${direction(part, order, order.key)} limit ${WALK}`;
}

/** Titles stand in another table: it is read in order, and each row looked up. `offset 0` keeps the loop a loop. */
function walkedByName(part: PagePart): RawBuilder<unknown> {
  const order = orderSql(part.step.order);
  const titles = sql`select search_row.title, search_row.record_id from search_card as search_row
    where ${all(beyond(part, order, order.key))} order by ${direction(part, order, order.key)} limit ${WALK}`;
  return sql`select hit.*, titles.title as key from (${titles}) titles
    cross join lateral (select * from search_row where search_row.record_id = titles.record_id offset 0) hit`;
}

function importanceRange({ importance }: Step): RawBuilder<SqlBool>[] {
  if (importance === undefined) return [];
  const { from, to } = ranksOfImportance(importance);
  // Ranks are below 2^31, ends of ranges need not be.
  return [
    sql<SqlBool>`search_row.static_rank >= ${from}`,
    sql<SqlBool>`search_row.static_rank <= ${Math.min(to - 1, 2 ** 31 - 1)}`,
  ];
}

const isDescending = ({ backwards }: PagePart, { descending }: OrderSql): boolean => backwards !== descending;

function beyond(part: PagePart, order: OrderSql, key: RawBuilder<unknown>): RawBuilder<SqlBool>[] {
  const { from } = part;
  if (from === null) return [];
  const operator = isDescending(part, order) ? sql`<` : sql`>`;
  return [sql<SqlBool>`(${key}, ${id}) ${operator} (${from.key ?? 0}::${order.type}, ${from.id}::int)`];
}

function direction(part: PagePart, order: OrderSql, key: RawBuilder<unknown>): RawBuilder<unknown> {
  return isDescending(part, order) ? sql`${key} desc, ${id} desc` : sql`${key}, ${id}`;
}

/** The rows of a step in reading direction, with their cards. */
export async function readRows(db: Db, { group }: Step, query: RawBuilder<unknown>): Promise<OrderedRow[]> {
  return await readGroupedRows(db, sql`select ${group}::int as "group", found.* from (${query}) found`);
}

export async function readGroupedRows(db: Db, query: RawBuilder<unknown>): Promise<OrderedRow[]> {
  const { rows } = await sql<OrderedRow>`
    select page."group", page.key, page.id, card.pid, card.kind, card.card
    from (select *, row_number() over () as place from (${query}) found) page
    join search_card card on card.record_id = page.id order by page.place`.execute(db);
  return rows;
}
