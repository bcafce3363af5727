import { isoFromDay } from '#formats/dates/index.ts';
import { contentLine, textValue } from './content-line.ts';

/** RFC 5545 §3.8.1.11. */
type EventStatus = 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';

/** An event of whole days. */
export interface CalendarEvent {
  /** The same for the same event for ever, so that programs change it instead of adding it again. */
  uid: string;
  /** First and last day as day numbers (days since 1970-01-01), both included. */
  firstDay: number;
  lastDay: number;
  summary: string;
  status: EventStatus;
  location?: string;
  description?: string;
  url?: string;
}

export interface CalendarOptions {
  name: string;
  /** Who made the file, as a formal public identifier (RFC 5545 §3.7.3). */
  productId: string;
  /** When the data behind the events last changed. */
  stamp: Date;
  lang: string;
}

/**
 * An iCalendar file (RFC 5545) of whole-day events, UTF-8 with CRLF. No METHOD: it is published to be read, not an
 * invitation. Each event stands by itself: days of the lunar calendar follow no RRULE.
 */
export function writeCalendar(events: readonly CalendarEvent[], options: CalendarOptions): string {
  const { name, productId, stamp, lang } = options;
  const lines: Property[] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', textValue(productId)],
    ['CALSCALE', 'GREGORIAN'],
    // RFC 7986 §5.1 and §5.7; older programs read the X- property.
    [`NAME;LANGUAGE=${lang}`, textValue(name)],
    ['X-WR-CALNAME', textValue(name)],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'P1D'],
    ...events.flatMap((event) => eventLines(event, { stamp: instant(stamp), lang })),
    ['END', 'VCALENDAR'],
  ];
  return lines.map(([property, value]) => contentLine(property, value)).join('');
}

type Property = readonly [name: string, value: string];

function eventLines(event: CalendarEvent, { stamp, lang }: { stamp: string; lang: string }): Property[] {
  const { uid, firstDay, lastDay, summary, status, location, description, url } = event;
  const text = (name: string, value: string | undefined): Property[] =>
    value === undefined || value === '' ? [] : [[`${name};LANGUAGE=${lang}`, textValue(value)]];
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', textValue(uid)],
    ['DTSTAMP', stamp],
    ['DTSTART;VALUE=DATE', date(firstDay)],
    // §3.6.1: the end is the day after the last one.
    ['DTEND;VALUE=DATE', date(lastDay + 1)],
    ...text('SUMMARY', summary),
    ...text('LOCATION', location),
    ...text('DESCRIPTION', description),
    ...(url === undefined ? [] : [['URL', url] as const]),
    ['STATUS', status],
    // A festival keeps nobody from other appointments.
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ];
}

/** §3.3.4: eight digits. */
function date(day: number): string {
  return isoFromDay(day).replaceAll('-', '');
}

/** §3.3.5, form 2: UTC. */
function instant(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}
