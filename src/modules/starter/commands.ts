import type { TerritoryMap } from '#formats/geo/index.ts';
import { actorId } from '#modules/access/index.ts';
import { adminUnits, type LoadedUnits, loadAdminUnits } from '#modules/places/index.ts';
import { openProgramme } from '#modules/programme/index.ts';
import {
  applyChangeset,
  type ChangesetOutcome,
  type Context,
  type Operation,
  type Problem,
  type Projection,
} from '#modules/registry/index.ts';
import { inOrder, starterChanges } from './changes.ts';
import { readStarterData, type StarterData, starterRelease } from './data.ts';
import { newerChanges } from './known.ts';
import { type Knowledge, planRecords } from './plan.ts';
import { knownStarter, loadedReleases } from './queries.ts';
import { type StrayPoint, strayPoints } from './stray-points.ts';
import { unitRows } from './units.ts';

export interface StarterContext extends Knowledge {
  /** Who acts is not asked: starter data is loaded by the actor `bootstrap`. */
  registry: Omit<Context, 'actorId'>;
  map: Pick<TerritoryMap, 'provinces' | 'archipelagos'>;
}

/** What the changeset did, or would do: records by what became of them, and other things by their kind. */
type StarterCounts = Extract<ChangesetOutcome, { kind: 'applied' }>['counts'];

interface Told {
  release: string;
  counts: StarterCounts;
  units: LoadedUnits;
  /** Points outside their stated province: loaded as found, to be checked by a person. */
  strayPoints: StrayPoint[];
}

export type StarterOutcome =
  | ({ kind: 'loaded'; changesetId: number } & Told)
  /** Another release was loaded before; this one would do that, and waits to be asked for. */
  | ({ kind: 'offered' } & Told)
  | { kind: 'up-to-date'; release: string }
  | { kind: 'refused'; release: string; problems: Problem[] };

export interface StarterOptions {
  /** Load a newer release on top of an earlier one instead of offering it. */
  upgrade?: boolean;
}

/**
 * Brings the dataset of a directory into the registry in one changeset and one transaction: all of it or nothing. A
 * release that was loaded is not looked at again; a newer one adds what is new and touches no record that a person
 * has edited.
 */
export async function loadStarter(
  context: StarterContext,
  dataDir: string,
  options: StarterOptions = {},
): Promise<StarterOutcome> {
  const outcome = await loadRelease(context, dataDir, options);
  if (outcome.kind === 'loaded' || outcome.kind === 'up-to-date')
    await openLists(context.registry, outcome.release);
  return outcome;
}

/** Also when nothing was loaded: a program that was killed just before makes up for it at its next start. */
async function openLists(
  { db, now = () => new Date() }: StarterContext['registry'],
  release: string,
): Promise<void> {
  const evidence = `Dữ liệu khởi tạo ${release}; chưa có văn bản chốt danh mục`;
  await openProgramme({ db, actorId: await actorId(db, 'bootstrap'), now }, evidence);
}

async function loadRelease(
  context: StarterContext,
  dataDir: string,
  { upgrade = false }: StarterOptions,
): Promise<StarterOutcome> {
  const { db } = context.registry;
  const release = await starterRelease(dataDir);
  const loaded = await loadedReleases(db);
  if (loaded.includes(keyOf(release))) return { kind: 'up-to-date', release };
  const data = await readStarterData(dataDir);
  const changes = starterChanges(data, planRecords(data, context));
  const operations = loaded.length === 0 ? inOrder(changes) : newerChanges(changes, await knownStarter(db));
  return await load(context, { data, operations, dryRun: loaded.length > 0 && !upgrade });
}

const keyOf = (release: string): string => `starter:${release}`;

interface Load {
  data: StarterData;
  operations: Operation[];
  dryRun: boolean;
}

async function load(context: StarterContext, { data, operations, dryRun }: Load): Promise<StarterOutcome> {
  const { release } = data;
  const units = unitsBeside(data);
  const outcome = await applyChangeset(
    {
      ...context.registry,
      actorId: await actorId(context.registry.db, 'bootstrap'),
      projections: [units, ...context.registry.projections],
    },
    { kind: 'starter', key: keyOf(release), reason: `Dữ liệu khởi tạo ${release}`, dryRun, operations },
  );
  const told = { release, units: units.loaded, strayPoints: strayPoints(data, context.map) };
  switch (outcome.kind) {
    case 'applied':
      return { kind: 'loaded', changesetId: outcome.changesetId, counts: outcome.counts, ...told };
    case 'checked':
      return { kind: 'offered', counts: outcome.counts, ...told };
    case 'refused':
      return { kind: 'refused', release, problems: outcome.problems };
    // Another process loaded the same release meanwhile; without a key nothing would be kept, and this has one.
    case 'repeated':
    case 'unchanged':
      return { kind: 'up-to-date', release };
  }
}

/** Administrative units go in beside the records, in the same transaction, before anything that reads them. */
function unitsBeside(data: StarterData): Projection & { loaded: LoadedUnits } {
  const beside = {
    loaded: { units: 0, types: 0, successions: 0 },
    recordsChanged: async (trx: Parameters<Projection['recordsChanged']>[0]) => {
      beside.loaded = await loadAdminUnits(trx, adminUnits(unitRows(data)));
    },
  };
  return beside;
}
