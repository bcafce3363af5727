import type { EraRow, NameKind } from './era-names.ts';

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** What a text says about a date in the court calendar, before it is looked up. */
export interface EraQuery {
  /** Rows that fit every name in the text. */
  rows: readonly EraRow[];
  /** The most precise kind of name that was given; null when the text names nothing. */
  named: NameKind | null;
  yearNumber: number | null;
  /** Position in the sixty-year cycle, 0 is Giáp Tý; NaN for a pair that does not exist. */
  cycleIndex: number | null;
  month: number | null;
  leap: boolean;
  day: number | null;
  season: Season | null;
  /** Which third of the season, 1–3 (mạnh, trọng, quý). */
  seasonMonth: number | null;
  /** A Gregorian year written beside it. */
  statedYear: number | null;
  approximate: boolean;
  /** Words that were not understood. */
  rest: string[];
}

export function emptyQuery(): EraQuery {
  return {
    rows: [],
    named: null,
    yearNumber: null,
    cycleIndex: null,
    month: null,
    leap: false,
    day: null,
    season: null,
    seasonMonth: null,
    statedYear: null,
    approximate: false,
    rest: [],
  };
}

/** The index 0–59 of a stem (0–9) and branch (0–11); NaN for a pair that no year bears, such as Giáp Sửu. */
export function cycleIndexOf(stem: number, branch: number): number {
  if ((stem - branch) % 2 !== 0) return Number.NaN;
  // Chinese remainder for 10 and 12: 6·stem − 5·branch is stem (mod 10) and branch (mod 12).
  return (((6 * stem - 5 * branch) % 60) + 60) % 60;
}

/** Rows common to all names; the era, when given, is more precise than the ruler and the ruler than the dynasty. */
export function combineNames(
  found: readonly { kinds: readonly NameKind[]; rows: readonly EraRow[] }[],
): Pick<EraQuery, 'rows' | 'named'> {
  const [first, ...others] = found;
  if (!first) return { rows: [], named: null };
  const rows = first.rows.filter((row) => others.every((other) => other.rows.includes(row)));
  const kinds = found.flatMap((name) => name.kinds);
  const named = (['era', 'ruler', 'dynasty'] as const).find((kind) => kinds.includes(kind)) ?? null;
  return { rows, named };
}
