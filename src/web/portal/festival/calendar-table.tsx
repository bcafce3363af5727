import type { Lang } from '#platform/i18n/index.ts';
import { festivalMessages } from './messages.ts';
import type { CellEvent, DayCell, MonthView } from './view.ts';

/** A month as people know it from the wall: both calendars in every cell. Wide screens only; the list says more. */
export function CalendarTable({ view, lang, byLunar }: { view: MonthView; lang: Lang; byLunar: boolean }) {
  const text = festivalMessages[lang];
  return (
    <table class={byLunar ? 'calendar calendar-lunar' : 'calendar'}>
      <caption>{view.caption}</caption>
      <thead>
        <tr>
          {text.weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.weeks.map((week, at) => (
          <tr key={week.find((day) => day !== null)?.iso ?? at}>
            {week.map((day, weekday) => (
              <Cell key={day?.iso ?? `beside-${weekday}`} day={day} lang={lang} listId={view.id} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ day, lang, listId }: { day: DayCell | null; lang: Lang; listId: string }) {
  if (day === null) return <td class="beside" />;
  const text = festivalMessages[lang];
  return (
    <td class={day.isToday ? 'today-cell' : undefined}>
      <p class="cell-date">
        <time dateTime={day.iso}>{day.date}</time>
        {day.isToday && <span class="visually-hidden">, {text.today}</span>}
        {day.lunar !== '' && (
          <span class="lunar">
            {' '}
            {day.lunar} <abbr title={text.lunarMarkTitle}>{text.lunarMark}</abbr>
          </span>
        )}
      </p>
      <p class="can-chi" lang="vi">
        {day.dayName}
        {day.monthName && <span lang={lang}>, {day.monthName}</span>}
      </p>
      {day.events.length > 0 && <CellEvents events={day.events} lang={lang} />}
      {day.hidden > 0 && <a href={`#${listId}`}>{text.more(day.hidden)}</a>}
    </td>
  );
}

/** How certain the days are is said once where it holds for all of the cell. */
function CellEvents({ events, lang }: { events: CellEvent[]; lang: Lang }) {
  const text = festivalMessages[lang];
  const certainties = new Set(events.map(({ event }) => event.certainty));
  const [shared] = certainties.size === 1 ? certainties : [];
  return (
    <>
      <ul>
        {events.map(({ event, day, days }) => (
          <li key={event.href + event.startIso}>
            <a href={event.href} lang={event.nameLang}>
              {event.name}
            </a>
            {days > 1 && day > 1 && <span class="meta"> ({text.dayOf(day, days)})</span>}
            {shared === undefined && <span class="certainty">{event.certainty}</span>}
          </li>
        ))}
      </ul>
      {shared !== undefined && <p class="certainty">{shared}</p>}
    </>
  );
}
