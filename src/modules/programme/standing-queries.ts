import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { standingOf } from '#modules/registry/index.ts';

/** For a named query `revoked`, which the two below ask: only acts that something revokes are looked at closely. */
export const revokedActs = sql`select distinct of_designation as id from designation
  where act = 'revoke' and voided_in is null`;

const isTouched = sql`(d.id in (select id from revoked) or d.of_designation in (select id from revoked))`;

/** Whether act `d` holds for its member `m` on a day (YYYY-MM-DD), or may hold as far as the sources tell. */
export function mayStand(on: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`case when ${isTouched} then ${standingOf(on)} in ('in-force', 'uncertain')
    else coalesce(d.earliest <= ${on}::date, true) end`;
}

/** Whether it surely holds. */
export function surelyStands(on: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`case when ${isTouched} then ${standingOf(on)} = 'in-force'
    else coalesce(d.latest <= ${on}::date, false) end`;
}
