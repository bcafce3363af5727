import { dayFromIso } from '#formats/dates/index.ts';
import { parseSearchQuery } from '#modules/search/index.ts';
import { dayInVietnam } from '../days.ts';
import { festivalEvent } from '../festival/event.ts';
import { festivalTimes } from '../festival/occurrences.ts';
import { findFestivals } from '../festival/read-festivals.ts';
import { festivalAddress } from '../festival/state.ts';
import type { PageContext } from '../page-context.ts';
import type { PlaceFestivals } from './view.ts';

/** ux.md P5: the two months to come. */
const WINDOW_DAYS = 60;
const MOST_SHOWN = 8;

/** What is celebrated at a place in the next two months, and the calendar of all its festivals. */
export async function placeFestivals(context: PageContext, code: string): Promise<PlaceFestivals> {
  const { portal, lang } = context;
  const parsed = parseSearchQuery({ place: code }, { lang, mistakes: 'drop' });
  if (parsed.kind === 'invalid') throw new Error('a query without words is always read');
  const { festivals, cards } = await findFestivals(context, parsed.query);
  const today = dayFromIso(dayInVietnam(portal.now())) ?? 0;
  const times = festivalTimes(festivals, { from: today, to: today + WINDOW_DAYS });
  return {
    coming: times
      .slice(0, MOST_SHOWN)
      .map((time) => festivalEvent(time, { lang, catalogue: portal.catalogue, cards })),
    known: festivals.length,
    href: festivalAddress({ lang, pairs: [['place', code]] }),
  };
}
