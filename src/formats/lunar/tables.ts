import { dayFromIso } from '#formats/dates/index.ts';
import { computedYear, type LunarMonth, type YearTable, yearTable } from './months.ts';

/** A calendar as a court or region really used it, from a published source, year by year. */
export interface SourcedCalendar {
  /** Citation of the almanac or study, shown with every result. */
  source: string;
  years: readonly SourcedYear[];
}

export interface SourcedYear {
  year: number;
  /** In order, without gaps; `start` is `YYYY-MM-DD`, proleptic Gregorian. */
  months: readonly { month: number; leap: boolean; start: string; length: number }[];
}

export interface CalendarOptions {
  /** Sourced calendars; where one has the year it replaces the computed one. The first match wins. */
  tables?: readonly SourcedCalendar[];
}

const prepared = new WeakMap<SourcedCalendar, ReadonlyMap<number, YearTable>>();

function sourcedMonth(given: SourcedYear['months'][number]): LunarMonth | null {
  const firstDay = dayFromIso(given.start);
  return firstDay === null ? null : { month: given.month, leap: given.leap, firstDay, length: given.length };
}

function isContiguous(months: readonly LunarMonth[]): boolean {
  return months.every(({ firstDay, length }, index) => {
    const next = months[index + 1];
    return (length === 29 || length === 30) && (next === undefined || firstDay + length === next.firstDay);
  });
}

/** A year with an impossible date, a gap or a month of other than 29 or 30 days is left to computation. */
function prepare(calendar: SourcedCalendar): ReadonlyMap<number, YearTable> {
  const known = prepared.get(calendar);
  if (known) return known;
  const years = new Map<number, YearTable>();
  for (const { year, months } of calendar.years) {
    const parsed = months.map(sourcedMonth).filter((month) => month !== null);
    const sound = parsed.length === months.length && parsed.length > 0 && isContiguous(parsed);
    if (sound) years.set(year, yearTable({ year, months: parsed, source: calendar.source }));
  }
  prepared.set(calendar, years);
  return years;
}

/** The table of a lunar year: sourced where a calendar has it, else computed; null outside 1200–2199. */
export function tableOfYear(year: number, options?: CalendarOptions): YearTable | null {
  for (const calendar of options?.tables ?? []) {
    const sourced = prepare(calendar).get(year);
    if (sourced) return sourced;
  }
  return computedYear(year);
}
