import { festivalMessages } from './messages.ts';
import type { FestivalEvent, FestivalView } from './view.ts';

/** schema.org says scheduled, postponed or cancelled; that a date is only expected stands in the description. */
const STATUS: Record<FestivalEvent['status'], string> = {
  computed: 'EventScheduled',
  confirmed: 'EventScheduled',
  postponed: 'EventPostponed',
  cancelled: 'EventCancelled',
};

/** One schema.org Event for each time that the page lists, once each. */
export function festivalStatement(view: FestivalView, origin: string): object {
  const events = view.months.flatMap(({ going, groups }) => [
    ...going,
    ...groups.flatMap((group) => group.events),
  ]);
  const distinct = new Map(events.map((event) => [event.href + event.startIso + event.name, event]));
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: view.title,
    inLanguage: view.state.lang,
    numberOfItems: distinct.size,
    itemListElement: [...distinct.values()].map((event, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      item: eventStatement(event, origin),
    })),
  };
}

function eventStatement(event: FestivalEvent, origin: string): object {
  const { name, startIso, endIso, status, certainty, place, href } = event;
  return {
    '@type': 'Event',
    name,
    startDate: startIso,
    endDate: endIso,
    eventStatus: `https://schema.org/${STATUS[status]}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    description: certainty,
    location: {
      '@type': 'Place',
      name: place ?? 'Việt Nam',
      address: { '@type': 'PostalAddress', addressCountry: 'VN', ...(place ? { addressRegion: place } : {}) },
    },
    url: origin + href,
  };
}

/** What search engines say of the page. */
export function festivalDescription({ state, title, month }: FestivalView): string {
  const text = festivalMessages[state.lang];
  return month ? text.description(title) : text.lead;
}
