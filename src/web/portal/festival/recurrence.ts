import { type Occurrence, type RecurrenceRule, toLunar, type YearOverride } from '#formats/lunar/index.ts';
import type { Values } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { valueMessages } from '../record/value/messages.ts';

export type Recurrence = Values['recurrence'];

const STATUSES = ['confirmed', 'postponed', 'cancelled'] as const;

/** The rule as the calendar module takes it; undefined when a computed calendar lacks its day. */
export function recurrenceRule(value: Recurrence): RecurrenceRule | undefined {
  const shared = {
    ...(value.everyYears === undefined ? {} : { everyYears: value.everyYears }),
    ...(value.anchorYear === undefined ? {} : { anchorYear: value.anchorYear }),
    overrides: (value.overrides ?? []).flatMap(announcement),
  };
  if (value.calendar !== 'lunar-vi' && value.calendar !== 'gregorian') {
    return { type: value.calendar, text: value.words ?? '', ...shared };
  }
  const start = monthDay(value.start);
  if (!start) return undefined;
  const end = monthDay(value.end);
  const days = { ...start, ...(end ? { endMonth: end.month, endDay: end.day } : {}), ...shared };
  return value.calendar === 'gregorian'
    ? { type: 'gregorian', ...days }
    : { type: 'lunar-vi', leap: value.leap ?? 'regular', ...days };
}

function announcement({
  year,
  start,
  end,
  status,
}: NonNullable<Recurrence['overrides']>[number]): YearOverride[] {
  const certainty = STATUSES.find((known) => known === status);
  if (!certainty) return [];
  return [{ year, certainty, ...(start ? { start } : {}), ...(end ? { end } : {}) }];
}

export function monthDay(text: string | undefined): { month: number; day: number } | undefined {
  const [month, day] = (text ?? '').split('-').map(Number);
  return month && day ? { month, day } : undefined;
}

/** How sure the days of an occurrence are, in words: computed days are never more than expected. */
export function certaintyText(
  { certainty }: Pick<Occurrence, 'certainty'>,
  { isLunar, lang }: { isLunar: boolean; lang: Lang },
): string {
  const text = valueMessages[lang].recurrence;
  return certainty === 'computed' && isLunar ? text.computedLunar : text.certainty[certainty];
}

/** The lunar date of a day in figures, day first: "13/1", "1/6 nhuận"; empty where no calendar is computed. */
export function lunarShort(day: number, lang: Lang): string {
  const date = toLunar(day);
  if (date.kind !== 'lunar-date') return '';
  return `${date.day}/${date.month}${date.leap ? valueMessages[lang].recurrence.leapMonth : ''}`;
}

/** First and last day of an occurrence by the lunar calendar. */
export function lunarSpan({ start, end }: Pick<Occurrence, 'start' | 'end'>, lang: Lang): string {
  return [...new Set([start, end])].map((day) => lunarShort(day, lang)).join(' – ');
}
