import type { Lang } from '#platform/i18n/index.ts';
import { festivalMessages } from './messages.ts';
import type { CellEvent, FestivalEvent, MonthView } from './view.ts';

/** The festivals of a month under the days they begin on: all there is on a phone, the details on wide screens. */
export function DayList({ view, lang, isFiltered }: { view: MonthView; lang: Lang; isFiltered: boolean }) {
  const text = festivalMessages[lang];
  const shown = view.going.length + view.groups.reduce((sum, { events }) => sum + events.length, 0);
  if (view.total === 0) return <EmptyMonth view={view} lang={lang} isFiltered={isFiltered} />;
  return (
    <>
      {view.groups.map(({ id, heading, other, events, continuing }) => (
        <section key={id} class="day" id={id} aria-labelledby={`${id}-title`}>
          <h3 id={`${id}-title`}>
            {heading} <span class="meta">{other}</span>
          </h3>
          {events.length > 0 && <Events events={events} lang={lang} />}
          {continuing.length > 0 && <Continuing events={continuing} lang={lang} />}
        </section>
      ))}
      {view.going.length > 0 && (
        <section class="day" aria-labelledby={`${view.id}-going`}>
          <h3 id={`${view.id}-going`}>{text.going}</h3>
          <Events events={view.going} lang={lang} />
        </section>
      )}
      {shown < view.total && <p class="notice">{text.moreHidden(shown, view.total)}</p>}
    </>
  );
}

function Events({ events, lang }: { events: FestivalEvent[]; lang: Lang }) {
  return (
    <ul class="day-events">
      {events.map((event) => (
        <li key={event.href + event.startIso}>
          <Event event={event} lang={lang} />
        </li>
      ))}
    </ul>
  );
}

function Continuing({ events, lang }: { events: CellEvent[]; lang: Lang }) {
  const text = festivalMessages[lang];
  return (
    <p class="continuing">
      <span class="meta">{text.continuing}</span>{' '}
      {events.map(({ event, day, days }, at) => (
        <span key={event.href + event.startIso}>
          {at > 0 && '; '}
          <a href={event.href} lang={event.nameLang}>
            {event.name}
          </a>{' '}
          <span class="meta">
            ({text.dayOf(day, days)}, {event.certainty})
          </span>
        </span>
      ))}
    </p>
  );
}

function Event({ event, lang }: { event: FestivalEvent; lang: Lang }) {
  const text = festivalMessages[lang];
  const facts = [event.place, ...event.ranks].filter(Boolean);
  return (
    <>
      <p class="event-name">
        <a href={event.href} lang={event.nameLang}>
          {event.name}
        </a>
      </p>
      <p>
        <time dateTime={event.startIso}>{event.dates}</time>
        {event.lunar !== '' && (
          <span>
            {' '}
            · {text.lunarDate} {event.lunar}
          </span>
        )}{' '}
        <span class={`chip chip-${CHIPS[event.status]}`}>{event.certainty}</span>
      </p>
      {facts.length > 0 && <p class="meta">{facts.join(' · ')}</p>}
      {event.heritage !== undefined && event.heritage !== event.name && (
        <p class="meta">
          {text.partOf}: {event.heritage}
        </p>
      )}
    </>
  );
}

/** Colour never stands alone: the chip says the same in words. */
const CHIPS: Record<FestivalEvent['status'], string> = {
  computed: 'wait',
  confirmed: 'public',
  postponed: 'limited',
  cancelled: 'limited',
};

function EmptyMonth({ view, lang, isFiltered }: { view: MonthView; lang: Lang; isFiltered: boolean }) {
  const text = festivalMessages[lang];
  return (
    <div class="notice">
      <p>{isFiltered ? text.noneFiltered : text.none}</p>
      {view.nearest.length > 0 && (
        <p>
          {text.nearest}{' '}
          {view.nearest.map(({ label, href }, at) => (
            <span key={href}>
              {at > 0 && ' · '}
              <a href={href}>{label}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
