import { dayFromIso } from '#formats/dates/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { dayInVietnam } from '../days.ts';
import type { PageContext } from '../page-context.ts';
import { addressOf, type SearchState, without } from '../search/state.ts';
import { type EventContext, festivalEvent, undatedFestival } from './event.ts';
import { festivalMessages } from './messages.ts';
import { addMonths, daysOfMonth, isShown, type Month, monthOf } from './month.ts';
import { monthView } from './month-view.ts';
import { type Festival, type FestivalTime, festivalTimes, uncomputed, type Window } from './occurrences.ts';
import { countFestivals, FESTIVAL_TYPE, type FoundFestivals, findFestivals } from './read-festivals.ts';
import { type FestivalState, feedAddress, festivalAddress } from './state.ts';
import type { FestivalFilter, FestivalView, MonthLink, MonthView } from './view.ts';

/** How far the next month with a festival is looked for: every yearly festival comes within thirteen lunar months. */
const NEAREST_DAYS = 400;
/** Rules in words are shown whole; nobody reads more of them. */
const MOST_UNDATED = 60;

interface Assembly extends FestivalState {
  lang: Lang;
  /** Absent on the page of the months to come. */
  month: Month | undefined;
  today: number;
  found: FoundFestivals;
  events: EventContext;
}

/** Everything the calendar shows of a month, or of this month and the next. */
export async function festivalView(
  context: PageContext,
  { asked, month }: { asked: FestivalState; month: Month | undefined },
): Promise<FestivalView> {
  const { portal, lang } = context;
  const found = await findFestivals(context, asked.query);
  const total = await countFestivals(context, asked.query.filters);
  const today = dayFromIso(dayInVietnam(portal.now())) ?? 0;
  const events = { lang, catalogue: portal.catalogue, cards: found.cards };
  const assembly: Assembly = { ...asked, lang, month, today, found, events };
  const { state, byLunar } = asked;
  const text = festivalMessages[lang];
  const current = month ?? monthOf(today);
  const shown = month ? [month] : [current, addMonths(current, 1)].filter(isShown);
  const { byWords, unknown } = uncomputed(found.festivals);
  const undated = (list: readonly Festival[]) =>
    list.slice(0, MOST_UNDATED).map((festival) => undatedFestival(festival, events));
  return {
    state,
    byLunar,
    title: month ? text.monthTitle(month.month, month.year) : text.title,
    ...(month ? { month } : {}),
    months: shown.map((each) => oneMonth(each, assembly)),
    filters: filtersOf(assembly),
    chips: chipsOf(assembly),
    ...neighbours(current, assembly),
    year: yearOf(current.year, assembly),
    ...(month && month.year < monthOf(today).year ? { archive: month.year } : {}),
    byWords: undated(byWords),
    unknown: undated(unknown),
    undated: undatedCount(total, assembly),
    feed: feedAddress(state),
  };
}

function oneMonth(month: Month, { lang, today, byLunar, found, events, state }: Assembly): MonthView {
  const { from, to } = daysOfMonth(month);
  const times = festivalTimes(found.festivals, { from, to });
  const shown = times.map((time) => festivalEvent(time, events));
  return {
    ...monthView(month, shown, { lang, today, byLunar }),
    nearest: times.length > 0 ? [] : nearest({ from, to }, { festivals: found.festivals, state }),
  };
}

function nearest(
  { from, to }: Window,
  { festivals, state }: { festivals: readonly Festival[]; state: SearchState },
): MonthLink[] {
  const before = festivalTimes(festivals, { from: from - NEAREST_DAYS, to: from - 1 });
  const lastDay = Math.max(...before.map(({ occurrence }) => occurrence.end));
  const [after] = festivalTimes(festivals, { from: to + 1, to: to + NEAREST_DAYS });
  const months = [
    ...(before.length > 0 ? [monthOf(lastDay)] : []),
    ...(after ? [monthOf(after.occurrence.start)] : []),
  ];
  return months.filter(isShown).map((month) => monthLink(month, state));
}

function monthLink(month: Month, state: SearchState): MonthLink {
  const text = festivalMessages[state.lang];
  return { label: text.month(month.month, month.year), href: festivalAddress(state, month) };
}

function neighbours(month: Month, { state }: Assembly): Pick<FestivalView, 'previous' | 'next'> {
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
  return {
    ...(isShown(before) ? { previous: monthLink(before, state) } : {}),
    ...(isShown(after) ? { next: monthLink(after, state) } : {}),
  };
}

/** The twelve months of a year with how many festivals each has. */
function yearOf(year: number, { found, lang, state }: Assembly): FestivalView['year'] {
  const months = Array.from({ length: 12 }, (_, at): Month => ({ year, month: at + 1 }));
  const { from } = daysOfMonth({ year, month: 1 });
  const { to } = daysOfMonth({ year, month: 12 });
  const times = festivalTimes(found.festivals, { from, to });
  const january = (of: number) => {
    const month = { year: of, month: 1 };
    return isShown(month) ? festivalAddress(state, month) : undefined;
  };
  const [before, after] = [january(year - 1), january(year + 1)];
  return {
    year,
    months: months.map((month) => ({
      label: festivalMessages[lang].shortMonth(month.month),
      href: festivalAddress(state, month),
      count: countIn(times, daysOfMonth(month)),
    })),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function countIn(times: readonly FestivalTime[], { from, to }: Window): number {
  return times.filter(({ occurrence }) => occurrence.start <= to && occurrence.end >= from).length;
}

/** Fields of the search declaration that festivals can be filtered by, in the order of the form. */
const FILTERS = ['place', 'rank', 'list', 'community'];

function filtersOf({ found, lang }: Assembly): FestivalFilter[] {
  const text = festivalMessages[lang];
  return FILTERS.flatMap((name) => {
    const facet = found.facets.find((candidate) => candidate.name === name);
    if (!facet || facet.values.length === 0) return [];
    const options = facet.values.map(({ value, label, count, selected }) => ({
      value,
      label,
      count,
      chosen: selected,
    }));
    return [
      { key: facet.key, label: facet.label, any: name === 'place' ? text.anyPlace : text.any, options },
    ];
  });
}

function chipsOf({ state, found, month }: Assembly): FestivalView['chips'] {
  const filters = state.pairs.filter(([key]) => key !== 'sort');
  return filters.map(([key, value]) => {
    const values = found.facets.filter((facet) => facet.key === key).flatMap((facet) => facet.values);
    const label = values.find((candidate) => candidate.value === value)?.label ?? value;
    return { label, href: festivalAddress(without(state, key, value), month) };
  });
}

function undatedCount(total: number, { found, state, lang }: Assembly): FestivalView['undated'] {
  const dated = new Set(found.festivals.flatMap(({ record, value }) => (value ? [record.pid] : [])));
  const typed = [...found.cards.values()].filter(({ types }) =>
    types.some(({ code }) => code === FESTIVAL_TYPE),
  );
  const known = typed.filter(({ pid }) => dated.has(pid)).length;
  const filters = state.pairs.filter(([key]) => key !== 'sort');
  const pairs = [...filters, ['type', FESTIVAL_TYPE] as const];
  return { count: Math.max(0, total - known), total, href: addressOf({ lang, pairs }) };
}
