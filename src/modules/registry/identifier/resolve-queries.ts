import { sql } from 'kysely';
import { parseArk } from '#formats/ark/index.ts';
import { type Reader, visibleClasses, visibleTo } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { Tombstone } from '../outcome.ts';
import type { RecordState } from '../record/record.ts';
import { isPid, mintedUnder } from './mint.ts';

export type Resolution =
  | { kind: 'found'; pid: string }
  /** `pid`: where all merges lead in the end. */
  | { kind: 'merged'; pid: string }
  | { kind: 'withdrawn'; tombstone: Tombstone }
  | { kind: 'not-found' }
  /** Mistyped: no such name could ever have been given. `suggestion` is right, where case alone was wrong. */
  | { kind: 'bad-check-character'; suggestion?: string };

type Row = {
  pid: string;
  state: RecordState;
  mergedInto: number | null;
  closedAt: string | null;
  closedReason: string | null;
};

/** Reads `ark:NAAN/NAME`, `ark:/NAAN/NAME`, a bare name, or an alias `scheme:value`, as this reader may see it. */
export async function resolve(
  db: Db,
  reader: Reader,
  { text, naan }: { text: string; naan: string },
): Promise<Resolution> {
  const ark = parseArk(text, { mintedUnder: mintedUnder(naan) });
  const classes = await visibleClasses(db, reader);
  const name = ark.kind === 'not-an-ark' ? text.trim() : ark.name;
  const found = await findByPid(db, name, classes);
  if (found) return await resolution(db, found, classes);
  if (ark.kind === 'bad-check') {
    const { suggestion } = ark;
    return { kind: 'bad-check-character', ...(suggestion === undefined ? {} : { suggestion }) };
  }
  if (ark.kind === 'valid') return { kind: 'not-found' };
  const aliased = await findByAlias(db, name, classes);
  if (aliased) return await resolution(db, aliased, classes);
  return looksMinted(name) && !isPid(name, naan) ? { kind: 'bad-check-character' } : { kind: 'not-found' };
}

/** Shaped like a name of ours: shoulder (letters, one digit), then betanumeric characters. */
function looksMinted(name: string): boolean {
  return /^[bcdfghjkmnpqrstvwxz]+[0-9][0-9bcdfghjkmnpqrstvwxz]{7}$/.test(name);
}

async function resolution(db: Db, row: Row, classes: readonly number[]): Promise<Resolution> {
  if (row.state === 'withdrawn') return { kind: 'withdrawn', tombstone: tombstoneOf(row) };
  if (row.mergedInto === null) return { kind: 'found', pid: row.pid };
  const pid = await endOfMerges(db, row.mergedInto, classes);
  return pid === undefined ? { kind: 'not-found' } : { kind: 'merged', pid };
}

export function tombstoneOf({ pid, closedAt, closedReason }: Omit<Row, 'state' | 'mergedInto'>): Tombstone {
  return { pid, since: closedAt ?? '', reason: closedReason ?? '' };
}

/** Follows merges to the record that is left; nothing when the reader may not see that one. */
export async function endOfMerges(
  db: Db,
  id: number,
  classes: readonly number[],
): Promise<string | undefined> {
  const { rows } = await sql<{ pid: string }>`
    with recursive chain(id, merged_into) as (
      select id, merged_into from record where id = ${id}
      union select r.id, r.merged_into from chain join record r on r.id = chain.merged_into
    )
    select record.pid from chain join record on record.id = chain.id
    where chain.merged_into is null and ${visibleTo(classes)}`.execute(db);
  return rows[0]?.pid;
}

function visibleRecords(db: Db, classes: readonly number[]) {
  return db
    .selectFrom('record')
    .select([
      'record.pid',
      'record.state',
      'record.merged_into as mergedInto',
      'record.closed_at as closedAt',
      'record.closed_reason as closedReason',
    ])
    .where(visibleTo(classes));
}

async function findByPid(db: Db, pid: string, classes: readonly number[]): Promise<Row | undefined> {
  return await visibleRecords(db, classes).where('record.pid', '=', pid).executeTakeFirst();
}

async function findByAlias(db: Db, text: string, classes: readonly number[]): Promise<Row | undefined> {
  const colon = text.indexOf(':');
  if (colon < 1) return undefined;
  return await visibleRecords(db, classes)
    .innerJoin('record_alias as a', 'a.record_id', 'record.id')
    .where('a.scheme', '=', text.slice(0, colon))
    .where('a.value', '=', text.slice(colon + 1))
    .where('a.voided_in', 'is', null)
    .executeTakeFirst();
}
