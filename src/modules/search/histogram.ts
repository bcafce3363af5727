import { dayFromCivil } from '#formats/dates/index.ts';
import { type Reader, visibleClasses } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { shareOf } from './counting.ts';
import type { DayRange } from './dating.ts';
import { type CountedRange, countRanges } from './histogram-queries.ts';
import { SHARE_OF } from './hit-queries.ts';
import { interpret } from './interpret.ts';
import type { SearchQuery } from './search-query.ts';

/** Years, both included; null is open, year 0 is 1 BCE. */
export interface Span {
  from: number | null;
  to: number | null;
}

/** Records that begin in these years. */
export interface Bucket extends Span {
  count: number;
  /** Of these, how many may also belong to a later bucket: their range does not end in this one. */
  uncertain: number;
  /** All that may belong here, whenever they begin: what the query finds with these years as `from` and `to`. */
  possible: number;
}

export interface Histogram {
  buckets: Bucket[];
  /** Hits of which no date is known; never left out. */
  unknown: number;
  isExact: boolean;
}

/**
 * Years before the first boundary share a bucket: prehistory is dated by millennia. A century begins with its year 1,
 * as "thế kỷ XV" is 1401–1500.
 */
const SCALES = {
  century: { first: -2999, last: 2101, step: 100 },
  decade: { first: 900, last: 2040, step: 10 },
} as const;

export type HistogramScale = keyof typeof SCALES;

/** The spans of a scale, from the open one before its first year to the open one after its last. */
export function spansOf(by: HistogramScale): Span[] {
  const { first, last, step } = SCALES[by];
  const starts = Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step);
  return [
    { from: null, to: first - 1 },
    ...starts.map((from) => ({ from, to: from === last ? null : from + step - 1 })),
  ];
}

/** When the hits of a query are from, per century or decade. Buckets that no hit may belong to are left out. */
export async function histogram(
  db: Db,
  reader: Reader,
  query: SearchQuery,
  { by }: { by: HistogramScale },
): Promise<Histogram> {
  const { ranges, factor } = await rangesOf(db, reader, query);
  const buckets = spansOf(by).map((span): Bucket => {
    const days = daysOf(span);
    const beginning = ranges.filter((range) => begins(range, days));
    return {
      ...span,
      count: sum(beginning) * factor,
      uncertain: sum(beginning.filter((range) => !ends(range, days))) * factor,
      possible: sum(ranges.filter((range) => touches(range, days))) * factor,
    };
  });
  return {
    buckets: buckets.filter(({ possible }) => possible > 0),
    unknown: sum(ranges.filter(isUnknown)) * factor,
    isExact: factor === 1,
  };
}

/** Years to count, and the wider ones that a record must lie in to belong here for certain. */
export interface PeriodSpan extends Span {
  within?: Span;
}

export interface SpanCount {
  /** Records whose whole range lies in the span. */
  certain: number;
  /** All whose range touches it: what the query finds with the span as `from` and `to`. */
  possible: number;
}

export interface TimeSpans {
  counts: SpanCount[];
  unknown: number;
  isExact: boolean;
}

/** The hits of a query per span of the caller, in the caller's order; spans may overlap. */
export async function countSpans(
  db: Db,
  reader: Reader,
  query: SearchQuery,
  spans: readonly PeriodSpan[],
): Promise<TimeSpans> {
  const { ranges, factor } = await rangesOf(db, reader, query);
  return {
    counts: spans.map((span) => {
      const touching = ranges.filter((range) => touches(range, daysOf(span)));
      const inside = touching.filter((range) => liesIn(range, daysOf(span.within ?? span)));
      return { certain: sum(inside) * factor, possible: sum(touching) * factor };
    }),
    unknown: sum(ranges.filter(isUnknown)) * factor,
    isExact: factor === 1,
  };
}

async function rangesOf(
  db: Db,
  reader: Reader,
  query: SearchQuery,
): Promise<{ ranges: CountedRange[]; factor: number }> {
  const classes = await visibleClasses(db, reader);
  const { attempt, counted } = await interpret(db, { query, classes });
  const { cover: clause, scope } = attempt;
  const share = shareOf(counted);
  return { ranges: await countRanges(db, { clause, scope, share }), factor: SHARE_OF[share] };
}

function daysOf({ from, to }: Span): DayRange {
  return {
    earliest: from === null ? null : dayFromCivil({ year: from, month: 1, day: 1 }),
    latest: to === null ? null : dayFromCivil({ year: to, month: 12, day: 31 }),
  };
}

const isUnknown = ({ earliest, latest }: DayRange): boolean => earliest === null && latest === null;
const first = ({ earliest }: DayRange): number => earliest ?? Number.NEGATIVE_INFINITY;
const last = ({ latest }: DayRange): number => latest ?? Number.POSITIVE_INFINITY;

/** A record without a first day begins in the open span before all others. */
const begins = (range: DayRange, span: DayRange): boolean =>
  !isUnknown(range) && first(range) >= first(span) && first(range) <= last(span);
const ends = (range: DayRange, span: DayRange): boolean => range.latest !== null && last(range) <= last(span);
const liesIn = (range: DayRange, span: DayRange): boolean =>
  begins(range, span) && ends(range, span) && range.earliest !== null;
/** As `from` and `to` of a query do it: an open end does not exclude. */
const touches = (range: DayRange, span: DayRange): boolean =>
  !isUnknown(range) && first(range) <= last(span) && last(range) >= first(span);

const sum = (ranges: readonly CountedRange[]): number =>
  ranges.reduce((total, { count }) => total + count, 0);
