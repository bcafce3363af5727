import type { FastifyReply } from 'fastify';
import { dayFromIso } from '#formats/dates/index.ts';
import { type CalendarEvent, writeCalendar } from '#formats/ical/index.ts';
import { parseSearchQuery } from '#modules/search/index.ts';
import { refuse } from '#platform/http/index.ts';
import { dayInVietnam } from '../days.ts';
import type { PageContext } from '../page-context.ts';
import { festivalEvent } from './event.ts';
import { festivalMessages } from './messages.ts';
import { type FestivalTime, festivalTimes } from './occurrences.ts';
import { findFestivals } from './read-festivals.ts';
import { FESTIVAL_FILTERS } from './state.ts';
import type { FestivalEvent } from './view.ts';

/** Two years ahead: what is held every year then stands there twice. */
const DAYS_AHEAD = 731;
/** A subscription asks again once a day at most (REFRESH-INTERVAL), so an hour is fresh. */
const FRESH_SECONDS = 3_600;

const STATUS: Record<FestivalEvent['status'], CalendarEvent['status']> = {
  computed: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
};

/** The festivals of the next two years as a calendar file. Unlike a page, it refuses what it does not understand. */
export async function answerFeed(context: PageContext, reply: FastifyReply): Promise<FastifyReply> {
  const { portal, lang, request, reader } = context;
  const parameters = request.query as Record<string, string | string[]>;
  const parsed = parseSearchQuery(parameters, { lang, mistakes: 'refuse' });
  if (parsed.kind === 'invalid') return refuse(request, reply, parsed);
  const foreign = Object.keys(parameters).filter((key) => !FESTIVAL_FILTERS.some((known) => known === key));
  if (foreign.length > 0) return refuse(request, reply, { kind: 'invalid', issues: foreign.map(notAFilter) });
  const { festivals, cards } = await findFestivals(context, parsed.query);
  const today = dayFromIso(dayInVietnam(portal.now())) ?? 0;
  const times = festivalTimes(festivals, { from: today, to: today + DAYS_AHEAD });
  const origin = portal.origin(request);
  const events = withDistinctUids(times.map((time) => calendarEvent(time, { context, cards, origin })));
  const name = festivalMessages[lang].feedName;
  const file = writeCalendar(events, {
    name,
    productId: `-//Di San So//Le hoi//${lang.toUpperCase()}`,
    stamp: new Date(await portal.dataAt()),
    lang,
  });
  const keep = reader.actorId === null ? `public, max-age=${FRESH_SECONDS}` : 'private, no-store';
  return reply
    .type('text/calendar; charset=utf-8')
    .headers({
      'content-language': lang,
      'cache-control': keep,
      'content-disposition': `inline; filename="${lang === 'vi' ? 'le-hoi' : 'festivals'}.ics"`,
    })
    .send(file);
}

function notAFilter(key: string) {
  const keys = FESTIVAL_FILTERS.join(', ');
  return {
    pointer: `/query/${key}`,
    code: 'unknown-key',
    message: {
      vi: `Lịch lễ hội chỉ lọc theo: ${keys}.`,
      en: `The festival calendar is filtered by: ${keys}.`,
    },
  };
}

function calendarEvent(
  time: FestivalTime,
  {
    context,
    cards,
    origin,
  }: { context: PageContext; cards: Parameters<typeof festivalEvent>[1]['cards']; origin: string },
): CalendarEvent {
  const { portal, lang } = context;
  const text = festivalMessages[lang];
  const event = festivalEvent(time, { lang, catalogue: portal.catalogue, cards });
  const { record, statement, occurrence } = time;
  const lines = [
    `${event.certainty}.`,
    ...(event.lunar === '' ? [] : [text.feedLunar(event.lunar)]),
    ...(event.heritage === undefined ? [] : [`${text.partOf}: ${event.heritage}.`]),
  ];
  return {
    // Of the festival and its year, not of its days: an announcement moves the event and does not add another.
    uid: `ark:${portal.naan}/${record.pid}/${statement.id}/${occurrence.year}${occurrence.leap ? '-leap' : ''}`,
    firstDay: event.start,
    lastDay: event.end,
    summary: event.name,
    status: STATUS[event.status],
    description: lines.join('\n'),
    url: origin + event.href,
    ...(event.place === undefined ? {} : { location: event.place }),
  };
}

/** Two announcements for one year are two events. */
function withDistinctUids(events: readonly CalendarEvent[]): CalendarEvent[] {
  const seen = new Map<string, number>();
  return events.map((event) => {
    const count = (seen.get(event.uid) ?? 0) + 1;
    seen.set(event.uid, count);
    return count === 1 ? event : { ...event, uid: `${event.uid}-${count}` };
  });
}
