import { sql } from 'kysely';
import { type Reader, visibleClasses, visibleTo } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import type { RecordBody } from '../body.ts';
import type { RecordName, Source } from '../context.ts';
import { designationsOf, type RecordDesignation } from '../designation/designation-queries.ts';
import { aliasesOf } from '../identifier/identifier-store.ts';
import { endOfMerges, tombstoneOf } from '../identifier/resolve-queries.ts';
import { issue } from '../messages.ts';
import type { Issue, Tombstone } from '../outcome.ts';
import type { Alias } from '../reference.ts';
import { type RelationView, relationsOf } from '../relation/relation-queries.ts';
import { dayInVietnam, endOfMoment } from '../version/moment.ts';
import { type ReadVersion, readVersion, type VersionStamp, versionAt } from '../version/version-queries.ts';
import { type Title, titlesOf } from './name-store.ts';
import type { RecordKind, RecordState, Verification } from './record.ts';

export interface RecordView {
  pid: string;
  kind: RecordKind;
  state: RecordState;
  verification: Verification;
  /** The version shown, and the newest one. */
  version: number;
  currentVersion: number;
  standard: string;
  title: Title;
  names: RecordName[];
  /** Full statements; `compactView` makes the short form. */
  body: RecordBody;
  designations: RecordDesignation[];
  /** The first of them; `listRelations` pages through all. */
  relations: RelationView[];
  moreRelations: boolean;
  aliases: Alias[];
  createdAt: string;
  provenance: Omit<VersionStamp, 'version' | 'standard'>;
}

export type ReadOutcome =
  | { kind: 'found'; record: RecordView }
  | { kind: 'merged'; pid: string }
  | { kind: 'withdrawn'; tombstone: Tombstone }
  /** Also what the reader may not see: they cannot tell the difference. */
  | { kind: 'not-found' }
  | { kind: 'invalid'; issues: Issue[] };

export interface ReadOptions {
  version?: number | undefined;
  /** YYYY-MM-DD (its end in Việt Nam) or an instant of RFC 3339: the version that was current then. */
  at?: string | undefined;
  now?: Date | undefined;
}

interface Head {
  id: number;
  pid: string;
  kind: RecordKind;
  state: RecordState;
  verification: Verification;
  version: number;
  mergedInto: number | null;
  closedAt: string | null;
  closedReason: string | null;
  createdAt: string;
}

/** A record as this reader may see it, today's version or an earlier one. */
export async function readRecord(
  source: Source,
  reader: Reader,
  { pid, ...options }: ReadOptions & { pid: string },
): Promise<ReadOutcome> {
  const classes = await visibleClasses(source.db, reader);
  const head = await findVisible(source.db, pid, classes);
  if (head === undefined) return { kind: 'not-found' };
  if (head.state === 'withdrawn') return { kind: 'withdrawn', tombstone: tombstoneOf(head) };
  if (head.mergedInto !== null) {
    const target = await endOfMerges(source.db, head.mergedInto, classes);
    return target === undefined ? { kind: 'not-found' } : { kind: 'merged', pid: target };
  }
  const shown = await chosenVersion(source, reader, { head, options });
  if (shown === undefined) return { kind: 'not-found' };
  if ('issues' in shown) return { kind: 'invalid', ...shown };
  return {
    kind: 'found',
    record: await viewOf(source, { head, shown, classes, now: options.now ?? new Date() }),
  };
}

async function findVisible(db: Db, pid: string, classes: readonly number[]): Promise<Head | undefined> {
  return await db
    .selectFrom('record')
    .select([
      'record.id',
      'record.pid',
      'record.kind',
      'record.state',
      'record.verification',
      'record.version',
      'record.merged_into as mergedInto',
      'record.closed_at as closedAt',
      'record.closed_reason as closedReason',
      'record.created_at as createdAt',
    ])
    .where('record.pid', '=', pid)
    .where(visibleTo(classes))
    .executeTakeFirst();
}

type Choice = { head: Head; options: ReadOptions };

async function chosenVersion(
  source: Source,
  reader: Reader,
  { head, options }: Choice,
): Promise<ReadVersion | { issues: Issue[] } | undefined> {
  const recordId = head.id;
  if (options.at === undefined) {
    return await readVersion(source, reader, { recordId, version: options.version ?? head.version });
  }
  const instant = endOfMoment(options.at);
  if (instant === undefined) return { issues: [issue('/at', 'impossible-date', { given: options.at })] };
  const version = await versionAt(source.db, reader, { recordId, instant });
  return version === undefined ? undefined : await readVersion(source, reader, { recordId, version });
}

const RELATIONS_SHOWN = 200;

type Shown = { head: Head; shown: ReadVersion; classes: readonly number[]; now: Date };

async function viewOf(source: Source, { head, shown, classes, now }: Shown): Promise<RecordView> {
  const { db, rules } = source;
  const {
    id: recordId,
    mergedInto: _merged,
    closedAt: _at,
    closedReason: _reason,
    id: _id,
    ...record
  } = head;
  const { version, standard, body, ...provenance } = shown;
  const relations = await relationsOf(source, { recordId, classes, limit: RELATIONS_SHOWN });
  const names = rules.identity(body).names;
  const titles = await titlesOf(db, [recordId]);
  return {
    ...record,
    version,
    currentVersion: head.version,
    standard,
    title: titles.get(recordId) ?? { vi: names[0]?.text ?? head.pid },
    names,
    body,
    designations: await designationsOf(db, { recordId, classes, on: dayInVietnam(now) }),
    relations: relations.items,
    moreRelations: relations.next !== undefined,
    aliases: (await aliasesOf(db, recordId)).map(({ scheme, value }) => ({ scheme, value })),
    provenance,
  };
}

/**
 * The id of a record whose history the reader may see. For the public what was withdrawn is gone with its history, and
 * what was merged into something hidden is as hidden.
 */
export async function findVisibleId(db: Db, reader: Reader, pid: string): Promise<number | undefined> {
  const classes = await visibleClasses(db, reader);
  const head = await findVisible(db, pid, classes);
  if (head === undefined || reader.staff) return head?.id;
  if (head.state === 'withdrawn') return undefined;
  const target = head.mergedInto === null ? pid : await endOfMerges(db, head.mergedInto, classes);
  return target === undefined ? undefined : head.id;
}

/** Records of the starter data that are here already. */
export async function findStarterRecords(
  db: Db,
  keys: readonly string[],
): Promise<{ key: string; pid: string; version: number; touched: boolean }[]> {
  const { rows } = await sql<{ key: string; pid: string; version: number; touched: boolean }>`
    select r.starter_key as key, r.pid, r.version, c.kind <> 'starter' as touched
    from record r join record_version v on v.record_id = r.id and v.version = r.version
    join changeset c on c.id = v.changeset_id where r.starter_key = any(${keys}::text[])`.execute(db);
  return rows;
}
