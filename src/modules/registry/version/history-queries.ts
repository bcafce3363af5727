import type { Reader } from '#modules/access/index.ts';
import type { Source } from '../context.ts';
import { type Page, pageOf } from '../keyset.ts';
import { findVisibleId } from '../record/record-queries.ts';
import { type BodyDiff, diffBodies } from './diff.ts';
import { readableVersions, readVersion, type VersionStamp } from './version-queries.ts';

export type VersionsOutcome = { kind: 'found'; versions: Page<VersionStamp, number> } | { kind: 'not-found' };

/** The versions of a record that the reader may see, newest first. */
export async function listVersions(
  { db }: Source,
  reader: Reader,
  { pid, before, limit }: { pid: string; before?: number | undefined; limit: number },
): Promise<VersionsOutcome> {
  const recordId = await findVisibleId(db, reader, pid);
  if (recordId === undefined) return { kind: 'not-found' };
  const rows = await readableVersions(db, reader, recordId)
    .$if(before !== undefined, (query) => query.where('v.version', '<', before ?? 0))
    .orderBy('v.version', 'desc')
    .limit(limit + 1)
    .execute();
  return { kind: 'found', versions: pageOf(rows, limit, (row) => row.version) };
}

export type DiffOutcome = ({ kind: 'found' } & BodyDiff) | { kind: 'not-found' };

/** What changed between two versions, field by field, as far as the reader may see both. */
export async function diffVersions(
  source: Source,
  reader: Reader,
  { pid, from, to }: { pid: string; from: number; to: number },
): Promise<DiffOutcome> {
  const recordId = await findVisibleId(source.db, reader, pid);
  if (recordId === undefined) return { kind: 'not-found' };
  const before = await readVersion(source, reader, { recordId, version: from });
  const after = await readVersion(source, reader, { recordId, version: to });
  if (before === undefined || after === undefined) return { kind: 'not-found' };
  return { kind: 'found', ...diffBodies(before.body, after.body) };
}
