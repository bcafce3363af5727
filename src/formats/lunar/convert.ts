import { dayFromIso, isoFromDay, yearOfDay } from '#formats/dates/index.ts';
import { canChiDay } from './can-chi.ts';
import { marginDays, type Reliability, reliabilityOf } from './certainty.ts';
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, type LunarMonth, type YearTable } from './months.ts';
import { type CalendarOptions, tableOfYear } from './tables.ts';

export interface LunarDay {
  year: number;
  month: number;
  day: number;
  /** True in the repeated (nhuận) month. */
  leap: boolean;
}

export interface LunarDate extends LunarDay, Reliability {
  kind: 'lunar-date';
  yearName: string;
  monthName: string;
  dayName: string;
}

export interface OutOfRange {
  kind: 'out-of-range';
  firstYear: number;
  lastYear: number;
}

export interface SolarDate extends Reliability {
  kind: 'date';
  day: number;
  iso: string;
  /** The day widened by the uncertainty of a back-computed date. */
  earliest: number;
  latest: number;
}

export interface NoSuchDay {
  kind: 'no-such-day';
  /** `leap-month-absent`: `leapMonth` says which month is repeated that year, if any. */
  reason: 'leap-month-absent' | 'month-absent' | 'day-beyond-month' | 'day-absent';
  leapMonth: number | null;
  /** Days of the month in question; null when the month itself does not exist. */
  monthLength: number | null;
}

export interface LunarYear extends Reliability {
  kind: 'lunar-year';
  year: number;
  yearName: string;
  firstDay: number;
  lastDay: number;
  leapMonth: number | null;
  months: readonly (LunarMonth & { name: string })[];
}

const OUT_OF_RANGE: OutOfRange = {
  kind: 'out-of-range',
  firstYear: FIRST_LUNAR_YEAR,
  lastYear: LAST_LUNAR_YEAR,
};

function tableOfDay(day: number, options?: CalendarOptions): YearTable | null {
  const guess = yearOfDay(day);
  for (const year of [guess, guess - 1]) {
    const table = tableOfYear(year, options);
    const first = table?.months[0];
    if (table && first && day >= first.firstDay && day < table.end) return table;
  }
  return null;
}

function lunarDateIn(table: YearTable, day: number): LunarDate | OutOfRange {
  const index = table.months.findLastIndex(({ firstDay }) => firstDay <= day);
  const month = table.months[index];
  if (!month) return OUT_OF_RANGE;
  return {
    kind: 'lunar-date',
    year: table.year,
    month: month.month,
    day: day - month.firstDay + 1,
    leap: month.leap,
    yearName: table.yearName,
    monthName: table.monthNames[index] ?? '',
    dayName: canChiDay(day),
    ...reliabilityOf({ day, lunarYear: table.year, source: table.source }),
  };
}

/** A Gregorian date (`YYYY-MM-DD` or a day number) in the Vietnamese lunar calendar. */
export function toLunar(
  date: string | number,
  options?: CalendarOptions,
): LunarDate | OutOfRange | { kind: 'not-a-date' } {
  const day = typeof date === 'number' ? date : dayFromIso(date);
  if (day === null || !Number.isSafeInteger(day)) return { kind: 'not-a-date' };
  // Where a sourced year and a computed one do not meet, the computed one answers for the days between them.
  const table = tableOfDay(day, options) ?? tableOfDay(day);
  return table ? lunarDateIn(table, day) : OUT_OF_RANGE;
}

function leapMonthOf(table: YearTable): number | null {
  return table.months.find(({ leap }) => leap)?.month ?? null;
}

function missing(reason: NoSuchDay['reason'], table: YearTable, monthLength: number | null): NoSuchDay {
  return { kind: 'no-such-day', reason, leapMonth: leapMonthOf(table), monthLength };
}

/** A Vietnamese lunar date in the Gregorian calendar. */
export function toSolar(date: LunarDay, options?: CalendarOptions): SolarDate | NoSuchDay | OutOfRange {
  const table = tableOfYear(date.year, options);
  if (!table) return OUT_OF_RANGE;
  const month = table.months.find(
    (candidate) => candidate.month === date.month && candidate.leap === date.leap,
  );
  if (!month) return missing(date.leap ? 'leap-month-absent' : 'month-absent', table, null);
  if (!Number.isInteger(date.day) || date.day < 1 || date.day > 30)
    return missing('day-absent', table, month.length);
  if (date.day > month.length) return missing('day-beyond-month', table, month.length);
  const day = month.firstDay + date.day - 1;
  const reliability = reliabilityOf({ day, lunarYear: table.year, source: table.source });
  const margin = marginDays(reliability);
  return {
    kind: 'date',
    day,
    iso: isoFromDay(day),
    earliest: day - margin,
    latest: day + margin,
    ...reliability,
  };
}

/** The months of a lunar year with their lengths and names. */
export function lunarYear(year: number, options?: CalendarOptions): LunarYear | OutOfRange {
  const table = tableOfYear(year, options);
  const firstDay = table?.months[0]?.firstDay;
  if (!table || firstDay === undefined) return OUT_OF_RANGE;
  return {
    kind: 'lunar-year',
    year,
    yearName: table.yearName,
    firstDay,
    lastDay: table.end - 1,
    leapMonth: leapMonthOf(table),
    months: table.months.map((month, index) => ({ ...month, name: table.monthNames[index] ?? '' })),
    ...reliabilityOf({ day: firstDay, lunarYear: year, source: table.source }),
  };
}

/** First and last day of a lunar year as day numbers; null outside 1200–2199. */
export function lunarYearInterval(year: number, options?: CalendarOptions): [number, number] | null {
  const table = lunarYear(year, options);
  return table.kind === 'lunar-year' ? [table.firstDay, table.lastDay] : null;
}
