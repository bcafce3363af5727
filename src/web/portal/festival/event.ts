import { formatDateRange } from '#formats/dates/index.ts';
import { slugify } from '#formats/vietnamese/index.ts';
import type { Catalogue } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { recordAddress } from '#web/layout/index.ts';
import { resultItem } from '../search/result-item.ts';
import type { Festival, FestivalTime } from './occurrences.ts';
import type { FestivalCard } from './read-festivals.ts';
import { certaintyText, lunarSpan } from './recurrence.ts';
import type { FestivalEvent, UndatedFestival } from './view.ts';

/** What a festival is called, where its record is, and of which heritage it is a part. */
export function festivalName(
  { record, occasion }: Pick<Festival, 'record' | 'occasion'>,
  lang: Lang,
): Pick<FestivalEvent, 'name' | 'nameLang' | 'heritage' | 'href'> {
  const { pid, kind, title } = record;
  const heritage = lang === 'en' ? (title.en ?? title.vi) : title.vi;
  const isVietnamese = lang === 'en' && (occasion !== undefined || title.en === undefined);
  return {
    name: occasion ?? heritage,
    ...(isVietnamese ? { nameLang: 'vi' } : {}),
    ...(occasion === undefined ? {} : { heritage }),
    href: recordAddress(lang, kind, pid, slugify(title.vi)),
  };
}

export interface EventContext {
  lang: Lang;
  catalogue: Catalogue;
  cards: ReadonlyMap<string, FestivalCard>;
}

export function festivalEvent(time: FestivalTime, { lang, catalogue, cards }: EventContext): FestivalEvent {
  const { record, occurrence, value } = time;
  const card = cards.get(record.pid);
  const { start, end, startIso, endIso, certainty } = occurrence;
  return {
    pid: record.pid,
    ...festivalName(time, lang),
    start,
    end,
    startIso,
    endIso,
    dates: formatDateRange({ earliest: start, latest: end }, lang),
    lunar: lunarSpan(occurrence, lang),
    status: certainty,
    certainty: certaintyText(occurrence, { isLunar: value.calendar === 'lunar-vi', lang }),
    ...placeOf(card, lang),
    ranks: card === undefined ? [] : resultItem(card, { lang, catalogue }).ranks,
  };
}

/** A festival without days, with the words that the source has instead. */
export function undatedFestival(
  festival: Festival,
  { lang, catalogue, cards }: EventContext,
): UndatedFestival {
  const { heritage: _heritage, ...named } = festivalName(festival, lang);
  const { calendar, words } = festival.value ?? {};
  return {
    ...named,
    ...placeOf(cards.get(festival.record.pid), lang),
    ...(words === undefined ? {} : { rule: words }),
    ...(calendar === undefined ? {} : { calendar: catalogue.label('recurrence-calendar', calendar, lang) }),
  };
}

const placeOf = (card: FestivalCard | undefined, lang: Lang): { place?: string } =>
  card?.place === undefined ? {} : { place: card.place[lang] };
