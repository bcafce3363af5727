import { yearOfDay } from '#formats/dates/index.ts';
import { countSpans, type SearchQuery } from '#modules/search/index.ts';
import { dayInVietnam } from '../days.ts';
import type { PageContext } from '../page-context.ts';
import { addressOf, firstValue, replacing, type SearchState, withoutKeys } from './state.ts';
import { timelineMessages } from './timeline-messages.ts';
import { type NamedSpan, namedSpans, TIMELINE_SCALES, type TimelineScale } from './timeline-scales.ts';

/** A stretch of time with its results; `href` narrows the search to it and finds exactly the possible ones. */
export interface TimelineBar {
  label: string;
  /** The name under the axis. */
  tick: string;
  href: string;
  certain: number;
  possible: number;
}

export interface SearchTimeline {
  scale: TimelineScale;
  scales: { name: TimelineScale; label: string; href: string }[];
  bars: TimelineBar[];
  /** Results without a date: outside of every stretch, never left out. */
  unknown: { count: number; href: string };
  isExact: boolean;
  /** The chosen years, for the form. */
  from: string;
  to: string;
  /** Leads back to all times, where years are chosen. */
  whole?: string;
}

/** Years of a query, both included. */
interface Years {
  from: number | null;
  to: number | null;
}

/** Up to so many years a chart by decades has no more bars than one by centuries of all times. */
const YEARS_OF_DECADES = 250;

/**
 * The results in time. As facets do with their own choice, the chart ignores the years of the query: it shows the
 * stretch they choose, and what has no date does not disappear with them.
 */
export async function timelineOf(
  { portal, reader, lang }: PageContext,
  { query, state }: { query: SearchQuery; state: SearchState },
): Promise<SearchTimeline> {
  const { db } = portal.source;
  const year = Number(dayInVietnam(portal.now()).slice(0, 4));
  const years = yearsOf(query);
  const whole: SearchQuery = { ...query, days: { earliest: null, latest: null }, undated: false };
  const read = async (scale: TimelineScale) => {
    const all = namedSpans(scale, { lang, vocabularies: portal.vocabularies, year });
    const spans = all.flatMap((span) => within(span, years));
    const { counts, unknown, isExact } = await countSpans(db, reader, whole, spans);
    return { scale, unknown, isExact, bars: trimmed(barsOf(state, spans, counts)) };
  };
  const asked = TIMELINE_SCALES.find((scale) => scale === firstValue(state, 'by'));
  const { scale, bars, unknown, isExact } = await read(asked ?? fitting(years));
  const open = withoutKeys(state, ['from', 'to', 'after', 'before']);
  return {
    scale,
    scales: TIMELINE_SCALES.map((name) => ({
      name,
      label: timelineMessages[lang].scales[name],
      href: addressOf(replacing(state, 'by', name)),
    })),
    bars,
    unknown: { count: unknown, href: addressOf({ ...open, pairs: [...open.pairs, ['from', 'unknown']] }) },
    isExact,
    from: years.from === null ? '' : String(years.from),
    to: years.to === null ? '' : String(years.to),
    ...(open.pairs.length < state.pairs.length ? { whole: addressOf(open) } : {}),
  };
}

function yearsOf({ days }: SearchQuery): Years {
  const yearOf = (day: number | null) => (day === null ? null : yearOfDay(day));
  return { from: yearOf(days.earliest), to: yearOf(days.latest) };
}

/** Few years are seen better by decade. */
function fitting({ from, to }: Years): TimelineScale {
  return from !== null && to !== null && to - from <= YEARS_OF_DECADES ? 'decade' : 'century';
}

/** The part of a span that lies in the chosen years. */
function within(span: NamedSpan, { from, to }: Years): NamedSpan[] {
  const first = later(span.from, from);
  const last = earlier(span.to, to);
  if (first !== null && last !== null && first > last) return [];
  return [{ ...span, from: first, to: last, within: span.within ?? { from: span.from, to: span.to } }];
}

const later = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.max(a, b));
const earlier = (a: number | null, b: number | null) =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

type Counts = readonly { certain: number; possible: number }[];

function barsOf(state: SearchState, spans: readonly NamedSpan[], counts: Counts): TimelineBar[] {
  return spans.map(({ label, tick, from, to }, at) => {
    const narrowed = replacing(
      replacing(state, 'from', from === null ? '' : String(from)),
      'to',
      to === null ? '' : String(to),
    );
    const { certain = 0, possible = 0 } = counts[at] ?? {};
    return { label, tick, href: addressOf(narrowed), certain, possible };
  });
}

/** Without the empty stretches at both ends; those between stay, for time runs on. */
function trimmed(bars: readonly TimelineBar[]): TimelineBar[] {
  const isFilled = ({ possible }: TimelineBar) => possible > 0;
  return bars.slice(Math.max(0, bars.findIndex(isFilled)), bars.findLastIndex(isFilled) + 1);
}
