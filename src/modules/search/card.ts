import { formatDateRange } from '#formats/dates/index.ts';
import { truncate } from '#formats/vietnamese/index.ts';
import { type Kind, type LocalizedLabel, names } from '#modules/standards/index.ts';
import { type DayRange, datingOf } from './dating.ts';
import { holderValues, listValues, rankLevels, typeValues } from './facet-values.ts';
import { publicPoint } from './public-point.ts';
import type { RecordView } from './record-view.ts';
import type { Title } from './source.ts';
import { stringsOf } from './structured-value.ts';
import type { FacetValue } from './terms.ts';

interface CardTerm {
  code: string;
  label: LocalizedLabel;
}

/** What a result shows of a record, in both languages. */
export interface Card {
  title: Title & { han?: string };
  summary?: Partial<LocalizedLabel>;
  types: CardTerm[];
  lists: CardTerm[];
  rank: string;
  place?: LocalizedLabel;
  date?: LocalizedLabel;
  holder?: LocalizedLabel;
  verification: 'unconfirmed' | 'confirmed';
  /** Public precision only: degrees, latitude first. */
  point?: [number, number];
}

export interface CardOfRecord {
  pid: string;
  kind: Kind;
  card: Card;
}

const SUMMARY_LENGTH = 300;

export function cardOf(view: RecordView): Card {
  const summary = summaryOf(view);
  const place = placeLabel(view);
  const date = dateLabel(view);
  const holder = holderValues(view)[0]?.label;
  const point = publicPoint(view);
  return {
    title: titleOf(view),
    ...(summary ? { summary } : {}),
    types: leaves(typeValues(view)),
    lists: leaves(listValues(view)),
    rank: rankLevels(view)[0] ?? 'none',
    ...(place ? { place } : {}),
    ...(date ? { date } : {}),
    ...(holder ? { holder } : {}),
    verification: view.source.verification,
    ...(point ? { point: [point.lat, point.lon] } : {}),
  };
}

export function titleOf({ source }: Pick<RecordView, 'source'>): Card['title'] {
  const all = names(source.body);
  const isHan = ({ script }: { script?: string }) => script === 'Hani' || script === 'Hant';
  const latin = all.filter((name) => !isHan(name));
  const vi = latin.find(({ lang }) => lang === undefined || lang.startsWith('vi')) ?? latin[0] ?? all[0];
  const en = latin.find(({ lang }) => lang?.startsWith('en'));
  const han = all.find(isHan);
  return {
    vi: vi?.text ?? source.pid,
    ...(en ? { en: en.text } : {}),
    ...(han ? { han: han.text } : {}),
  };
}

function summaryOf(view: RecordView): Partial<LocalizedLabel> | undefined {
  const statements = [...view.values('summary'), ...view.values('description')];
  const of = (lang: 'vi' | 'en') => {
    const found = statements.find((statement) => (statement.lang ?? 'vi').startsWith(lang));
    return typeof found?.value === 'string' ? { [lang]: truncate(found.value, SUMMARY_LENGTH) } : {};
  };
  const summary: Partial<LocalizedLabel> = { ...of('vi'), ...of('en') };
  return Object.keys(summary).length > 0 ? summary : undefined;
}

/** The last of each path: a card names the type, not what is broader than it. */
function leaves(values: readonly FacetValue[]): CardTerm[] {
  const terms = new Map(values.map(({ value, label }) => [value, { code: value, label }]));
  return [...terms.values()].slice(-3);
}

function placeLabel({ place }: RecordView): LocalizedLabel | undefined {
  if (place.provinces.length === 0) return undefined;
  const commune = place.communes.length === 1 ? place.communes : [];
  const units = [...commune, ...place.provinces];
  return {
    vi: units.map(({ name }) => name).join(', '),
    en: units.map(({ name, nameEn }) => nameEn ?? name).join(', '),
  };
}

function dateLabel(view: RecordView): LocalizedLabel | undefined {
  const verbatim = view.values('date').flatMap(({ value }) => stringsOf(value, 'verbatim'))[0];
  const range = datingOf(view);
  if (isUnknown(range)) return verbatim === undefined ? undefined : { vi: verbatim, en: verbatim };
  return { vi: verbatim ?? formatDateRange(range, 'vi'), en: formatDateRange(range, 'en') };
}

const isUnknown = ({ earliest, latest }: DayRange): boolean => earliest === null && latest === null;
