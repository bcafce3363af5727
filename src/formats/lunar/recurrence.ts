import { dayFromCivil, dayFromIso, isoFromDay, yearOfDay } from '#formats/dates/index.ts';
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, type LunarMonth, type YearTable } from './months.ts';
import {
  type GregorianRule,
  invalidField,
  type LunarRule,
  type OccurrenceCertainty,
  type RecurrenceRule,
  type RuleField,
  type YearOverride,
} from './recurrence-rule.ts';
import { type CalendarOptions, tableOfYear } from './tables.ts';

export interface Occurrence {
  year: number;
  /** First and last day as day numbers, and the same as dates. */
  start: number;
  end: number;
  startIso: string;
  endIso: string;
  certainty: OccurrenceCertainty;
  /** Held in the repeated month. */
  leap: boolean;
  /** Day 30 was asked for in a month of 29 days and moved to day 29. */
  shortened: boolean;
}

export type OccurrencesOutcome =
  | { kind: 'occurrences'; items: Occurrence[] }
  | { kind: 'invalid-rule'; field: RuleField };

type Computed = Pick<Occurrence, 'start' | 'end' | 'leap' | 'shortened'>;

function isDue({ everyYears = 1, anchorYear = 0 }: RecurrenceRule, year: number): boolean {
  return (year - anchorYear) % everyYears === 0;
}

function startMonths(rule: LunarRule, table: YearTable): LunarMonth[] {
  const named = table.months.filter(({ month }) => month === rule.month);
  if (rule.leap === 'both') return named;
  return rule.leap === 'leap' ? named.slice(-1) : named.slice(0, 1);
}

/** The end of a span lies in the same month, in a later one, or (when its number is smaller) in the next lunar year. */
function endMonthOf(rule: LunarRule, start: LunarMonth, tables: { own: YearTable; next: YearTable | null }) {
  const { endMonth = rule.month, endDay = rule.day } = rule;
  if (endMonth === rule.month && endDay >= rule.day) return start;
  const wraps = endMonth < rule.month || (endMonth === rule.month && endDay < rule.day);
  const candidates =
    (wraps ? tables.next : tables.own)?.months.filter(({ month }) => month === endMonth) ?? [];
  return rule.leap === 'regular' ? candidates[0] : candidates.at(-1);
}

function lunarOccurrences(rule: LunarRule, year: number, options?: CalendarOptions): Computed[] {
  const own = tableOfYear(year, options);
  if (!own) return [];
  const next = tableOfYear(year + 1, options);
  return startMonths(rule, own).flatMap((start) => {
    const last = endMonthOf(rule, start, { own, next });
    if (!last) return [];
    const endDay = rule.endDay ?? rule.day;
    return {
      start: start.firstDay + Math.min(rule.day, start.length) - 1,
      end: last.firstDay + Math.min(endDay, last.length) - 1,
      leap: start.leap,
      shortened: rule.day > start.length || endDay > last.length,
    };
  });
}

function gregorianOccurrences(rule: GregorianRule, year: number): Computed[] {
  const { month, day, endMonth = month, endDay = day } = rule;
  const wraps = endMonth < month || (endMonth === month && endDay < day);
  const start = dayFromCivil({ year, month, day });
  // 29 February does not exist in a common year and is not moved.
  if (isoFromDay(start).slice(-2) !== String(day).padStart(2, '0')) return [];
  const end = dayFromCivil({ year: wraps ? year + 1 : year, month: endMonth, day: endDay });
  return [{ start, end, leap: false, shortened: false }];
}

function computedOccurrences(rule: RecurrenceRule, year: number, options?: CalendarOptions): Computed[] {
  if (rule.type === 'lunar-vi') return lunarOccurrences(rule, year, options);
  return rule.type === 'gregorian' ? gregorianOccurrences(rule, year) : [];
}

function occurrence(year: number, certainty: OccurrenceCertainty, days: Computed): Occurrence {
  return { year, ...days, startIso: isoFromDay(days.start), endIso: isoFromDay(days.end), certainty };
}

function announcedDays({ start, end }: YearOverride): Computed | null {
  const first = start === undefined ? null : dayFromIso(start);
  if (first === null) return null;
  return {
    start: first,
    end: (end === undefined ? null : dayFromIso(end)) ?? first,
    leap: false,
    shortened: false,
  };
}

/** An announcement stands even in a year in which the rule alone would hold nothing. */
function occurrencesOfYear(rule: RecurrenceRule, year: number, options?: CalendarOptions): Occurrence[] {
  const announced = rule.overrides?.filter((override) => override.year === year) ?? [];
  const dated = announced.flatMap((override) => {
    const days = announcedDays(override);
    return days ? [occurrence(year, override.certainty, days)] : [];
  });
  if (dated.length > 0) return dated;
  const certainty = announced[0]?.certainty ?? 'computed';
  const computed = isDue(rule, year) ? computedOccurrences(rule, year, options) : [];
  return computed.map((days) => occurrence(year, certainty, days));
}

function yearsToTry(rule: RecurrenceRule, window: { from: number; to: number }): number[] {
  const announced = rule.overrides?.map(({ year }) => year) ?? [];
  if (rule.type === 'words' || rule.type === 'cham' || rule.type === 'khmer') return [...new Set(announced)];
  // A lunar year reaches into the next Gregorian one and a span may begin in the year before.
  const bounds = rule.type === 'lunar-vi' ? [FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR] : [-9999, 9999];
  const first = Math.max(yearOfDay(window.from) - 2, bounds[0] ?? 0);
  const last = Math.min(yearOfDay(window.to) + 1, bounds[1] ?? 0);
  const range = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return [...new Set([...range, ...announced])];
}

/** Occurrences of a rule that touch the days `from`–`to` (day numbers, both included), in order of their first day. */
export function occurrences(
  rule: RecurrenceRule,
  window: { from: number; to: number } & CalendarOptions,
): OccurrencesOutcome {
  const field = invalidField(rule);
  if (field !== null) return { kind: 'invalid-rule', field };
  const items = yearsToTry(rule, window)
    .flatMap((year) => occurrencesOfYear(rule, year, window))
    .filter(({ start, end }) => start <= window.to && end >= window.from)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return { kind: 'occurrences', items };
}
