import type { OccurrenceCertainty } from '#formats/lunar/index.ts';
import type { SearchState } from '../search/state.ts';
import type { Month } from './month.ts';

/** A festival on its days, in the language of the page. */
export interface FestivalEvent {
  pid: string;
  name: string;
  /** Set where the name is not in the language of the page. */
  nameLang?: string;
  /** The heritage that the festival belongs to, where it has a name of its own. */
  heritage?: string;
  href: string;
  start: number;
  end: number;
  startIso: string;
  endIso: string;
  dates: string;
  /** "13/1", "7/4 – 9/4" */
  lunar: string;
  status: OccurrenceCertainty;
  certainty: string;
  place?: string;
  ranks: string[];
}

/** Festivals under one date of the list. */
export interface DayGroup {
  id: string;
  heading: string;
  /** The same date in the other calendar. */
  other: string;
  /** What begins on the day. */
  events: FestivalEvent[];
  /** Short festivals that go on from the days before. */
  continuing: CellEvent[];
}

export interface CellEvent {
  event: FestivalEvent;
  /** Which of its days, from 1; festivals of one day have 1 of 1. */
  day: number;
  days: number;
}

export interface DayCell {
  iso: string;
  date: number;
  /** Lunar date in figures. */
  lunar: string;
  /** Names of day, and on the first of a lunar or Gregorian month of month and year, in the cycle of sixty. */
  dayName: string;
  monthName?: string;
  isToday: boolean;
  events: CellEvent[];
  hidden: number;
}

export interface MonthView {
  month: Month;
  id: string;
  name: string;
  caption: string;
  weeks: (DayCell | null)[][];
  /** Begun in an earlier month and still going on. */
  going: FestivalEvent[];
  groups: DayGroup[];
  total: number;
  /** Months with festivals before and after; given where this one has none. */
  nearest: MonthLink[];
}

export interface MonthLink {
  label: string;
  href: string;
  count?: number;
  isCurrent?: boolean;
}

interface FilterOption {
  value: string;
  label: string;
  count: number;
  chosen: boolean;
}

export interface FestivalFilter {
  key: string;
  label: string;
  any: string;
  options: FilterOption[];
}

/** A festival whose days no calendar computes. */
export interface UndatedFestival {
  name: string;
  nameLang?: string;
  href: string;
  /** The rule in words, Vietnamese as the source has it. */
  rule?: string;
  calendar?: string;
  place?: string;
}

/** Everything the calendar page shows. */
export interface FestivalView {
  state: SearchState;
  byLunar: boolean;
  title: string;
  /** Absent on the page of the months to come. */
  month?: Month;
  months: MonthView[];
  filters: FestivalFilter[];
  chips: { label: string; href: string }[];
  previous?: MonthLink;
  next?: MonthLink;
  year: { year: number; months: MonthLink[]; before?: string; after?: string };
  /** The year of a page whose days are past. */
  archive?: number;
  byWords: UndatedFestival[];
  unknown: UndatedFestival[];
  /** Festivals of the register without a recorded date, of how many. */
  undated: { count: number; total: number; href: string };
  feed: string;
}
