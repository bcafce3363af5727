export { canChiDay, canChiHour, canChiMonth, canChiYear, yearCycleIndex } from './can-chi.ts';
export type { LunarDate, LunarDay, LunarYear, NoSuchDay, OutOfRange, SolarDate } from './convert.ts';
export { lunarYear, lunarYearInterval, toLunar, toSolar } from './convert.ts';
export type { Occurrence, OccurrencesOutcome } from './recurrence.ts';
export { occurrences } from './recurrence.ts';
export type { OccurrenceCertainty, RecurrenceRule, YearOverride } from './recurrence-rule.ts';
export type { CalendarOptions, SourcedCalendar } from './tables.ts';
