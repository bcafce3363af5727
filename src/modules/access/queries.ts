import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';
import type { Reader } from './reader.ts';
import type { ActorKind } from './tables.ts';

/** The classes this reader may see now. Asked once per request, because a policy may change at any time. */
export async function visibleClasses(db: Db, reader: Reader): Promise<number[]> {
  const rows = await db
    .selectFrom('access_class')
    .select('id')
    .$if(!reader.staff, (query) => query.where('audience', '=', 'everyone'))
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** The one visibility predicate of rows: every query that can return a record to a reader carries it. */
export function visibleTo(classes: readonly number[], table = 'record'): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(`${table}.access_class`)} = any(${classes}::smallint[])`;
}

/** The id of one of the three actors that exist from the first migration. */
export async function actorId(db: Db, label: 'bootstrap' | 'administrator' | 'system'): Promise<number> {
  const row = await db.selectFrom('actor').select('id').where('label', '=', label).executeTakeFirstOrThrow();
  return row.id;
}

export interface Actor {
  id: number;
  kind: ActorKind;
}

export async function findActor(db: Db, id: number): Promise<Actor | undefined> {
  return await db.selectFrom('actor').select(['id', 'kind']).where('id', '=', id).executeTakeFirst();
}
