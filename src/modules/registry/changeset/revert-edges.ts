import type { Trx } from '#platform/db/index.ts';
import { watchHierarchy } from '../relation/relations.ts';
import type { VoidableThing } from '../tables.ts';
import { hierarchyCandidates, recordsBehind } from './edge-store.ts';
import { refuseObstacles } from './revert-obstacles.ts';
import { blockedRestores } from './revert-store.ts';
import { type Effects, effectsOn, restoreThings, voidThings } from './void-store.ts';
import { countChange, markChanged, type Writing } from './writing.ts';

// Members last: they come back to designations that are back.
const THINGS = ['alias', 'relation', 'decision', 'designation', 'member'] as const satisfies VoidableThing[];

export interface EdgeEffects {
  effects: Record<VoidableThing, Effects>;
  /** The records whose public view these things are part of. */
  recordIds: number[];
}

export async function readEdgeEffects(trx: Trx, changesetId: number): Promise<EdgeEffects> {
  const effects = {
    alias: await effectsOn(trx, 'alias', changesetId),
    relation: await effectsOn(trx, 'relation', changesetId),
    decision: await effectsOn(trx, 'decision', changesetId),
    designation: await effectsOn(trx, 'designation', changesetId),
    member: await effectsOn(trx, 'member', changesetId),
  };
  const idsOf = ({ created, voided, restored }: Effects) => [...created, ...voided, ...restored];
  const recordIds = await recordsBehind(trx, {
    alias: idsOf(effects.alias),
    relation: idsOf(effects.relation),
    designation: idsOf(effects.designation),
    member: idsOf(effects.member),
  });
  return { effects, recordIds };
}

/** Voids what the changeset added, brings back what it voided. */
export async function revertEdges(writing: Writing, { effects, recordIds }: EdgeEffects): Promise<void> {
  const { trx, changesetId } = writing;
  for (const thing of THINGS) {
    const { created, restored } = effects[thing];
    const gone = await voidThings(trx, { thing, changesetId, ids: [...created, ...restored] });
    countChange(writing, 'voided', gone.length);
  }
  const voided = {
    alias: effects.alias.voided,
    relation: effects.relation.voided,
    decision: effects.decision.voided,
    designation: effects.designation.voided,
    member: effects.member.voided,
  };
  const blocked = await blockedRestores(trx, voided);
  if (blocked.length > 0) {
    refuseObstacles(writing, blocked);
    return;
  }
  for (const thing of THINGS) {
    const back = await restoreThings(trx, { thing, changesetId, ids: voided[thing] });
    countChange(writing, 'restored', back.length);
  }
  await watchRestored(writing, voided.relation);
  markChanged(writing, recordIds);
}

async function watchRestored(writing: Writing, relationIds: readonly number[]): Promise<void> {
  for (const { id, type } of await hierarchyCandidates(writing.trx, relationIds)) {
    watchHierarchy(writing, { id, type, operation: 0 });
  }
}
