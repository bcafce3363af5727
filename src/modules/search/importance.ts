import { mix32 } from './analysis.ts';
import { type RankLevel, rankLevels } from './facet-values.ts';
import type { RecordView } from './record-view.ts';

/** 0 is shown first. What the law or UNESCO puts highest, then what is ranked at all, then the rest. */
const IMPORTANCE: Readonly<Record<RankLevel, number>> = {
  unesco: 0,
  special: 0,
  national: 1,
  province: 2,
  none: 3,
};

/** Sources and events document heritage; they follow it. */
const SECONDARY_KINDS = new Set(['source', 'event']);
const LEAST = 4;
export const IMPORTANCES = [0, 1, 2, 3, LEAST] as const;

export function importanceOf(view: RecordView): number {
  const [highest] = rankLevels(view);
  const importance = IMPORTANCE[highest ?? 'none'];
  return importance === IMPORTANCE.none && SECONDARY_KINDS.has(view.source.kind) ? LEAST : importance;
}

/** The ranks of one importance are the numbers from `importance * 2^27` on. */
export const IMPORTANCE_BITS = 27;
const YEAR_BITS = 7;
const HASH_BITS = IMPORTANCE_BITS - YEAR_BITS;
const FIRST_YEAR = 1900;
const LAST_SORTED_BY_YEAR = 1;

export function ranksOfImportance(importance: number): { from: number; to: number } {
  return { from: importance * 2 ** IMPORTANCE_BITS, to: (importance + 1) * 2 ** IMPORTANCE_BITS };
}

/**
 * The static part of the order of results: importance, in the two highest groups the year of the first designation
 * (what was recognised first is best known), then a hash of the id. The hash spreads what was imported together, so
 * that reading the first rows of an importance meets the hits of any frequent word at an even pace.
 */
export function staticRank({
  id,
  importance,
  year,
}: {
  id: number;
  importance: number;
  year: number | null;
}): number {
  const hash = sampleHash(id);
  const start = importance * 2 ** IMPORTANCE_BITS;
  if (importance > LAST_SORTED_BY_YEAR) return start + (hash >>> (32 - IMPORTANCE_BITS));
  const lastYear = 2 ** YEAR_BITS - 1;
  const since = year === null ? lastYear : Math.min(lastYear, Math.max(0, year - FIRST_YEAR));
  return start + since * 2 ** HASH_BITS + (hash >>> (32 - HASH_BITS));
}

/** Which 64th of the records it belongs to. Taken from other bits than the rank, so that neither tells of the other. */
export function sampleOf(id: number): number {
  return sampleHash(id) & 63;
}

const sampleHash = (id: number): number => mix32(id + 0x9e3779b9);
