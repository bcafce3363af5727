import { addressedUnits, communesWithin, formerProvinces, provincesOn } from '#modules/places/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES, KIND_SEGMENTS } from '#web/layout/index.ts';
import { dayInVietnam } from '../days.ts';
import { both } from '../page-route.ts';
import { placeAddress } from '../place/place-names.ts';
import type { Portal } from '../portal.ts';
import { schemeAddress, topicAddress, topicSchemes } from '../topic/topics.ts';

/** Pages of all provinces of today and before, and of all communes. */
export async function placePages({ source: { db }, now }: Portal): Promise<Record<Lang, string>[]> {
  const provinces = await addressedUnits(
    db,
    (await provincesOn(db, dayInVietnam(now()))).map(({ key }) => key),
  );
  const communes = await Promise.all(provinces.map(({ key }) => communesWithin(db, key)));
  const units = [...provinces, ...(await formerProvinces(db)), ...communes.flat()];
  return units.map((unit) => both((lang) => placeAddress(lang, unit)));
}

/** Pages of the schemes and of their terms, and of the lists as collections. */
export function topicPages(portal: Portal): Record<Lang, string>[] {
  const schemes = topicSchemes(portal);
  return [
    both((lang) => `/${lang}/${KIND_SEGMENTS.collection?.[lang]}`),
    ...schemes.map((scheme) => both((lang) => schemeAddress(lang, scheme))),
    ...schemes.flatMap((scheme) =>
      scheme.topics.map((topic) => both((lang) => topicAddress(lang, scheme, topic))),
    ),
  ];
}

/** Months of the festival calendar around today; those further away are kept out of search engines. */
export function festivalPages(today: string): Record<Lang, string>[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: MONTHS_AROUND * 2 + 1 }, (_, index) => {
    const at = new Date(Date.UTC(year, month - 1 + index - MONTHS_AROUND, 1)).toISOString();
    return both((lang) => `${ADDRESSES.festivals[lang]}/${at.slice(0, 4)}/${at.slice(5, 7)}`);
  });
}

const MONTHS_AROUND = 12;
