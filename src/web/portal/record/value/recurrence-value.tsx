import { formatDateRange } from '#formats/dates/index.ts';
import {
  type Occurrence,
  occurrences,
  type RecurrenceRule,
  toLunar,
  type YearOverride,
} from '#formats/lunar/index.ts';
import type { Values } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { valueMessages } from './messages.ts';
import type { ValueProps } from './value-props.ts';

type Recurrence = Values['recurrence'];

/** Days looked ahead: enough for a feast held every twelve years. */
const HORIZON_DAYS = 366 * 13;
const SHOWN = 3;
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

function monthDay(text: string | undefined): { month: number; day: number } | undefined {
  const [month, day] = (text ?? '').split('-').map(Number);
  return month && day ? { month, day } : undefined;
}

/** The next occurrences from today on; empty for rules that are not computed and have no announced year. */
export function nextOccurrences(value: Recurrence, today: number): Occurrence[] {
  const rule = recurrenceRule(value);
  if (!rule) return [];
  const found = occurrences(rule, { from: today, to: today + HORIZON_DAYS });
  return found.kind === 'occurrences' ? found.items.slice(0, SHOWN) : [];
}

export function RecurrenceValue({ value, frame }: ValueProps<'recurrence'>) {
  return (
    <>
      {ruleInWords(value, frame.lang)}
      {value.words && value.start && <span lang="vi"> · {value.words}</span>}
    </>
  );
}

/** What the rule means in the calendar of the next years. */
export function RecurrenceDates({ value, frame }: ValueProps<'recurrence'>) {
  const text = valueMessages[frame.lang].recurrence;
  const next = nextOccurrences(value, frame.today);
  return (
    <>
      {value.everyYears !== undefined && value.everyYears > 1 && (
        <p class="meta">{text.every(value.everyYears, value.anchorYear)}</p>
      )}
      {value.calendar === 'lunar-vi' && value.leap && <p class="meta">{text.leap[value.leap]}</p>}
      {next.length > 0 ? (
        <NextDates items={next} isLunar={value.calendar === 'lunar-vi'} lang={frame.lang} />
      ) : (
        <p class="meta">{text.noneKnown}</p>
      )}
    </>
  );
}

function ruleInWords(value: Recurrence, lang: Lang): string {
  const text = valueMessages[lang].recurrence;
  const start = monthDay(value.start);
  if (!start) return value.words ?? value.calendar;
  const end = monthDay(value.end) ?? start;
  const first = text.day(start.day, start.month);
  const last = text.day(end.day, end.month);
  const span = first === last ? first : text.span(first, last);
  return value.calendar === 'gregorian' ? text.gregorian(span) : text.lunar(span);
}

interface NextDatesProps {
  items: Occurrence[];
  isLunar: boolean;
  lang: Lang;
}

function NextDates({ items, isLunar, lang }: NextDatesProps) {
  const text = valueMessages[lang].recurrence;
  return (
    <table class="next-dates">
      <caption>{text.next}</caption>
      <thead>
        <tr>
          <th scope="col">{text.columns.solar}</th>
          <th scope="col">{text.columns.lunar}</th>
          <th scope="col">{text.columns.status}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.startIso}>
            <td>
              <time dateTime={item.startIso}>
                {formatDateRange({ earliest: item.start, latest: item.end }, lang)}
              </time>
            </td>
            <td>{lunarText(item, lang)}</td>
            <td>
              {item.certainty === 'computed' && isLunar ? text.computedLunar : text.certainty[item.certainty]}
              {item.shortened && ` (${text.shortened})`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function lunarText({ start, end }: Occurrence, lang: Lang): string {
  const words = [...new Set([start, end])].map((day) => {
    const date = toLunar(day);
    if (date.kind !== 'lunar-date') return '';
    return `${date.day}/${date.month}${date.leap ? valueMessages[lang].recurrence.leapMonth : ''}`;
  });
  return words.join(' – ');
}
