import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { closedSince, newestPublications } from '#modules/audit/index.ts';
import { provincesOn } from '#modules/places/index.ts';
import { publicRecordsAfter, type Source } from '#modules/registry/index.ts';
import type { Catalogue } from '#modules/standards/index.ts';
import type { Db } from '#platform/db/index.ts';
import { enqueue, type Tasks } from '#platform/jobs/index.ts';
import { datasetsOf } from './datasets.ts';
import { openReleaseFiles, type WrittenFile } from './files.ts';
import { listReleases, type Release } from './queries.ts';
import { openRow, type RowContext } from './row.ts';
import { deleteOldReleases, insertRelease } from './store.ts';

export interface OpenDataContext {
  source: Source;
  catalogue: Catalogue;
  /** Where releases lie, a folder each. */
  folder: string;
  /** Absolute address for the permanent addresses in the files; empty where it is not set. */
  origin: string;
  now(): Date;
}

export type ReleaseOutcome =
  | { kind: 'made'; name: string; records: number; files: number }
  /** Nothing public has changed since that release. */
  | { kind: 'unchanged'; name: string };

const KEPT_RELEASES = 12;
const PAGE = 500;
const UNFINISHED = '.unfinished-';

/**
 * Writes all datasets as a new release, unless nothing public has changed since the last one. The files are complete
 * and on the disk before the release is known: a program that is killed meanwhile leaves the former one in place.
 */
export async function makeRelease(ctx: OpenDataContext): Promise<ReleaseOutcome> {
  const { db } = ctx.source;
  const [last] = await listReleases(db);
  const [newest] = await newestPublications(db, 1);
  const position = newest?.position ?? 0;
  if (last !== undefined && last.position === position) return { kind: 'unchanged', name: last.name };
  const madeAt = ctx.now().toISOString();
  const name = releaseName(madeAt, last);
  const unfinished = join(ctx.folder, `${UNFINISHED}${name}`);
  await rm(unfinished, { recursive: true, force: true });
  // What was closed to the public must not stay in files of before.
  const kept = last !== undefined && (await closedSince(db, last.position)) ? 1 : KEPT_RELEASES;
  const { files, records } = await writeFiles(ctx, unfinished);
  await rm(join(ctx.folder, name), { recursive: true, force: true });
  await rename(unfinished, join(ctx.folder, name));
  await db.transaction().execute(async (trx) => {
    await insertRelease(trx, { name, madeAt, records, position }, files);
    await deleteOldReleases(trx, kept);
  });
  await removeForgotten(ctx);
  return { kind: 'made', name, records, files: files.length };
}

const DAILY = 'openData.daily';
/** A little less than a day, so that the hour of the release does not creep. */
const DUE_AFTER_MS = 23 * 3_600_000;

/** Asks the workers for the release of the day; asked by several programs, it is made once. */
export async function requestDailyRelease(db: Db): Promise<void> {
  await db.transaction().execute((trx) => enqueue(trx, DAILY, {}, DAILY));
}

/** The work that waits in the queue for open data: a release a day, and at once where something was closed to the public. */
export function openDataTasks(ctx: OpenDataContext): Tasks {
  return {
    [DAILY]: async () => {
      const [last] = await listReleases(ctx.source.db);
      const isDue =
        last === undefined ||
        ctx.now().getTime() - Date.parse(last.madeAt) >= DUE_AFTER_MS ||
        (await closedSince(ctx.source.db, last.position));
      if (isDue) await makeRelease(ctx);
    },
  };
}

/** The day, and from the second release of a day on its number. */
function releaseName(madeAt: string, last: Release | undefined): string {
  const day = madeAt.slice(0, 10);
  if (last === undefined || !last.name.startsWith(day)) return day;
  const number = Number(last.name.slice(day.length + 1) || '1');
  return `${day}-${number + 1}`;
}

async function writeFiles(
  ctx: OpenDataContext,
  folder: string,
): Promise<{ files: WrittenFile[]; records: number }> {
  const { source, catalogue, origin } = ctx;
  const on = ctx.now().toISOString().slice(0, 10);
  const provinces = (await provincesOn(source.db, on)).flatMap(({ code, name }) =>
    code === null ? [] : [{ code, name }],
  );
  const names = new Map(provinces.map(({ code, name }) => [code, name]));
  const context: RowContext = { origin, provinceName: (code) => names.get(code) ?? code };
  const files = await openReleaseFiles(folder, datasetsOf(catalogue, provinces));
  try {
    let records = 0;
    for (let after = 0; ; ) {
      const page = await publicRecordsAfter(source, { after, limit: PAGE, on });
      for (const record of page) await files.add(record, openRow(record, context));
      records += page.length;
      const last = page.at(-1);
      if (page.length < PAGE || last === undefined) break;
      after = last.id;
    }
    return { files: await files.finish(), records };
  } catch (error) {
    await files.abandon();
    throw error;
  }
}

/** Folders of releases that are no longer kept, and what a killed program left unfinished. */
async function removeForgotten({ source, folder }: OpenDataContext): Promise<void> {
  const known = new Set((await listReleases(source.db)).map(({ name }) => name));
  for (const entry of await readdir(folder)) {
    if (!known.has(entry)) await rm(join(folder, entry), { recursive: true, force: true });
  }
}
