import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { BoundingBox } from '#formats/geo/index.ts';
import { visibleTo } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { Clause, Condition } from './clause.ts';
import type { DayRange } from './dating.ts';
import { IMPORTANCE_BITS } from './importance.ts';

/** What limits the rows beside their tokens. */
export interface Scope {
  classes: readonly number[];
  days: DayRange;
  /** Only rows without a date. */
  undated: boolean;
  bbox: BoundingBox | null;
}

/** How much of the index is read: all, or the rows of a sample. */
export type Share = 'all' | 'sixteenth' | 'sixty-fourth';

/** One row of so many stands for all. */
export const SHARE_OF: Readonly<Record<Share, number>> = { all: 1, sixteenth: 16, 'sixty-fourth': 64 };

const SHARE_SQL: Readonly<Record<Share, RawBuilder<SqlBool>>> = {
  all: sql<SqlBool>`true`,
  sixteenth: sql<SqlBool>`search_row.sample < 4`,
  'sixty-fourth': sql<SqlBool>`search_row.sample = 0`,
};

const array = (ids: readonly number[]) => sql`${ids}::int[]`;
const tokens = sql.ref('search_row.tokens');

/** Tokens that the GIN index finds. Lists of one id join into one containment, which the index can skip through. */
function indexed(condition: Condition): RawBuilder<SqlBool>[] {
  const single = [...new Set(condition.filter((ids) => ids.length === 1).flat())];
  const lists = condition.filter((ids) => ids.length !== 1);
  return [
    ...(single.length > 0 ? [sql<SqlBool>`${tokens} @> ${array(single)}`] : []),
    ...lists.map((ids) => sql<SqlBool>`${tokens} && ${array(ids)}`),
  ];
}

/** The same for a row at hand, each word by itself. */
export function held(condition: Condition): RawBuilder<SqlBool>[] {
  return condition.map((ids) => sql<SqlBool>`${tokens} && ${array(ids)}`);
}

/** The same, in a form that no index answers: for rows that come in another order. */
export function checked(condition: Condition): RawBuilder<SqlBool>[] {
  return condition.map((ids) => sql<SqlBool>`(${tokens} || '{}'::int[]) && ${array(ids)}`);
}

export function noneOf(conditions: readonly Condition[]): RawBuilder<SqlBool>[] {
  return conditions.map((condition) => sql<SqlBool>`not (${all(checked(condition))})`);
}

export function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length === 0 ? sql<SqlBool>`true` : sql.join<SqlBool>([...conditions], sql` and `);
}

/** The one visibility predicate, and where and when. */
export function inScope({ classes, days, undated, bbox }: Scope): RawBuilder<SqlBool>[] {
  return [
    visibleTo(classes, 'search_row'),
    ...(days.earliest === null ? [] : [openEnd('latest', 'earliest', sql`>= ${days.earliest}`)]),
    ...(days.latest === null ? [] : [openEnd('earliest', 'latest', sql`<= ${days.latest}`)]),
    ...(undated ? [sql<SqlBool>`search_row.earliest is null and search_row.latest is null`] : []),
    ...(bbox === null ? [] : [insideBox(bbox)]),
  ];
}

/** An unknown end does not exclude; a date of which nothing is known does. */
function openEnd(
  end: 'earliest' | 'latest',
  other: 'earliest' | 'latest',
  test: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  const [own, opposite] = [sql.ref(`search_row.${end}`), sql.ref(`search_row.${other}`)];
  return sql<SqlBool>`(${own} ${test} or (${own} is null and ${opposite} is not null))`;
}

function insideBox({ west, south, east, north }: BoundingBox): RawBuilder<SqlBool> {
  return sql<SqlBool>`search_row.point <@ box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))`;
}

export interface Hits {
  clause: Clause;
  scope: Scope;
  share: Share;
}

/** The rows of a clause, found through the index of tokens. */
export function hitRows({ clause, scope, share }: Hits): RawBuilder<unknown> {
  const where = [...indexed(clause.must), SHARE_SQL[share], ...inScope(scope), ...noneOf(clause.not)];
  return sql`search_row where ${all(where)}`;
}

export interface CountedHits {
  count: number;
  /** Lexicon ids of the facet values of all rows, one after the other. */
  facets: Int32Array;
}

/** Counts the hits and gathers their facet values in one reading; the values are counted by the caller. */
export async function countHits(db: Db, hits: Hits): Promise<CountedHits> {
  const { rows } = await sql<{ n: number; facets: Buffer | null }>`
    select count(*) as n, string_agg(facets, '') as facets from ${hitRows(hits)}`.execute(db);
  const [row] = rows;
  return { count: row?.n ?? 0, facets: idsOf(row?.facets ?? Buffer.alloc(0)) };
}

/** The number of hits only. */
export async function countOnly(db: Db, hits: Hits): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${hitRows(hits)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Hits per importance, estimated from one row in sixty-four. */
export async function estimateByImportance(db: Db, hits: Omit<Hits, 'share'>): Promise<Map<number, number>> {
  const { rows } = await sql<{ importance: number; n: number }>`
    select ${importanceOfRank} as importance, count(*) as n
    from ${hitRows({ ...hits, share: 'sixty-fourth' })} group by 1`.execute(db);
  return new Map(rows.map(({ importance, n }) => [importance, n * SHARE_OF['sixty-fourth']]));
}

const importanceOfRank = sql`search_row.static_rank >> ${sql.lit(IMPORTANCE_BITS)}`;

/** As `packIds` wrote them. Copied where the buffer does not start at a multiple of four bytes. */
export function idsOf(packed: Buffer): Int32Array {
  const aligned = packed.byteOffset % 4 === 0 ? packed : Buffer.from(Uint8Array.from(packed).buffer);
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
}
