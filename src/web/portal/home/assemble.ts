import { dayFromIso } from '#formats/dates/index.ts';
import { compareVietnamese } from '#formats/vietnamese/index.ts';
import { hasDenominator, readProgress, targetById } from '#modules/programme/index.ts';
import { listDecisions } from '#modules/registry/index.ts';
import { parseSearchQuery, type SearchAnswer, search } from '#modules/search/index.ts';
import { KINDS, type Kind } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import { ADDRESSES } from '#web/layout/index.ts';
import { dayInVietnam, isoDateText } from '../days.ts';
import { festivalRecords } from '../festival/read-festivals.ts';
import type { PageContext } from '../page-context.ts';
import { addressOf } from '../search/state.ts';
import { comingFestivals } from './festivals.ts';
import { lunarText, solarText } from './today.ts';
import type { DecisionLine, HomeView, KindCount, ProvinceCount, Today } from './view.ts';

const DOORS: readonly Kind[] = ['monument', 'artefact', 'intangible', 'documentary'];
const DECISIONS_SHOWN = 5;

/** Without marks, a place, a reign, a province of before July 2025, an art, a decision: each finds something. */
const EXAMPLES = ['trong dong ngoc lu', 'Huế', 'Minh Mạng', 'Quảng Nam', 'ca trù', '1426/QĐ-TTg'];

/** Everything the home page shows, for this reader and today in Vietnam. */
export async function homeView(context: PageContext): Promise<HomeView> {
  const { portal, lang } = context;
  const [answer, today, decisions, progress] = await Promise.all([
    everything(context),
    todayView(context),
    listDecisions(portal.source.db, { limit: DECISIONS_SHOWN }),
    programmeLine(context),
  ]);
  const counts = kindCounts(answer, context);
  const doors = counts.filter(({ kind }) => isDoor(kind));
  return {
    lang,
    total: doors.reduce((sum, { count }) => sum + count, 0),
    examples: EXAMPLES.map((text) => ({ text, href: searchAddress(lang, 'q', text) })),
    today,
    doors,
    others: counts.filter(({ kind, count }) => !isDoor(kind) && count > 0),
    map: portal.map,
    provinces: provinceCounts(answer, context),
    decisions: decisions.items.map((decision) => decisionLine(decision, lang)),
    progress,
  };
}

/** Target 1b of Decision 2026/QĐ-TTg. */
const SPECIAL_MONUMENTS = 'T1b';

async function programmeLine({ portal }: PageContext): Promise<HomeView['progress']> {
  const target = targetById(SPECIAL_MONUMENTS);
  if (target === undefined) return null;
  const [line] = await readProgress(portal.source.db, dayInVietnam(portal.now()), [target]);
  return line !== undefined && hasDenominator(line) ? line.total : null;
}

const isDoor = (kind: string): boolean => DOORS.some((door) => door === kind);

function searchAddress(lang: Lang, key: string, value: string): string {
  return addressOf({ lang, pairs: [[key, value]] });
}

/** A search for everything: its facets are the counts of the whole register. */
async function everything({ portal, reader, lang }: PageContext): Promise<SearchAnswer> {
  const parsed = parseSearchQuery({ limit: '1' }, { lang, mistakes: 'drop' });
  if (parsed.kind === 'invalid') throw new Error('the query for everything is not understood');
  return await search(portal.source.db, reader, parsed.query);
}

function countsOf({ facets }: SearchAnswer, name: string): Map<string, number> {
  const values = facets.find((facet) => facet.name === name)?.values ?? [];
  return new Map(values.map(({ value, count }) => [value, count]));
}

function kindCounts(answer: SearchAnswer, { portal, lang }: PageContext): KindCount[] {
  const counts = countsOf(answer, 'kind');
  return KINDS.map((kind) => ({
    kind,
    label: portal.catalogue.label('record-kind', kind, lang),
    count: counts.get(kind) ?? 0,
    href: searchAddress(lang, 'kind', kind),
  }));
}

/** All provinces of the map, those without a record too. */
function provinceCounts(answer: SearchAnswer, { portal, lang }: PageContext): ProvinceCount[] {
  const counts = countsOf(answer, 'place');
  return portal.map.provinces
    .map(({ provinceCode, name }) => ({
      code: provinceCode,
      name: name[lang],
      count: counts.get(provinceCode) ?? 0,
      href: searchAddress(lang, 'place', provinceCode),
    }))
    .sort((a, b) => compareVietnamese(a.name, b.name));
}

async function todayView(context: PageContext): Promise<Today> {
  const { portal, lang } = context;
  const today = dayFromIso(dayInVietnam(portal.now())) ?? 0;
  const records = await festivalRecords(context);
  return {
    solar: solarText(today, lang),
    lunar: lunarText(today, lang),
    ...comingFestivals(records, { today, lang }),
  };
}

type Decision = Awaited<ReturnType<typeof listDecisions>>['items'][number];

function decisionLine({ key, number, date, summary }: Decision, lang: Lang): DecisionLine {
  const own = summary[lang];
  return {
    href: `${ADDRESSES.decisions[lang]}/${key}`,
    number,
    title: own ?? summary.vi ?? summary.en ?? '',
    ...(own === null && summary.vi !== null && lang !== 'vi' ? { titleLang: 'vi' } : {}),
    date: isoDateText(date, lang),
  };
}
