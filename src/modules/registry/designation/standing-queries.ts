import { type RawBuilder, sql } from 'kysely';
import { visibleTo } from '#modules/access/index.ts';

/** Whether a thing stands on its list on a day; uncertain when the sources do not say on which side of it an act fell. */
export type Standing = 'in-force' | 'revoked' | 'uncertain' | 'not-yet';

/** Revocations that reach member `m` of act `d`: of the act or of the act it extends, as a whole or for that member. */
const reaching = sql`from designation v where v.voided_in is null and v.act = 'revoke'
  and v.of_designation = any(array[d.id, case when d.act = 'extend' then d.of_designation end])
  and (not exists (select from designation_member w where w.designation_id = v.id)
    or exists (select from designation_member w where w.designation_id = v.id and w.voided_in is null
      and w.record_id = m.record_id and w.component in ('', m.component)))`;

/** The standing of member `m` of act `d` on a day. `on`: YYYY-MM-DD */
export function standingOf(on: string): RawBuilder<Standing> {
  return sql<Standing>`case
    when d.earliest > ${on}::date then 'not-yet'
    when exists (select ${reaching} and v.latest <= ${on}::date) then 'revoked'
    when d.latest <= ${on}::date
      and not exists (select ${reaching} and (v.earliest is null or v.earliest <= ${on}::date)) then 'in-force'
    else 'uncertain' end`;
}

/** Members `m` of live acts `d`, as far as their `record` is open and this reader may see it. */
export function visibleMembers(classes: readonly number[]): RawBuilder<unknown> {
  return sql`designation d
    join designation_member m on m.designation_id = d.id and m.voided_in is null
    join record on record.id = m.record_id and record.state not in ('withdrawn', 'merged') and ${visibleTo(classes)}`;
}

/** Corrections of act `d` that had taken effect; one without any date is taken to hold. */
export function corrections(on: string): RawBuilder<unknown> {
  return sql`designation c where c.voided_in is null and c.act = 'correct' and c.of_designation = d.id
    and coalesce(c.latest, c.earliest, '-infinity'::date) <= ${on}::date`;
}
