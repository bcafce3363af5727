import { canChiYear, yearCycleIndex } from '#formats/lunar/index.ts';
import type { EraRow } from './era-names.ts';
import type { EraStep } from './outcome.ts';
import type { EraQuery } from './query.ts';

/** One lunar year that the text can mean, with the row that it was counted in. */
export interface CandidateYear {
  row: EraRow;
  lunarYear: number;
  steps: EraStep[];
}

export function eraStep({ dynasty, ruler, era, start, end }: EraRow): EraStep {
  return { step: 'era', dynasty, ruler, era, start, end };
}

type Rule = 'accession' | 'next';
const RULES: Readonly<Record<NonNullable<EraRow['yearOne']>, readonly Rule[]>> = {
  accession: ['accession'],
  next: ['next'],
  either: ['accession', 'next'],
};

function rulesOf(row: EraRow): readonly Rule[] {
  return RULES[row.yearOne ?? 'accession'];
}

function firstYear(row: EraRow, rule: Rule): number {
  return rule === 'next' ? row.start + 1 : row.start;
}

/** The highest number that a year of the era could have. */
export function eraLength(row: EraRow): number {
  return Math.max(...rulesOf(row).map((rule) => row.end - firstYear(row, rule) + 1));
}

function yearsOfEra(row: EraRow, n: number): CandidateYear[] {
  return rulesOf(row).flatMap((rule) => {
    const lunarYear = firstYear(row, rule) + n - 1;
    if (n < 1 || lunarYear > row.end) return [];
    const step: EraStep = { step: 'era-year', n, lunarYear, yearName: canChiYear(lunarYear), rule };
    return [{ row, lunarYear, steps: [eraStep(row), step] }];
  });
}

/** Consecutive eras of one ruler, or all rulers of one dynasty, as one row without an era name. */
export function mergeRows(rows: readonly EraRow[], by: 'ruler' | 'dynasty'): EraRow[] {
  const groups = Map.groupBy(rows, (row) => (by === 'ruler' ? `${row.dynasty}\n${row.ruler}` : row.dynasty));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const group = [first, ...others];
    const [start, end] = [
      Math.min(...group.map((row) => row.start)),
      Math.max(...group.map((row) => row.end)),
    ];
    const ruler = by === 'ruler' ? first.ruler : '';
    return { dynasty: first.dynasty, ruler, era: '', eraHan: '', start, end };
  });
}

/** A year counted from the beginning of a reign, when only the ruler is named. */
function yearsOfReign(rows: readonly EraRow[], n: number): CandidateYear[] {
  return mergeRows(rows, 'ruler').flatMap((row) => {
    const lunarYear = row.start + n - 1;
    if (n < 1 || lunarYear > row.end) return [];
    const step: EraStep = { step: 'reign-year', n, lunarYear, yearName: canChiYear(lunarYear) };
    return [{ row, lunarYear, steps: [eraStep(row), step] }];
  });
}

export function numberedYears(query: EraQuery, n: number): CandidateYear[] {
  return query.named === 'era'
    ? query.rows.flatMap((row) => yearsOfEra(row, n))
    : yearsOfReign(query.rows, n);
}

function isNamed(query: EraQuery, row: EraRow, lunarYear: number): boolean {
  return lunarYear >= row.start && lunarYear <= row.end && yearCycleIndex(lunarYear) === query.cycleIndex;
}

/** Every year of the cycle name within the rows; a year in two rows (a change of era) is listed once. */
export function cycleYears(query: EraQuery): CandidateYear[] {
  const found = query.rows.flatMap((row) => {
    const years = Array.from({ length: row.end - row.start + 1 }, (_, index) => row.start + index);
    return years.filter((year) => isNamed(query, row, year)).map((lunarYear) => ({ row, lunarYear }));
  });
  const distinct = found.filter(
    (one, index) => found.findIndex(({ lunarYear }) => lunarYear === one.lunarYear) === index,
  );
  const lunarYears = distinct.map(({ lunarYear }) => lunarYear).sort((a, b) => a - b);
  return distinct.map(({ row, lunarYear }) => ({
    row,
    lunarYear,
    steps: [eraStep(row), { step: 'can-chi', name: canChiYear(lunarYear), lunarYears }],
  }));
}
