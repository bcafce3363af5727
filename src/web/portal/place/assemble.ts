import {
  type AddressedUnit,
  addressedUnits,
  communesWithin,
  districtsWithin,
  type UnitDetails,
  unitDetails,
  unitHistory,
} from '#modules/places/index.ts';
import { valueCounts } from '#modules/search/index.ts';
import { ADDRESSES, type Crumb } from '#web/layout/index.ts';
import { isoDateText } from '../days.ts';
import type { PageContext } from '../page-context.ts';
import { placeHeritage } from './heritage.ts';
import { placeMessages } from './messages.ts';
import { placeFestivals } from './place-festivals.ts';
import { barePlaceName, fullPlaceName, placeAddress, shortPlaceName, typeName } from './place-names.ts';
import type { CommuneGroup, CommuneView, FormerView, PlaceView, ProvinceView } from './view.ts';

/** Districts that the data names; more of one province would be a list nobody reads. */
const MOST_DISTRICTS = 60;

/** What all pages of units share. */
async function placeView(
  context: PageContext,
  { unit, code, crumbs }: { unit: AddressedUnit; code: string; crumbs: Crumb[] },
): Promise<PlaceView> {
  const { portal, lang } = context;
  const { db } = portal.source;
  const [details, history, heritage, festivals] = await Promise.all([
    unitDetails(db, unit.key),
    unitHistory(db, unit.key),
    placeHeritage(context, code),
    placeFestivals(context, code),
  ]);
  const title = fullPlaceName(unit, lang);
  return {
    lang,
    map: portal.map,
    unit,
    details: details ?? NO_DETAILS,
    title,
    name: shortPlaceName(unit, lang),
    crumbs: [
      { label: placeMessages[lang].title, href: ADDRESSES.places[lang] },
      ...crumbs,
      { label: barePlaceName(unit, lang) },
    ],
    heritage,
    festivals,
    highlighted: new Set(),
    history,
  };
}

const NO_DETAILS: UnitDetails = { area: null, population: null, note: null, source: '', types: [] };

export async function provinceView(context: PageContext, unit: AddressedUnit): Promise<ProvinceView> {
  const code = unit.code ?? '';
  const [view, units] = await Promise.all([
    placeView(context, { unit, code, crumbs: [] }),
    communesWithin(context.portal.source.db, unit.key),
  ]);
  const communes = await communeGroups(context, units);
  return { ...view, highlighted: new Set([code]), communes, communeCount: units.length };
}

/** Wards before communes before special zones, as the law lists them. */
const COMMUNE_TYPES = ['phường', 'xã', 'đặc khu'];

async function communeGroups(
  { portal, reader, lang }: PageContext,
  units: readonly AddressedUnit[],
): Promise<CommuneGroup[]> {
  const values = units.flatMap(({ code }) => code ?? []);
  const counts = await valueCounts(portal.source.db, reader, { field: 'commune', values });
  const types = [...new Set([...COMMUNE_TYPES, ...units.map(({ type }) => type)])];
  return types
    .map((type) => ({
      type,
      label: typeName(type, lang),
      communes: units
        .filter((unit) => unit.type === type)
        .map((unit) => ({
          name: barePlaceName(unit, lang),
          href: placeAddress(lang, unit),
          count: counts.get(unit.code ?? '') ?? 0,
        })),
    }))
    .filter(({ communes }) => communes.length > 0);
}

export async function communeView(
  context: PageContext,
  unit: AddressedUnit,
): Promise<CommuneView | undefined> {
  const { portal, lang } = context;
  const [province] = await addressedUnits(portal.source.db, [unit.parent ?? '']);
  if (province === undefined) return undefined;
  const crumb = { label: barePlaceName(province, lang), href: placeAddress(lang, province) };
  const view = await placeView(context, { unit, code: unit.code ?? '', crumbs: [crumb] });
  const around = view.heritage.total === 0 ? await placeHeritage(context, province.code ?? '') : undefined;
  return {
    ...view,
    province,
    highlighted: new Set([province.code ?? '']),
    elsewhere: around?.highlights ?? [],
  };
}

/** A former province; undefined where the data does not say what became of it. */
export async function formerView(context: PageContext, unit: AddressedUnit): Promise<FormerView | undefined> {
  const { portal, lang } = context;
  const { db } = portal.source;
  const text = placeMessages[lang];
  const view = await placeView(context, { unit, code: `former-${unit.code}`, crumbs: [] });
  const [next] = view.history.filter(({ relation }) => relation === 'successor');
  if (next === undefined) return undefined;
  const [siblings, districts] = await Promise.all([
    unitHistory(db, next.key),
    districtsWithin(db, unit.key, MOST_DISTRICTS),
  ]);
  const together = siblings.filter(({ relation }) => relation === 'predecessor');
  const successor = shortPlaceName(next, lang);
  const now = together.length === 1 ? text.nowIs(successor) : text.nowIn(successor);
  return {
    ...view,
    title: text.formerTitle(barePlaceName(unit, lang), now, isoDateText(next.date, lang)),
    highlighted: new Set([next.code ?? '']),
    now,
    successor: next,
    together: together.length > 1 ? together : [],
    districts,
  };
}
