import { dayFromCivil, isoFromDay } from '#formats/dates/index.ts';
import { type CalendarOptions, type LunarYear, lunarYear, toSolar } from '#formats/lunar/index.ts';
import type { EraRefusal, EraStep } from './outcome.ts';
import type { EraQuery, Season } from './query.ts';

/** Days of one candidate with what the calendar says of their reliability. */
export interface LunarSpan {
  kind: 'span';
  earliest: number;
  latest: number;
  edtf: string;
  steps: EraStep[];
  computed: boolean;
  retro: boolean;
  uncertaintyDays: number;
  uncertaintyMonths: number;
}

type Failure =
  | { kind: 'failure'; reason: 'no-such-month'; lunarYear: number; leapMonth: number | null }
  | { kind: 'failure'; reason: 'no-such-day'; lunarYear: number; monthLength: number };

export type SpanOutcome = LunarSpan | Failure;

const FIRST_MONTH: Readonly<Record<Season, number>> = { spring: 1, summer: 4, autumn: 7, winter: 10 };
/** Tết has fallen between these days of the proleptic Gregorian calendar in every year of 1200–2199, with a margin. */
const EARLIEST_NEW_YEAR = { month: 1, day: 15 };
const LATEST_YEAR_END = { month: 2, day: 25 };

function span(from: number, to: number, year: LunarYear, steps: EraStep[]): LunarSpan {
  const { basis, source, retro, uncertaintyDays, uncertaintyMonths } = year;
  return {
    kind: 'span',
    earliest: from,
    latest: to,
    edtf: from === to ? isoFromDay(from) : `${isoFromDay(from)}/${isoFromDay(to)}`,
    steps: [...steps, { step: 'calendar', basis, source, retro }],
    computed: true,
    retro,
    uncertaintyDays,
    uncertaintyMonths,
  };
}

/** Before the computed calendar begins: from the earliest possible Tết to the latest possible eve of the next. */
function widestSpan(year: number): LunarSpan {
  const from = dayFromCivil({ year, ...EARLIEST_NEW_YEAR });
  const to = dayFromCivil({ year: year + 1, ...LATEST_YEAR_END });
  return {
    kind: 'span',
    earliest: from,
    latest: to,
    edtf: `${isoFromDay(from)}/${isoFromDay(to)}`,
    steps: [{ step: 'calendar-not-computed', lunarYear: year }],
    computed: false,
    retro: true,
    uncertaintyDays: 0,
    uncertaintyMonths: 0,
  };
}

/** Months from the first to the last given one, with a leap month that stands among or after them. */
function monthsSpan(year: LunarYear, months: readonly number[], steps: EraStep[]): LunarSpan {
  const inside = year.months.filter(({ month }) => months.includes(month));
  const last = inside.at(-1);
  return span(
    inside[0]?.firstDay ?? year.firstDay,
    last ? last.firstDay + last.length - 1 : year.lastDay,
    year,
    steps,
  );
}

function noSuchMonth({ year, leapMonth }: LunarYear): Failure {
  return { kind: 'failure', reason: 'no-such-month', lunarYear: year, leapMonth };
}

function monthSpan(year: LunarYear, query: EraQuery, month: number): SpanOutcome {
  const found = year.months.find((candidate) => candidate.month === month && candidate.leap === query.leap);
  if (!found) return noSuchMonth(year);
  const step: EraStep = { step: 'lunar-month', month, leap: query.leap };
  return span(found.firstDay, found.firstDay + found.length - 1, year, [step]);
}

function daySpan(
  year: LunarYear,
  date: { month: number; leap: boolean; day: number },
  options?: CalendarOptions,
): SpanOutcome {
  const solar = toSolar({ year: year.year, ...date }, options);
  if (solar.kind !== 'date') {
    const monthLength = solar.kind === 'no-such-day' ? solar.monthLength : null;
    if (monthLength === null) return noSuchMonth(year);
    return { kind: 'failure', reason: 'no-such-day', lunarYear: year.year, monthLength };
  }
  const steps: EraStep[] = [
    { step: 'lunar-month', month: date.month, leap: date.leap },
    { step: 'lunar-day', day: date.day },
  ];
  return span(solar.day, solar.day, year, steps);
}

function seasonSpan(year: LunarYear, season: Season, third: number | null): LunarSpan {
  const first = FIRST_MONTH[season];
  const months = third === null ? [first, first + 1, first + 2] : [first + third - 1];
  return monthsSpan(year, months, [{ step: 'season', season, months }]);
}

/** The days of a lunar year, or of the month, day or season of it that the text names. */
export function lunarSpan(lunarYearNumber: number, query: EraQuery, options?: CalendarOptions): SpanOutcome {
  const year = lunarYear(lunarYearNumber, options);
  if (year.kind === 'out-of-range') return widestSpan(lunarYearNumber);
  const { month, leap, day, season } = query;
  if (month !== null && day !== null) return daySpan(year, { month, leap, day }, options);
  if (month !== null) return monthSpan(year, query, month);
  return season === null
    ? span(year.firstDay, year.lastDay, year, [])
    : seasonSpan(year, season, query.seasonMonth);
}

export function refusalOf(verbatim: string, failure: Failure): EraRefusal {
  return { ...failure, kind: 'refused', verbatim };
}
