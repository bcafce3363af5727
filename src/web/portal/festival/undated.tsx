import type { Lang } from '#platform/i18n/index.ts';
import { number } from '../search/numbers.ts';
import { festivalMessages } from './messages.ts';
import type { FestivalView, UndatedFestival } from './view.ts';

/** Festivals without a computed date: their rule as the sources give it, never a date made up for the calendar. */
export function Undated({ state, byWords, unknown, undated }: FestivalView) {
  const { lang } = state;
  const text = festivalMessages[lang];
  return (
    <>
      {byWords.length > 0 && (
        <section aria-labelledby="other-calendars">
          <h2 id="other-calendars">{text.otherCalendars}</h2>
          <p>{text.otherCalendarsLead}</p>
          <Rules festivals={byWords} />
        </section>
      )}
      {(undated.count > 0 || unknown.length > 0) && (
        <section aria-labelledby="unknown-dates">
          <h2 id="unknown-dates">{text.unknown}</h2>
          {undated.count > 0 && <Count undated={undated} lang={lang} />}
          {unknown.length > 0 && <Rules festivals={unknown} />}
        </section>
      )}
    </>
  );
}

function Count({ undated: { count, total, href }, lang }: { undated: FestivalView['undated']; lang: Lang }) {
  const text = festivalMessages[lang];
  return (
    <p>
      {text.unknownLead(number(count, lang), number(total, lang))} <a href={href}>{text.unknownLink}</a>
    </p>
  );
}

function Rules({ festivals }: { festivals: UndatedFestival[] }) {
  return (
    <ul class="day-events">
      {festivals.map(({ name, nameLang, href, rule, calendar, place }) => (
        <li key={href + (rule ?? '')}>
          <p class="event-name">
            <a href={href} lang={nameLang}>
              {name}
            </a>
          </p>
          {rule !== undefined && <p lang="vi">{rule}</p>}
          {(calendar ?? place) !== undefined && (
            <p class="meta">{[calendar, place].filter(Boolean).join(' · ')}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
