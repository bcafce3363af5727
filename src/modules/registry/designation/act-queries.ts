import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import { type Title, titlesOf } from '../record/name-store.ts';
import type { RecordKind } from '../record/record.ts';
import type { Act, DecisionAbsence } from './designation.ts';
import { corrections, type Standing, standingOf, visibleMembers } from './standing-queries.ts';

interface DecisionReference {
  key: string;
  number: string;
  date: string | null;
  /** Code of the list `decision-issuer`. */
  issuer: string;
}

export interface ActMember {
  pid: string;
  kind: RecordKind;
  title: Title;
  component: string;
  /** As the decision prints them, with later corrections. */
  verbatimName: string;
  verbatimPlace: string;
  standing: Standing;
}

/** An act of a decision, as it stands on a day. */
export interface ActView {
  id: number;
  key: string | null;
  act: Act;
  list: string;
  rank: string | null;
  /** The act that is extended, corrected or revoked. */
  of: number | null;
  decision: DecisionReference | { absent: DecisionAbsence };
  effective: { earliest: string | null; latest: string | null; edtf: string | null };
  batch: string | null;
  registryNumber: string | null;
  criteria: string | null;
  note: string | null;
  source: string;
  /** How many records the reader may see; `members` names the first of them. */
  memberCount: number;
  members: ActMember[];
}

export interface ActsOn {
  classes: readonly number[];
  /** YYYY-MM-DD */
  on: string;
  /** At most so many members per act. */
  memberLimit: number;
  /** Only this record's membership is named. */
  recordId?: number;
}

/** Acts by id, in that order. */
export async function loadActs(db: Db, ids: readonly number[], options: ActsOn): Promise<ActView[]> {
  if (ids.length === 0) return [];
  const members = await loadMembers(db, ids, options);
  const rows = await loadRows(db, ids, options);
  return rows.map(({ absence, decisionKey, number, date, issuer, earliest, latest, edtf, ...row }) => ({
    ...row,
    decision:
      absence === null
        ? { key: decisionKey ?? '', number: number ?? '', date, issuer: issuer ?? '' }
        : { absent: absence },
    effective: { earliest, latest, edtf },
    members: members.get(row.id) ?? [],
  }));
}

type ActRow = Omit<ActView, 'decision' | 'effective' | 'members'> & {
  absence: DecisionAbsence | null;
  decisionKey: string | null;
  number: string | null;
  date: string | null;
  issuer: string | null;
  earliest: string | null;
  latest: string | null;
  edtf: string | null;
};

async function loadRows(db: Db, ids: readonly number[], { classes, on }: ActsOn): Promise<ActRow[]> {
  const newest = (column: string) => {
    const name = sql.ref(column);
    return sql`(array_agg(${name} order by c.latest desc nulls last, c.id desc) filter (where ${name} is not null))[1]`;
  };
  const { rows } = await sql<ActRow>`
    select d.id, d.key, d.act, d.list, d.of_designation as of, d.decision_absence as absence,
      x.key as "decisionKey", x.number, x.date, x.issuer, d.earliest, d.latest, d.edtf, d.note, d.source,
      coalesce(k.rank, d.rank) as rank, coalesce(k.batch, d.batch) as batch,
      coalesce(k.registry_number, d.registry_number) as "registryNumber", coalesce(k.criteria, d.criteria) as criteria,
      (select count(*) from ${visibleMembers(classes)} where d.id = asked.id) as "memberCount"
    from unnest(${ids}::bigint[]) with ordinality as asked(id, place)
    join designation d on d.id = asked.id
    left join decision x on x.id = d.decision_id
    cross join lateral (select ${newest('c.rank')} as rank, ${newest('c.batch')} as batch,
      ${newest('c.registry_number')} as registry_number, ${newest('c.criteria')} as criteria
      from ${corrections(on)}) k
    order by asked.place`.execute(db);
  return rows;
}

type MemberRow = Omit<ActMember, 'title'> & { designationId: number; recordId: number };

async function loadMembers(
  db: Db,
  ids: readonly number[],
  options: ActsOn,
): Promise<Map<number, ActMember[]>> {
  const { classes, on, memberLimit, recordId } = options;
  const ofRecord = recordId === undefined ? sql`true` : sql`m.record_id = ${recordId}`;
  const { rows } = await sql<MemberRow>`
    select n."designationId", n."recordId", n.pid, n.kind, n.component, n.standing,
      coalesce(corrected.name, n.verbatim_name) as "verbatimName",
      coalesce(corrected.place, n.verbatim_place) as "verbatimPlace"
    from (
      select d.id as "designationId", m.record_id as "recordId", record.pid, record.kind, m.component, m.ordinal,
        m.verbatim_name, m.verbatim_place, ${standingOf(on)} as standing, d.id as d_id,
        row_number() over (partition by d.id order by m.ordinal, m.id) as place
      from ${visibleMembers(classes)} where d.id = any(${ids}::bigint[]) and ${ofRecord}
    ) n
    left join lateral (
      select w.verbatim_name as name, nullif(w.verbatim_place, '') as place
      from (select n.d_id as id) d, lateral (select c.id, c.latest from ${corrections(on)}) c
      join designation_member w on w.designation_id = c.id and w.voided_in is null
        and w.record_id = n."recordId" and w.component = n.component
      order by c.latest desc nulls last, c.id desc limit 1
    ) corrected on true
    where n.place <= ${memberLimit} order by n."designationId", n.place`.execute(db);
  const titles = await titlesOf(
    db,
    rows.map((row) => row.recordId),
  );
  const named = rows.map(({ recordId: id, ...row }) => ({
    ...row,
    title: titles.get(id) ?? { vi: row.pid },
  }));
  const grouped = Map.groupBy(named, (row) => row.designationId);
  return new Map(
    [...grouped].map(([id, list]) => [id, list.map(({ designationId: _act, ...member }) => member)]),
  );
}
