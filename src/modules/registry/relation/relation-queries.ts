import { sql } from 'kysely';
import { type Reader, visibleClasses, visibleTo } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { Source } from '../context.ts';
import { type Page, pageOf } from '../keyset.ts';
import { type Title, titlesOf } from '../record/name-store.ts';
import type { RecordKind } from '../record/record.ts';

export interface RelationView {
  id: number;
  /** As seen from the record asked about: the inverse, where the relation points to it. */
  type: string;
  direction: 'out' | 'in';
  record: { pid: string; kind: RecordKind; title: Title };
  fromDate: string | null;
  toDate: string | null;
  note: string | null;
  source: string;
}

export interface RelationsRequest {
  recordId: number;
  classes: readonly number[];
  /** Only relations stored under this code. */
  code?: string | undefined;
  /** Only those that point away from the record, or to it. */
  direction?: 'out' | 'in' | undefined;
  after?: number | undefined;
  limit: number;
}

type Row = Omit<RelationView, 'type' | 'record'> & {
  code: string;
  otherId: number;
  pid: string;
  kind: RecordKind;
};

/** Relations of a record in both directions, to records that are open and visible to the reader. */
export async function relationsOf(
  { db, rules }: Source,
  request: RelationsRequest,
): Promise<Page<RelationView, number>> {
  const rows = await relationRows(db, request);
  const page = pageOf(rows, request.limit, (row) => row.id);
  const titles = await titlesOf(
    db,
    page.items.map((row) => row.otherId),
  );
  const items = page.items.map(({ code, otherId, pid, kind, ...row }): RelationView => {
    const type = row.direction === 'out' ? code : (rules.relationType(code)?.inverse ?? code);
    return { ...row, type, record: { pid, kind, title: titles.get(otherId) ?? { vi: pid } } };
  });
  return { ...page, items };
}

async function relationRows(db: Db, request: RelationsRequest): Promise<Row[]> {
  const { recordId, classes, code, direction, after = 0, limit } = request;
  const typed = code === undefined ? sql`true` : sql`e.type = ${code}`;
  const directed = direction === undefined ? sql`true` : sql`e.direction = ${direction}`;
  const columns = sql`e.id, e.type as code, e.from_date as "fromDate", e.to_date as "toDate", e.note, e.source`;
  const { rows } = await sql<Row>`
    select e.*, record.pid, record.kind from (
      select ${columns}, 'out' as direction, e.to_record as "otherId" from relation e
        where e.from_record = ${recordId} and e.voided_in is null and ${typed}
      union all
      select ${columns}, 'in', e.from_record from relation e
        where e.to_record = ${recordId} and e.voided_in is null and ${typed}
    ) e
    join record on record.id = e."otherId" and record.state not in ('withdrawn', 'merged') and ${visibleTo(classes)}
    where e.id > ${after} and ${directed} order by e.id limit ${limit + 1}`.execute(db);
  return rows;
}

/** The relations of a record that the reader may see, page by page; undefined when they may not see the record. */
export async function listRelations(
  source: Source,
  reader: Reader,
  request: Omit<RelationsRequest, 'recordId' | 'classes'> & { pid: string },
): Promise<Page<RelationView, number> | undefined> {
  const classes = await visibleClasses(source.db, reader);
  const record = await source.db
    .selectFrom('record')
    .select('record.id')
    .where('record.pid', '=', request.pid)
    .where(visibleTo(classes))
    .$if(!reader.staff, (query) => query.where('record.state', 'not in', ['withdrawn', 'merged']))
    .executeTakeFirst();
  return record && (await relationsOf(source, { ...request, recordId: record.id, classes }));
}
