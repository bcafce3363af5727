import { sql } from 'kysely';
import type { Trx } from '#platform/db/index.ts';
import type { FormerProvince, Gazetteer, SearchSource, SourceUnit } from './source.ts';

type Head = Omit<SearchSource, 'designations' | 'targets'>;
type OfRecord<T> = { recordId: number; items: T[] };

/** The records of these ids that can be found at all: neither withdrawn nor merged. */
export async function readSources(trx: Trx, ids: readonly number[]): Promise<SearchSource[]> {
  const heads = await readHeads(trx, ids);
  const designations = await readDesignations(trx, ids);
  const targets = await readTargets(trx, ids);
  return heads.map((head) => ({
    ...head,
    designations: designations.get(head.id) ?? [],
    targets: targets.get(head.id) ?? [],
  }));
}

async function readHeads(trx: Trx, ids: readonly number[]): Promise<Head[]> {
  const { rows } = await sql<Head>`
    select r.id, r.pid, r.kind, r.access_class as "accessClass", r.verification, v.body,
      (select min(p.at) from publication p where p.record_id = r.id and p.event = 'published') as "publishedAt"
    from record r join record_version v on v.record_id = r.id and v.version = r.version
    where r.id = any(${ids}::bigint[]) and r.closed_at is null order by r.id`.execute(trx);
  return rows;
}

/** Acts in force: designations and their extensions that no later act has taken back. */
async function readDesignations(trx: Trx, ids: readonly number[]) {
  const { rows } = await sql<OfRecord<SearchSource['designations'][number]>>`
    select m.record_id as "recordId", jsonb_agg(jsonb_build_object('list', d.list, 'rank', d.rank,
      'year', extract(year from coalesce(d.earliest, decision.date)), 'decision', decision.number)
      order by d.id) as items
    from designation_member m join designation d on d.id = m.designation_id and d.voided_in is null
    left join decision on decision.id = d.decision_id
    where m.record_id = any(${ids}::bigint[]) and m.voided_in is null and d.act <> 'revoke'
      and not exists (select from designation r join designation_member rm on rm.designation_id = r.id
        where r.of_designation = d.id and r.act = 'revoke' and r.voided_in is null and rm.voided_in is null
          and rm.record_id = m.record_id)
    group by m.record_id`.execute(trx);
  return new Map(rows.map(({ recordId, items }) => [recordId, items]));
}

/** What the record is related to and what its body refers to, with the titles found there. */
async function readTargets(trx: Trx, ids: readonly number[]) {
  const { rows } = await sql<OfRecord<SearchSource['targets'][number]>>`
    with mention as (
      select from_record as record_id, to_record as target_id, type as relation from relation
        where from_record = any(${ids}::bigint[]) and voided_in is null
      union
      select to_record, from_record, 'housedIn' from relation
        where to_record = any(${ids}::bigint[]) and type = 'holds' and voided_in is null
      union
      select v.record_id, target.id, null
      from record r join record_version v on v.record_id = r.id and v.version = r.version
      cross join lateral jsonb_path_query(v.body, '$.fields.*[*].value.pid') as reference(pid)
      join record target on target.pid = reference.pid #>> '{}'
      where r.id = any(${ids}::bigint[])
    )
    select mention.record_id as "recordId", jsonb_agg(jsonb_build_object('pid', t.pid, 'kind', t.kind,
      'relation', mention.relation, 'title', jsonb_build_object('vi', coalesce(name.vi, name.any, t.pid))
        || case when name.en is null then '{}' else jsonb_build_object('en', name.en) end)
      order by mention.relation, t.id) as items
    from mention join record r on r.id = mention.record_id
    -- Whoever finds the record reads the title in its card: a target that they may not see stays unnamed.
    join record t on t.id = mention.target_id and t.closed_at is null and t.state = 'published'
      and (t.access_class = r.access_class or t.access_class in (select id from access_class where audience = 'everyone'))
    cross join lateral (select min(n.name) filter (where coalesce(n.lang, 'vi') = 'vi' and n.type = 'primary') as vi,
      min(n.name) filter (where n.lang = 'en') as en, min(n.name) as any from record_name n where n.record_id = t.id) name
    group by mention.record_id`.execute(trx);
  return new Map(rows.map(({ recordId, items }) => [recordId, items]));
}

