import { isoFromDay } from '#formats/dates/index.ts';
import { toLunar } from '#formats/lunar/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { lunarText, solarText } from '../home/today.ts';
import { festivalMessages } from './messages.ts';
import { daysOfMonth, type Month, monthPath, weeksOf } from './month.ts';
import { lunarShort } from './recurrence.ts';
import type { CellEvent, DayCell, DayGroup, FestivalEvent, MonthView } from './view.ts';

/** A festival of weeks would fill every cell: longer ones stand on their first day only, and in the list. */
const LONGEST_IN_CELLS = 7;
/** More names than this make a row of the table higher than a screen. */
const MOST_IN_CELL = 6;
/** The list stays readable and light; the filters lead to the rest. */
const MOST_IN_LIST = 150;

interface MonthOptions {
  lang: Lang;
  today: number;
  byLunar: boolean;
}

/** A month as table and as list; `events` are those that touch it, in order of their first day. */
export function monthView(
  month: Month,
  events: readonly FestivalEvent[],
  options: MonthOptions,
): Omit<MonthView, 'nearest'> {
  const text = festivalMessages[options.lang];
  const { from, to } = daysOfMonth(month);
  const name = text.month(month.month, month.year);
  const dates = [from, to].map((day) => lunarText(day, options.lang)?.date ?? '');
  const listed = events.slice(0, MOST_IN_LIST);
  return {
    month,
    id: `m-${monthPath(month).replace('/', '-')}`,
    name,
    caption: text.caption(name, dates[0] ?? '', dates[1] ?? ''),
    weeks: weeksOf(month).map((week) =>
      week.map((day) => (day === null ? null : dayCell(day, events, options))),
    ),
    going: listed.filter(({ start }) => start < from),
    groups: groupsOf(listed, { ...options, from, to }),
    total: events.length,
  };
}

function dayCell(day: number, events: readonly FestivalEvent[], { lang, today }: MonthOptions): DayCell {
  const iso = isoFromDay(day);
  const lunar = toLunar(day);
  const known = lunar.kind === 'lunar-date' ? lunar : undefined;
  const date = Number(iso.slice(-2));
  const found = onDay(events, day);
  return {
    iso,
    date,
    lunar: lunarShort(day, lang),
    dayName: known?.dayName ?? '',
    ...(known && (known.day === 1 || date === 1)
      ? { monthName: festivalMessages[lang].monthAndYear(known.monthName, known.yearName) }
      : {}),
    isToday: day === today,
    events: found.slice(0, MOST_IN_CELL),
    hidden: Math.max(0, found.length - MOST_IN_CELL),
  };
}

/** The festivals of a day: what begins on it, then what goes on. */
function onDay(events: readonly FestivalEvent[], day: number): CellEvent[] {
  const shown = events.flatMap((event): CellEvent[] => {
    const days = event.end - event.start + 1;
    const isShown = days > LONGEST_IN_CELLS ? event.start === day : event.start <= day && day <= event.end;
    return isShown ? [{ event, day: day - event.start + 1, days }] : [];
  });
  return shown.toSorted((a, b) => Number(a.day > 1) - Number(b.day > 1));
}

/** Each day with festivals, headed by the date of the calendar that the reader goes by. */
function groupsOf(
  events: readonly FestivalEvent[],
  { lang, byLunar, from, to }: MonthOptions & { from: number; to: number },
): DayGroup[] {
  const days = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return days.flatMap((day) => {
    const found = onDay(events, day);
    if (found.length === 0) return [];
    const solar = solarText(day, lang);
    const lunar = lunarText(day, lang);
    const lunarWords = lunar === null ? '' : upperFirst(lunar.date, lang);
    return {
      id: `d-${isoFromDay(day)}`,
      heading: byLunar ? lunarWords : solar,
      other: [byLunar ? solar : lunarWords, lunar?.canChi].filter(Boolean).join(' · '),
      events: found.filter((each) => each.day === 1).map(({ event }) => event),
      continuing: found.filter((each) => each.day > 1),
    };
  });
}

function upperFirst(text: string, lang: Lang): string {
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
}
