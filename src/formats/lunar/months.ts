import { dayFromCivil } from '#formats/dates/index.ts';
import { canChiMonth, canChiYear } from './can-chi.ts';
import { jdeOfLocalDay, lunationOnOrBefore, newMoonDay } from './new-moon.ts';
import { sunLongitude } from './sun.ts';

export const FIRST_LUNAR_YEAR = 1200;
export const LAST_LUNAR_YEAR = 2199;

export interface LunarMonth {
  month: number;
  leap: boolean;
  /** Day number (from 1970-01-01) of day 1. */
  firstDay: number;
  /** 29 or 30 days. */
  length: number;
}

/** One lunar year as stored: flat and frozen, so that a conversion is a look-up. */
export interface YearTable {
  year: number;
  yearName: string;
  months: readonly LunarMonth[];
  monthNames: readonly string[];
  /** Day after the last day of the year. */
  end: number;
  /** Name of the table of a court or region that the year comes from; null when it is computed. */
  source: string | null;
}

/** Half the width, in days, around 21 December in which the winter solstice (270°) falls from 1200 to 2200. */
const SOLSTICE_SLACK = 4;

/** Number 0–11 of the thirty-degree sign in which the Sun stands when a day begins at UTC+7. */
function signAtStart(day: number): number {
  return Math.floor(sunLongitude(jdeOfLocalDay(day)) / 30);
}

/** Day on which the Sun reaches 270°: the first whose following midnight sees sign 9. */
function winterSolsticeDay(year: number): number {
  let day = dayFromCivil({ year, month: 12, day: 21 }) - SOLSTICE_SLACK;
  while (signAtStart(day + 1) !== 9) day += 1;
  return day;
}

const eleventhMonths = new Map<number, number>();

/** Lunation of month 11, the month that holds the winter solstice of the Gregorian year. */
function lunationOfMonth11(year: number): number {
  const known = eleventhMonths.get(year);
  if (known !== undefined) return known;
  const lunation = lunationOnOrBefore(winterSolsticeDay(year));
  eleventhMonths.set(year, lunation);
  return lunation;
}

/** A month without a principal term: the Sun begins it and the next month in one and the same sign. */
function hasNoPrincipalTerm(lunation: number): boolean {
  return signAtStart(newMoonDay(lunation)) === signAtStart(newMoonDay(lunation + 1));
}

/** The months from month 11 of `year − 1` to month 10 of `year`, the span in which the leap rule works. */
function solsticeYear(year: number): LunarMonth[] {
  const first = lunationOfMonth11(year - 1);
  const count = lunationOfMonth11(year) - first;
  const lunations = Array.from({ length: count }, (_, index) => first + index);
  // Thirteen months between two solstices: the first one without a principal term repeats its predecessor.
  const leap = count === 13 ? lunations.slice(1).find(hasNoPrincipalTerm) : undefined;
  return lunations.map((lunation, index) => {
    const ordinal = leap !== undefined && lunation >= leap ? index - 1 : index;
    const firstDay = newMoonDay(lunation);
    const length = newMoonDay(lunation + 1) - firstDay;
    return { month: ((ordinal + 10) % 12) + 1, leap: lunation === leap, firstDay, length };
  });
}

function computeYear(year: number): YearTable {
  const early = solsticeYear(year);
  const late = solsticeYear(year + 1);
  const from = early.findIndex(({ month }) => month === 1);
  const to = late.findIndex(({ month }) => month === 1);
  return yearTable({ year, months: [...early.slice(from), ...late.slice(0, to)], source: null });
}

export function yearTable(given: {
  year: number;
  months: readonly LunarMonth[];
  source: string | null;
}): YearTable {
  const { year, months, source } = given;
  const last = months.at(-1);
  return {
    year,
    yearName: canChiYear(year),
    months,
    monthNames: months.map(({ month }) => canChiMonth(year, month)),
    end: last ? last.firstDay + last.length : 0,
    source,
  };
}

const computed = new Map<number, YearTable>();

/** The astronomical year at UTC+7, computed once; null outside 1200–2199. */
export function computedYear(year: number): YearTable | null {
  if (!Number.isInteger(year) || year < FIRST_LUNAR_YEAR || year > LAST_LUNAR_YEAR) return null;
  const known = computed.get(year);
  if (known) return known;
  const table = computeYear(year);
  computed.set(year, table);
  return table;
}
