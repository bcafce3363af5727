import { sql } from 'kysely';
import { type Reader, visibleClasses, visibleTo } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';

/** What makes an artefact one of a monument, a museum or a collection; where it was found does not. */
const BELONGING = ['partOf', 'housedIn', 'inCollection', 'locatedAt'];
const HAVING = ['hasPart', 'holds', 'collects', 'locationOf'];

/** Ids of the artefacts that belong to a record, as far as the reader may see them. An edge is stored one way only. */
export async function artefactsOf(
  db: Db,
  reader: Reader,
  { pid, limit }: { pid: string; limit: number },
): Promise<number[]> {
  const classes = await visibleClasses(db, reader);
  const { rows } = await sql<{ id: number }>`
    with whole as (select id from record where pid = ${pid}),
    parts as (
      select e.from_record as id from relation e join whole on e.to_record = whole.id
        where e.voided_in is null and e.type = any(${BELONGING}::text[])
      union
      select e.to_record from relation e join whole on e.from_record = whole.id
        where e.voided_in is null and e.type = any(${HAVING}::text[])
    )
    select record.id from parts join record on record.id = parts.id
    where record.kind = 'artefact' and record.state not in ('withdrawn', 'merged') and ${visibleTo(classes)}
    order by record.id limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}
