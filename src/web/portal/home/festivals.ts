import { formatDateRange } from '#formats/dates/index.ts';
import type { FieldOfRecord } from '#modules/registry/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { festivalName } from '../festival/event.ts';
import { type FestivalTime, festivalsOf, festivalTimes } from '../festival/occurrences.ts';
import { homeMessages } from './messages.ts';
import type { FestivalDay, Today } from './view.ts';

/** The strip looks two weeks ahead (ux.md P1); when that is empty, to the next festival within thirteen months. */
const WINDOW_DAYS = 14;
const HORIZON_DAYS = 400;
/** More would push the heritage itself off the first screen. */
const SHOWN = 8;

/** What is celebrated from `today` on: within two weeks, else the next festival with its days. */
export function comingFestivals(
  records: readonly FieldOfRecord[],
  { today, lang }: { today: number; lang: Lang },
): Pick<Today, 'festivals' | 'soon'> {
  const festivals = festivalsOf(records);
  const soon = festivalTimes(festivals, { from: today, to: today + WINDOW_DAYS });
  if (soon.length > 0)
    return { soon: true, festivals: soon.slice(0, SHOWN).map((found) => shown(found, lang)) };
  const later = festivalTimes(festivals, { from: today, to: today + HORIZON_DAYS });
  return { soon: false, festivals: later.slice(0, 1).map((found) => shown(found, lang)) };
}

function shown(time: FestivalTime, lang: Lang): FestivalDay {
  const { start, end, certainty } = time.occurrence;
  const { heritage: _heritage, ...named } = festivalName(time, lang);
  return {
    ...named,
    dates: formatDateRange({ earliest: start, latest: end }, lang),
    ...(certainty === 'computed' ? {} : { certainty: homeMessages[lang].certainty[certainty] }),
  };
}