/** The units that bodies name by code, with what they came from and what became of them. */
export async function readGazetteer(
  trx: Trx,
  codes: { units: readonly string[]; formerProvinces: readonly string[] },
): Promise<Gazetteer> {
  const named = await readFormerProvinces(trx, codes.formerProvinces);
  const wanted = [...codes.units, ...named.flatMap((province) => province.successors)];
  const units = await readUnits(trx, await withProvinces(trx, wanted));
  const former = await readFormerProvinces(trx, [
    ...codes.formerProvinces,
    ...units.flatMap((unit) => unit.formerProvinces),
  ]);
  return {
    units: new Map(units.map((unit) => [unit.code, unit])),
    formerProvinces: new Map(former.map((province) => [province.code, province])),
  };
}

async function withProvinces(trx: Trx, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct unnest(array[u.code, p.code]) as code
    from admin_unit u left join admin_unit p on p.id = u.parent_id and p.scheme = 'gso-2025'
    where u.scheme = 'gso-2025' and u.code = any(${codes}::text[])`.execute(trx);
  return rows.flatMap(({ code }) => (code === null ? [] : [code]));
}

async function readUnits(trx: Trx, codes: readonly string[]): Promise<SourceUnit[]> {
  const { rows } = await sql<SourceUnit>`
    select u.code, u.level, u.name, u.name_en as "nameEn", u.lat, u.lon, coalesce(p.code, u.code) as province,
      coalesce(before.names, '{}') as "formerNames", coalesce(before.provinces, '{}') as "formerProvinces"
    from admin_unit u left join admin_unit p on p.id = u.parent_id and p.scheme = 'gso-2025'
    left join lateral (
      select array_agg(distinct b.name::text collate "C") as names,
        array_agg(distinct (case when b.scheme = 'gso-2024' then b.code when b1.scheme = 'gso-2024' then b1.code
          when b2.scheme = 'gso-2024' then b2.code end) collate "C") filter (where b.scheme = 'gso-2024'
          or b1.scheme = 'gso-2024' or b2.scheme = 'gso-2024') as provinces
      from admin_succession s join admin_unit b on b.id = s.predecessor_id
      left join admin_unit b1 on b1.id = b.parent_id left join admin_unit b2 on b2.id = b1.parent_id
      where s.successor_id = u.id) before on true
    where u.scheme = 'gso-2025' and u.code = any(${codes}::text[])`.execute(trx);
  return rows;
}

async function readFormerProvinces(trx: Trx, codes: readonly string[]): Promise<FormerProvince[]> {
  const { rows } = await sql<FormerProvince>`
    select u.code, u.name, u.name_en as "nameEn", coalesce(array_agg(distinct n.code) filter (where n.code is not null), '{}')
      as successors
    from admin_unit u left join admin_succession s on s.predecessor_id = u.id
    left join admin_unit n on n.id = s.successor_id and n.level = 'province'
    where u.scheme = 'gso-2024' and u.level = 'province' and u.code = any(${codes}::text[])
    group by u.id`.execute(trx);
  return rows;
}

/** The next records of a changeset that wait for their text. */
export async function pendingRecords(
  trx: Trx,
  { changesetId, limit }: { changesetId: number; limit: number },
): Promise<number[]> {
  const rows = await trx
    .selectFrom('search_pending')
    .select('record_id')
    .where('changeset_id', '=', changesetId)
    .orderBy('record_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.record_id);
}

/** Ids of records and of index rows after `after`, ascending: what a rebuild has to look at. */
export async function recordsAfter(
  trx: Trx,
  { after, limit }: { after: number; limit: number },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from (
      (select id from record where id > ${after} order by id limit ${limit})
      union (select record_id from search_row where record_id > ${after} order by record_id limit ${limit})) known
    order by id limit ${limit}`.execute(trx);
  return rows.map((row) => row.id);
}
