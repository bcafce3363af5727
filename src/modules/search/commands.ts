import type { Projection } from '#modules/registry/index.ts';
import type { Db, Trx } from '#platform/db/index.ts';
import { enqueue, type Tasks } from '#platform/jobs/index.ts';
import { writeFacetValues } from './facet-store.ts';
import { addFrequencies, ensureLexemes, recountLexicon } from './lexicon-store.ts';
import { placeCodes } from './place-view.ts';
import { type ProjectedRecord, projectRecord } from './projected.ts';
import { recordView } from './record-view.ts';
import {
  deleteRows,
  enqueueNeighbours,
  enqueuePending,
  hideLeaving,
  type IndexedRecord,
  lockProjection,
  removePending,
  tokenCounts,
  writeRows,
} from './row-store.ts';
import { pendingRecords, readGazetteer, readSources, recordsAfter } from './source-queries.ts';
import type { Terminology } from './terms.ts';

/** Records per transaction: large enough for set-based statements, small enough to hold no lock for long. */
const BATCH = 1_000;
const PROJECT = 'search.project';

/** Keeps search in step with the records: what must not be found any more at once, words by a job after the commit. */
export function createSearchProjection(): Projection {
  return {
    recordsChanged: async (trx, { changesetId, recordIds }) => {
      if (recordIds.length === 0) return;
      await hideLeaving(trx, recordIds);
      await enqueuePending(trx, { changesetId, recordIds });
      await enqueueNeighbours(trx, { changesetId, recordIds });
      await enqueue(trx, PROJECT, { changesetId }, `${PROJECT}:${changesetId}`);
    },
  };
}

export interface ProjectionContext extends Terminology {
  db: Db;
}

export function searchTasks(context: ProjectionContext): Tasks {
  return { [PROJECT]: async (payload) => await projectChangeset(context, changesetOf(payload)) };
}

function changesetOf(payload: unknown): number {
  const id =
    typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'changesetId') : undefined;
  if (typeof id !== 'number')
    throw new Error(`${PROJECT} needs a changesetId, got ${JSON.stringify(payload)}`);
  return id;
}

async function projectChangeset(context: ProjectionContext, changesetId: number): Promise<void> {
  for (let open = true; open; ) {
    open = await context.db.transaction().execute(async (trx) => {
      await lockProjection(trx);
      const recordIds = await pendingRecords(trx, { changesetId, limit: BATCH });
      await projectBatch(trx, context, recordIds);
      await removePending(trx, { changesetId, recordIds });
      return recordIds.length === BATCH;
    });
  }
}

/**
 * Builds the whole index again, a batch at a time while search goes on; rows of records that are gone are removed.
 * Doing it twice changes nothing. Returns how many records were read.
 */
export async function reindex(
  context: ProjectionContext,
  report: (done: number) => void = () => {},
): Promise<number> {
  let done = 0;
  for (let after = 0; ; ) {
    const ids = await context.db.transaction().execute(async (trx) => {
      await lockProjection(trx);
      const batch = await recordsAfter(trx, { after, limit: BATCH });
      await projectBatch(trx, context, batch);
      return batch;
    });
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
    done += ids.length;
    report(done);
  }
  await context.db.transaction().execute(async (trx) => {
    await lockProjection(trx);
    await recountLexicon(trx);
  });
  return done;
}

async function projectBatch(trx: Trx, context: ProjectionContext, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const projected = await readProjected(trx, context, ids);
  const before = await tokenCounts(trx, ids);
  const indexed = await indexRecords(trx, projected);
  const kept = new Set(projected.map(({ recordId }) => recordId));
  await deleteRows(
    trx,
    ids.filter((id) => !kept.has(id)),
  );
  await writeRows(trx, indexed);
  await addFrequencies(trx, changedCounts(before, indexed));
  await writeFacetValues(
    trx,
    projected.flatMap(({ facetValues }) => facetValues),
  );
}

async function readProjected(
  trx: Trx,
  terms: Terminology,
  ids: readonly number[],
): Promise<ProjectedRecord[]> {
  const sources = await readSources(trx, ids);
  const codes = placeCodes(sources.flatMap(({ body }) => body.fields.place ?? []));
  const gazetteer = await readGazetteer(trx, codes);
  return sources.map((source) => projectRecord(recordView(source, { terms, gazetteer })));
}

async function indexRecords(trx: Trx, projected: readonly ProjectedRecord[]): Promise<IndexedRecord[]> {
  const indexed: IndexedRecord[] = [];
  for (const [accessClass, records] of Map.groupBy(projected, (record) => record.accessClass)) {
    const lexemes = new Map(records.flatMap((record) => [...record.lexemes]));
    const ids = await ensureLexemes(trx, accessClass, lexemes);
    const idsOf = (keys: Iterable<string>) => [...keys].flatMap((key) => ids.get(key) ?? []);
    for (const record of records) {
      const tokens = [...idsOf(record.lexemes.keys()), ...record.wholeNames];
      indexed.push({ record, tokens, facets: idsOf(record.counted) });
    }
  }
  return indexed;
}

function changedCounts(
  before: ReadonlyMap<number, number>,
  indexed: readonly IndexedRecord[],
): Map<number, number> {
  const changes = new Map([...before].map(([token, n]) => [token, -n]));
  for (const { tokens } of indexed)
    for (const token of tokens) changes.set(token, (changes.get(token) ?? 0) + 1);
  return changes;
}
