import { dayFromIso, formatDateRange } from '#formats/dates/index.ts';
import { compareVietnamese } from '#formats/vietnamese/index.ts';
import {
  type AddressedUnit,
  addressedUnits,
  formerProvinces,
  provincesOn,
  resolvePlaceName,
  successorsOf,
  type Unit,
} from '#modules/places/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { dayInVietnam } from '../days.ts';
import type { PageContext } from '../page-context.ts';
import { facetCounts, recordsWith, searchWith } from '../record-counts.ts';
import { placeMessages } from './messages.ts';
import { barePlaceName, fullPlaceName, pageOfUnit, placeAddress, shortPlaceName } from './place-names.ts';
import type { PlaceIndexView, ProvinceRow, UnitLink } from './view.ts';

/** The kinds whose numbers the table tells; the last column has them all. */
const COLUMNS = ['monument', 'artefact', 'intangible', 'documentary', 'museum'] as const;
/** Units of one name shown; "Tân Thành" is borne by more. */
const MOST_FOUND = 30;

export async function placeIndexView(context: PageContext, name: string): Promise<PlaceIndexView> {
  const { portal, lang } = context;
  const { db } = portal.source;
  const today = dayInVietnam(portal.now());
  const [provinces, former, counts, search] = await Promise.all([
    provincesOn(db, today).then((units) =>
      addressedUnits(
        db,
        units.map(({ key }) => key),
      ),
    ),
    formerProvinces(db),
    provinceCounts(context),
    name === '' ? undefined : findUnits(context, name),
  ]);
  const byKey = new Map(provinces.map((unit) => [unit.key, unit]));
  return {
    lang,
    map: portal.map,
    columns: COLUMNS.map((kind) => ({ kind, label: portal.catalogue.label('record-kind', kind, lang) })),
    rows: provinces
      .map((unit) => provinceRow(context, unit, counts))
      .toSorted((a, b) => compareVietnamese(a.name, b.name)),
    former: former.map((unit) => formerLink(unit, byKey.get(unit.successor ?? ''), lang)),
    ...(search === undefined ? {} : { search }),
  };
}

type Counts = Map<string, Map<string, number>>;

/** Records per province, of every kind ('') and of each kind of the table. */
async function provinceCounts(context: PageContext): Promise<Counts> {
  const filters = [{}, ...COLUMNS.map((kind) => ({ kind }))];
  const answers = await Promise.all(filters.map((filter) => recordsWith(context, filter)));
  return new Map(answers.map((answer, index) => [COLUMNS[index - 1] ?? '', facetCounts(answer, 'place')]));
}

function provinceRow({ lang }: PageContext, unit: AddressedUnit, counts: Counts): ProvinceRow {
  const code = unit.code ?? '';
  const cell = (kind: string) => ({
    code: kind,
    label: kind,
    count: counts.get(kind)?.get(code) ?? 0,
    href: searchWith(lang, { ...(kind === '' ? {} : { kind }), place: code }),
  });
  return {
    code,
    name: barePlaceName(unit, lang),
    href: placeAddress(lang, unit),
    total: cell(''),
    kinds: COLUMNS.map(cell),
  };
}

function formerLink(unit: AddressedUnit, successor: Unit | undefined, lang: Lang): UnitLink {
  return {
    key: unit.key,
    name: barePlaceName(unit, lang),
    href: placeAddress(lang, unit),
    ...(successor === undefined
      ? {}
      : { remark: placeMessages[lang].nowIn(shortPlaceName(successor, lang)) }),
  };
}

/** Every unit of that name, of today and before, each with where it lies and what became of it. */
async function findUnits({ portal, lang }: PageContext, name: string): Promise<PlaceIndexView['search']> {
  const { db } = portal.source;
  const named = await resolvePlaceName(db, name);
  const shown = named.slice(0, MOST_FOUND);
  const keys = shown.flatMap(({ key, parent }) => (parent === null ? [key] : [key, parent]));
  const [addressed, next] = await Promise.all([
    addressedUnits(db, keys),
    successorsOf(
      db,
      shown.filter(({ to }) => to !== null).map(({ key }) => key),
    ),
  ]);
  const byKey = new Map(addressed.map((unit) => [unit.key, unit]));
  const became = Map.groupBy(next, ({ of }) => of);
  const units = shown.map((unit) => {
    const own = byKey.get(unit.key);
    const parent = byKey.get(unit.parent ?? '');
    return foundUnit(unit, { lang, own, parent, next: became.get(unit.key) ?? [] });
  });
  return { name, units, more: named.length > shown.length };
}

interface Around {
  lang: Lang;
  own: AddressedUnit | undefined;
  parent: AddressedUnit | undefined;
  next: readonly Unit[];
}

function foundUnit(unit: Unit, { lang, own, parent, next }: Around): UnitLink {
  const text = placeMessages[lang];
  const href = pageOfUnit(lang, own);
  const remarks = [
    ...(parent === undefined ? [] : [text.within(shortPlaceName(parent, lang))]),
    ...(unit.to === null ? [] : [text.until(lastDay(unit.to, lang))]),
    ...(next.length === 0 ? [] : [text.nowIn(namesOf(next, lang))]),
  ];
  return {
    key: unit.key,
    name: fullPlaceName(unit, lang),
    ...(href === undefined ? {} : { href }),
    ...(remarks.length > 0 ? { remark: remarks.join(', ') } : {}),
  };
}

/** Land that was shared out among many is told by the first of them. */
const MOST_SUCCESSORS = 3;

function namesOf(units: readonly Unit[], lang: Lang): string {
  const names = units.map((unit) => shortPlaceName(unit, lang));
  return `${names.slice(0, MOST_SUCCESSORS).join('; ')}${names.length > MOST_SUCCESSORS ? '…' : ''}`;
}

/** The end of a unit is exclusive: it lived until the day before. */
export function lastDay(to: string, lang: Lang): string {
  const day = dayFromIso(to);
  return day === null ? to : formatDateRange({ earliest: day - 1, latest: day - 1 }, lang);
}
