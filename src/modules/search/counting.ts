import type { Db } from '#platform/db/index.ts';
import type { Clause } from './clause.ts';
import { type CountedHits, countHits, type Scope, SHARE_OF, type Share } from './hit-queries.ts';
import type { Lexicon } from './lexicon.ts';

/** Up to so many hits every answer is exact. */
const EXACT_LIMIT = 20_000;

/**
 * Hits in one 64th of the rows from which on the total is surely above the limit. At exactly 20,000 hits 312 are
 * expected with a standard deviation of 18; this is more than six deviations higher.
 */
const PROBE_LIMIT = 430;
/** From here on the 64th alone is a large enough sample. */
const LARGE_PROBE = 2_000;

export interface Counting {
  clause: Clause;
  scope: Scope;
  lexicon: Lexicon;
  /** The reader asked for the exact answer, however long it takes. */
  exact: boolean;
}

export interface Counted extends CountedHits {
  /** Each counted row stands for so many. */
  factor: number;
}

/** Whole names have no entry in the lexicon; so many records hardly share one. */
const SHARING_A_NAME = 1_000;

/** The most rows that a clause can have; for one that asks for a whole name, as many as may be expected. */
export function atMost({ must }: Clause, lexicon: Lexicon): number {
  if (must.length === 0) return 0;
  return Math.min(...must.map((ids) => (ids.some((id) => id < 0) ? SHARING_A_NAME : lexicon.frequency(ids))));
}

/** Counts hits and facet values: all of them up to the limit, those of a sample beyond it. */
export async function countSome(db: Db, { clause, scope, lexicon, exact }: Counting): Promise<Counted> {
  if (atMost(clause, lexicon) === 0) return { count: 0, facets: new Int32Array(), factor: 1 };
  const read = async (share: Share) => ({
    ...(await countHits(db, { clause, scope, share })),
    factor: SHARE_OF[share],
  });
  if (exact || atMost(clause, lexicon) <= EXACT_LIMIT) return await read('all');
  const probe = await read('sixty-fourth');
  if (probe.count >= LARGE_PROBE) return probe;
  return await read(probe.count <= PROBE_LIMIT ? 'all' : 'sixteenth');
}

/** The share of the rows that a counting has read. */
export function shareOf({ factor }: Counted): Share {
  return SHARES.find((share) => SHARE_OF[share] === factor) ?? 'all';
}

const SHARES: readonly Share[] = ['all', 'sixteenth', 'sixty-fourth'];
