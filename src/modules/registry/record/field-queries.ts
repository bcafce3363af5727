import { sql } from 'kysely';
import { mayReadField, type Reader, visibleClasses, visibleTo } from '#modules/access/index.ts';
import type { Statement } from '../body.ts';
import type { Source } from '../context.ts';
import { namesOf, type Title, titlesOf } from './name-store.ts';
import type { RecordKind } from './record.ts';

export interface FieldOfRecord {
  pid: string;
  kind: RecordKind;
  title: Title;
  /** Every name of the record, as written. */
  names: string[];
  /** The statements of the field, with a value or without. */
  statements: Statement[];
}

export interface FieldRequest {
  kind: RecordKind;
  field: string;
  limit: number;
}

/** Published records of a kind that say something in a field, in order of creation, as far as the reader may see it. */
export async function recordsWithField(
  { db, rules }: Source,
  reader: Reader,
  { kind, field, limit }: FieldRequest,
): Promise<FieldOfRecord[]> {
  const classes = await visibleClasses(db, reader);
  const rows = await db
    .selectFrom('record')
    .innerJoin('record_version as v', (join) =>
      join.onRef('v.record_id', '=', 'record.id').onRef('v.version', '=', 'record.version'),
    )
    .select(['record.id', 'record.pid', 'v.standard'])
    .select(sql<Statement[]>`v.body -> 'fields' -> ${field}::text`.as('statements'))
    .where('record.kind', '=', kind)
    .where('record.state', '=', 'published')
    .where(visibleTo(classes))
    .where(sql<boolean>`jsonb_array_length(v.body -> 'fields' -> ${field}::text) > 0`)
    .orderBy('record.id')
    .limit(limit)
    .execute();
  const ids = rows.map((row) => row.id);
  const [titles, names] = await Promise.all([titlesOf(db, ids), namesOf(db, ids)]);
  return rows
    .filter((row) => mayReadField(rules.visibilityOf(row.standard, field), reader))
    .map(({ id, pid, statements }) => ({
      pid,
      kind,
      title: titles.get(id) ?? { vi: pid },
      names: names.get(id) ?? [],
      statements,
    }));
}
