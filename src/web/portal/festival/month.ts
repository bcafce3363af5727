import { dayFromCivil, isoFromDay } from '#formats/dates/index.ts';

/** A month of the Gregorian calendar; `month` is 1–12. */
export interface Month {
  year: number;
  month: number;
}

/** Since 1968 the lunar calendar is made at UTC+7 (Decision 121-CP of 8 August 1967); later years are as computed. */
const FIRST_YEAR = 1968;
const LAST_YEAR = 2100;

export function isShown({ year, month }: Month): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
}

/** `2027` and `02` of an address; undefined for anything that is no month of the calendar. */
export function readMonth(year: string | undefined, month: string | undefined): Month | undefined {
  if (!/^\d{4}$/.test(year ?? '') || !/^\d{1,2}$/.test(month ?? '')) return undefined;
  const read = { year: Number(year), month: Number(month) };
  return isShown(read) ? read : undefined;
}

/** `2027/02` */
export function monthPath({ year, month }: Month): string {
  return `${year}/${String(month).padStart(2, '0')}`;
}

export function monthOf(day: number): Month {
  const [year, month] = isoFromDay(day).split('-').map(Number);
  return { year: year ?? 0, month: month ?? 0 };
}

export function addMonths({ year, month }: Month, count: number): Month {
  const index = year * 12 + (month - 1) + count;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** First and last day, as day numbers. */
export function daysOfMonth(month: Month): { from: number; to: number } {
  const firstDay = (of: Month) => dayFromCivil({ ...of, day: 1 });
  return { from: firstDay(month), to: firstDay(addMonths(month, 1)) - 1 };
}

/** 0 is Monday: Vietnamese calendars end the week with Sunday. 1 January 1970 was a Thursday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The days of a month in rows of seven from Monday on; null stands for days of the months beside it. */
export function weeksOf(month: Month): (number | null)[][] {
  const { from, to } = daysOfMonth(month);
  const first = from - weekday(from);
  const weeks = Math.ceil((to - first + 1) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => {
      const day = first + week * 7 + at;
      return day < from || day > to ? null : day;
    }),
  );
}
