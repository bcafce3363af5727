import { sql } from 'kysely';
import type { Reader } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { Source } from '../context.ts';
import { type Page, pageOf } from '../keyset.ts';
import { type BodyDiff, diffBodies } from '../version/diff.ts';
import { readVersion } from '../version/version-queries.ts';
import type { ChangesetKind } from './operation.ts';
import type { Counts } from './writing.ts';

export interface ChangesetView {
  id: number;
  kind: ChangesetKind;
  key: string | null;
  actor: string;
  reason: string;
  openedAt: string;
  reverts: number | null;
  revertedBy: number | null;
  counts: Counts;
}

function changesetRows(db: Db) {
  return db
    .selectFrom('changeset as c')
    .innerJoin('actor', 'actor.id', 'c.actor_id')
    .leftJoin('changeset as r', 'r.reverts', 'c.id')
    .select([
      'c.id',
      'c.kind',
      'c.key',
      'actor.label as actor',
      'c.reason',
      'c.opened_at as openedAt',
      'c.reverts',
      'r.id as revertedBy',
      sql<Counts>`coalesce(c.detail -> 'counts', '{}')`.as('counts'),
    ]);
}

/** Newest first. For staff; the public reads publications. */
export async function listChangesets(
  db: Db,
  reader: Reader,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<Page<ChangesetView, number>> {
  if (!reader.staff) return { items: [] };
  const rows = await changesetRows(db)
    .$if(before !== undefined, (query) => query.where('c.id', '<', before ?? 0))
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, (row) => row.id);
}

interface RecordDiff extends BodyDiff {
  pid: string;
  /** 0 for a record that the changeset created. */
  fromVersion: number;
  /** 0 where only states changed. */
  toVersion: number;
  states: { aspect: 'state' | 'verification'; before: string; after: string }[];
}

export type ChangesetDiffOutcome =
  | { kind: 'found'; changeset: ChangesetView; records: Page<RecordDiff, number> }
  | { kind: 'not-found' };

/** What a changeset did, record by record and field by field. */
export async function changesetDiff(
  source: Source,
  reader: Reader,
  { id, after = 0, limit }: { id: number; after?: number | undefined; limit: number },
): Promise<ChangesetDiffOutcome> {
  const changeset = reader.staff
    ? await changesetRows(source.db).where('c.id', '=', id).executeTakeFirst()
    : undefined;
  if (changeset === undefined) return { kind: 'not-found' };
  const spans = await spansOf(source.db, { id, after, limit: limit + 1 });
  const page = pageOf(spans, limit, (span) => span.recordId);
  const items: RecordDiff[] = [];
  for (const span of page.items) items.push(await diffOf(source, reader, span));
  return { kind: 'found', changeset, records: { ...page, items } };
}

interface Span {
  recordId: number;
  pid: string;
  first: number | null;
  last: number | null;
  states: RecordDiff['states'];
}

async function spansOf(
  db: Db,
  { id, after, limit }: { id: number; after: number; limit: number },
): Promise<Span[]> {
  const { rows } = await sql<Span>`
    select t.record_id as "recordId", record.pid, v.first, v.last,
      coalesce((select json_agg(json_build_object('aspect', s.aspect, 'before', s.before, 'after', s.after) order by s.id)
        from record_state_change s where s.changeset_id = ${id} and s.record_id = t.record_id), '[]') as states
    from (select record_id from record_version where changeset_id = ${id}
      union select record_id from record_state_change where changeset_id = ${id}) t
    join record on record.id = t.record_id
    cross join lateral (select min(version) as first, max(version) as last from record_version v
      where v.changeset_id = ${id} and v.record_id = t.record_id) v
    where t.record_id > ${after} order by t.record_id limit ${limit}`.execute(db);
  return rows;
}

async function diffOf(source: Source, reader: Reader, span: Span): Promise<RecordDiff> {
  const { recordId, pid, first, last, states } = span;
  if (first === null || last === null) return { pid, fromVersion: 0, toVersion: 0, states, changes: [] };
  const before =
    first === 1 ? undefined : await readVersion(source, reader, { recordId, version: first - 1 });
  const after = await readVersion(source, reader, { recordId, version: last });
  const diff = after ? diffBodies(before?.body ?? null, after.body) : { changes: [] };
  return { pid, fromVersion: first - 1, toVersion: last, states, ...diff };
}
