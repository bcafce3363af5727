import { sql } from 'kysely';
import type { Reader } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { RecordBody } from '../body.ts';
import type { Source } from '../context.ts';
import { closedSince } from '../record/closed-since.ts';
import { visibleBody } from '../record/visible-body.ts';
import { openBody, sealedReferences } from '../sealed/sealed.ts';
import { sealedValuesOf } from '../sealed/sealed-store.ts';

export interface VersionStamp {
  version: number;
  standard: string;
  at: string;
  /** Label of the actor. */
  actor: string;
  reason: string;
  changesetId: number;
}

/** The public sees the versions that were public in their time, and no draft that led to them. */
export function readableVersions(db: Db, reader: Reader, recordId: number) {
  return db
    .selectFrom('record_version as v')
    .innerJoin('actor', 'actor.id', 'v.actor_id')
    .select([
      'v.version',
      'v.standard',
      'v.at',
      'actor.label as actor',
      'v.reason',
      'v.changeset_id as changesetId',
    ])
    .where('v.record_id', '=', recordId)
    .$if(!reader.staff, (query) =>
      query.where(sql<boolean>`exists (select from publication p where p.record_id = v.record_id
        and p.version = v.version and p.event in ('published', 'updated'))`),
    );
}

/** The version that was current at an instant; for the public, the one that was public then. */
export async function versionAt(
  db: Db,
  reader: Reader,
  { recordId, instant }: { recordId: number; instant: string },
): Promise<number | undefined> {
  if (reader.staff) {
    const { rows } = await sql<{ version: number }>`select version from record_version
      where record_id = ${recordId} and at <= ${instant}::timestamptz order by version desc limit 1`.execute(
      db,
    );
    return rows[0]?.version;
  }
  const { rows } = await sql<{ version: number; event: string }>`select version, event from publication
    where record_id = ${recordId} and at <= ${instant}::timestamptz order by id desc limit 1`.execute(db);
  const [last] = rows;
  return last?.event === 'published' || last?.event === 'updated' ? last.version : undefined;
}

export interface ReadVersion extends VersionStamp {
  body: RecordBody;
}

/** One version as the reader may see it: personal values put back, kept fields blotted out. */
export async function readVersion(
  { db, rules }: Source,
  reader: Reader,
  { recordId, version }: { recordId: number; version: number },
): Promise<ReadVersion | undefined> {
  const row = await readableVersions(db, reader, recordId)
    .select('v.body')
    .where('v.version', '=', version)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const body = reader.staff ? row.body : await asClosedNow(db, { recordId, version, body: row.body });
  return { ...row, body: await readableBody({ db, rules }, reader, { recordId, body }) };
}

async function asClosedNow(
  db: Db,
  { recordId, version, body }: { recordId: number; version: number; body: RecordBody },
): Promise<RecordBody> {
  const current = await db
    .selectFrom('record')
    .innerJoin('record_version as v', (join) =>
      join.onRef('v.record_id', '=', 'record.id').onRef('v.version', '=', 'record.version'),
    )
    .select(['v.version', 'v.body'])
    .where('record.id', '=', recordId)
    .executeTakeFirst();
  return current === undefined || current.version === version ? body : closedSince(body, current.body);
}

async function readableBody(
  { db, rules }: Source,
  reader: Reader,
  { recordId, body }: { recordId: number; body: RecordBody },
): Promise<RecordBody> {
  const visible = visibleBody(body, { reader, rules });
  if (sealedReferences(visible).length === 0) return visible;
  const sealed = (await sealedValuesOf(db, [recordId])).get(recordId) ?? [];
  return openBody(visible, new Map(sealed.map((value) => [value.id, value])));
}
