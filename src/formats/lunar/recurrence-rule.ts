import { dayFromIso } from '#formats/dates/index.ts';

/** "Dự kiến theo âm lịch" · "Ban tổ chức xác nhận" · "Hoãn" · "Không tổ chức". */
export type OccurrenceCertainty = 'computed' | 'confirmed' | 'postponed' | 'cancelled';

/** What the organisers announced for one year (lunar year for a lunar rule, Gregorian year otherwise). */
export interface YearOverride {
  year: number;
  certainty: Exclude<OccurrenceCertainty, 'computed'>;
  /** `YYYY-MM-DD`; without them the computed days stay and only their certainty changes. */
  start?: string;
  end?: string;
}

interface RuleBase {
  /** Held every n years, counted from `anchorYear`. */
  everyYears?: number;
  anchorYear?: number;
  overrides?: readonly YearOverride[];
}

interface MonthAndDays {
  month: number;
  day: number;
  endMonth?: number;
  endDay?: number;
}

export interface LunarRule extends RuleBase, MonthAndDays {
  type: 'lunar-vi';
  /** In a year that repeats the month: keep the regular month, the leap month, or hold it twice. */
  leap: 'regular' | 'leap' | 'both';
}

export interface GregorianRule extends RuleBase, MonthAndDays {
  type: 'gregorian';
}

/** Rules of calendars that are not computed here: only the years announced in `overrides` occur. */
export interface WordsRule extends RuleBase {
  type: 'words' | 'cham' | 'khmer';
  text: string;
}

export type RecurrenceRule = LunarRule | GregorianRule | WordsRule;

export type RuleField = 'month' | 'day' | 'endMonth' | 'endDay' | 'anchorYear' | 'overrides';

/** The longest month of either calendar decides, so that 29 February is a valid rule (held in leap years only). */
const LONGEST = {
  'lunar-vi': Array<number>(12).fill(30),
  gregorian: [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
};

function within(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= max;
}

function invalidDays(rule: LunarRule | GregorianRule): RuleField | null {
  const { month, day, endMonth = month, endDay = day } = rule;
  if (!within(month, 12)) return 'month';
  if (!within(day, LONGEST[rule.type][month - 1] ?? 0)) return 'day';
  if (!within(endMonth, 12)) return 'endMonth';
  return within(endDay, LONGEST[rule.type][endMonth - 1] ?? 0) ? null : 'endDay';
}

function invalidOverride({ start, end }: YearOverride): boolean {
  const first = start === undefined ? null : dayFromIso(start);
  const last = end === undefined ? first : dayFromIso(end);
  if (start === undefined) return end !== undefined;
  return first === null || last === null || last < first;
}

/** The first field that makes the rule impossible; null for a sound rule. */
export function invalidField(rule: RecurrenceRule): RuleField | null {
  const { everyYears = 1, anchorYear } = rule;
  if (!within(everyYears, 1000) || (everyYears > 1 && !Number.isInteger(anchorYear))) return 'anchorYear';
  if (rule.overrides?.some(invalidOverride)) return 'overrides';
  return rule.type === 'lunar-vi' || rule.type === 'gregorian' ? invalidDays(rule) : null;
}
