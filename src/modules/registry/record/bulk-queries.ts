import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { RecordBody } from '../body.ts';
import { openBody } from '../sealed/sealed.ts';
import { sealedValuesOf } from '../sealed/sealed-store.ts';
import type { RecordKind, RecordState, Verification } from './record.ts';

/** A record in its current version, with everything in it: for projections, which keep classes apart themselves. */
export interface CurrentRecord {
  id: number;
  pid: string;
  kind: RecordKind;
  state: RecordState;
  accessClass: number;
  verification: Verification;
  version: number;
  body: RecordBody;
  updatedAt: string;
}

function currentRows(db: Db) {
  return db
    .selectFrom('record')
    .innerJoin('record_version as v', (join) =>
      join.onRef('v.record_id', '=', 'record.id').onRef('v.version', '=', 'record.version'),
    )
    .select([
      'record.id',
      'record.pid',
      'record.kind',
      'record.state',
      'record.access_class as accessClass',
      'record.verification',
      'record.version',
      'record.updated_at as updatedAt',
      'v.body',
    ])
    .orderBy('record.id');
}

export async function currentRecords(db: Db, recordIds: readonly number[]): Promise<CurrentRecord[]> {
  return await opened(
    db,
    await currentRows(db).where(sql<boolean>`record.id = any(${recordIds}::bigint[])`).execute(),
  );
}

/** All records in order of id, for rebuilding what is derived from them. */
export async function currentRecordsAfter(
  db: Db,
  { after, limit }: { after: number; limit: number },
): Promise<CurrentRecord[]> {
  return await opened(db, await currentRows(db).where('record.id', '>', after).limit(limit).execute());
}

async function opened(db: Db, records: CurrentRecord[]): Promise<CurrentRecord[]> {
  const sealed = await sealedValuesOf(
    db,
    records.map((record) => record.id),
  );
  return records.map((record) => {
    const values = new Map((sealed.get(record.id) ?? []).map((value) => [value.id, value]));
    return { ...record, body: openBody(record.body, values) };
  });
}
