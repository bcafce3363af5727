import { formatDateRange } from '#formats/dates/index.ts';
import { type Occurrence, occurrences } from '#formats/lunar/index.ts';
import type { Values } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { certaintyText, lunarSpan, monthDay, recurrenceRule } from '../../festival/recurrence.ts';
import { valueMessages } from './messages.ts';
import type { ValueProps } from './value-props.ts';

type Recurrence = Values['recurrence'];

/** Days looked ahead: enough for a feast held every twelve years. */
const HORIZON_DAYS = 366 * 13;
const SHOWN = 3;

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
            <td>{lunarSpan(item, lang)}</td>
            <td>
              {certaintyText(item, { isLunar, lang })}
              {item.shortened && ` (${text.shortened})`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
