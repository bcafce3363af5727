import { type EvidenceBits, isApplied, isDigitised, LEVELS, type Level, levelOf } from './evidence.ts';
import type { Departure } from './item-queries.ts';
import type { FrozenList } from './lists-queries.ts';
import type { Target } from './targets.ts';

/** Items of one cell. `listed` = those that count = digitised and not digitised; those that left are beside it. */
export interface Tally {
  listed: number;
  digitised: number;
  applied: number;
  levels: Record<Level | 'below', number>;
  gone: Record<Departure, number>;
}

/** Rows as the database groups them: how many items of a target share a place, a part and their evidence. */
export interface GroupedItems {
  target: string;
  /** Set on the rows of the whole nation, null on those of provinces. */
  part: string | null;
  /** Code of the province; null where none is known, and on the rows of the whole nation. */
  province: string | null;
  bits: EvidenceBits;
  gone: Departure | null;
  items: number;
}

export interface TargetProgress {
  target: Target;
  list: FrozenList | null;
  /** Each item once, however many provinces it lies in. */
  total: Tally;
  parts: Map<string, Tally>;
  /** By code of the province, '' where none is known; an item of several provinces is in each of them. */
  provinces: Map<string, Tally>;
  /** In the population of today, but not on the list. */
  outside: number;
}

function emptyTally(): Tally {
  const levels = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
  return {
    listed: 0,
    digitised: 0,
    applied: 0,
    levels: { below: 0, ...levels },
    gone: { withdrawn: 0, merged: 0, revoked: 0 },
  };
}

function add(tally: Tally, { requirement }: Target, { bits, gone, items }: GroupedItems): void {
  if (gone !== null) {
    tally.gone[gone] += items;
    return;
  }
  tally.listed += items;
  tally.levels[levelOf(bits) ?? 'below'] += items;
  if (requirement === null) return;
  if (isDigitised(bits, requirement)) tally.digitised += items;
  if (isApplied(bits, requirement)) tally.applied += items;
}

function tallyIn(tallies: Map<string, Tally>, key: string): Tally {
  const tally = tallies.get(key) ?? emptyTally();
  tallies.set(key, tally);
  return tally;
}

/** The numbers of one target out of the grouped rows of all. */
export function progressOf(
  target: Target,
  { rows, list, outside }: { rows: readonly GroupedItems[]; list: FrozenList | null; outside: number },
): TargetProgress {
  const progress: TargetProgress = {
    target,
    list,
    total: emptyTally(),
    parts: new Map(target.parts.map(({ id }) => [id, emptyTally()])),
    provinces: new Map(),
    outside,
  };
  for (const row of rows.filter((one) => one.target === target.id)) {
    if (row.part === null) add(tallyIn(progress.provinces, row.province ?? ''), target, row);
    else {
      add(progress.total, target, row);
      add(tallyIn(progress.parts, row.part), target, row);
    }
  }
  return progress;
}

/** Whether a share of the target can be told: it has a list that was frozen and is not empty. */
export function hasDenominator({ target, list, total }: TargetProgress): boolean {
  return target.measure === 'share' && list !== null && total.listed > 0;
}
