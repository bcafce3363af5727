import type { Db } from '#platform/db/index.ts';
import { type BilingualValue, valuesOfIds } from './facet-queries.ts';

/** A label that was changed shows after this time at the latest; ids never change their meaning. */
const KEPT_MS = 60_000;
/** Values of holders and people can be many; what is asked for again is read again. */
const MOST_KEPT = 20_000;

interface Kept {
  since: number;
  byId: Map<number, BilingualValue>;
}

/** Every page shows the same few hundred values; reading them each time would be half of the work of a search. */
const keptOf = new WeakMap<Db, Kept>();

/** What ids of facet values stand for, remembered for a minute. */
export async function facetValues(db: Db, ids: readonly number[]): Promise<BilingualValue[]> {
  const { byId } = freshlyKept(db);
  const missing = ids.filter((id) => !byId.has(id));
  if (missing.length > 0) for (const value of await valuesOfIds(db, missing)) byId.set(value.id, value);
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function freshlyKept(db: Db): Kept {
  const now = performance.now();
  const kept = keptOf.get(db);
  if (kept && now - kept.since < KEPT_MS && kept.byId.size < MOST_KEPT) return kept;
  const fresh: Kept = { since: now, byId: new Map() };
  keptOf.set(db, fresh);
  return fresh;
}
