import { dayFromCivil, formatDateRange } from '#formats/dates/index.ts';
import { compareVietnamese } from '#formats/vietnamese/index.ts';
import { type Histogram, histogram, parseSearchQuery, valueCounts } from '#modules/search/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { facetCounts, kindCounts, listCounts, recordsWith, searchWith } from '../record-counts.ts';
import { resultItem } from '../search/result-item.ts';
import { vocabularyAddress } from '../standard/standard-addresses.ts';
import { schemeAddress, type Topic, type TopicScheme, topicAddress, topicSchemes } from './topics.ts';
import type { CenturyCount, SchemeView, TopicLink, TopicView } from './view.ts';

const HIGHLIGHTS = 8;
/** Centuries shown; the search's own timeline has all of them. */
const MOST_CENTURIES = 30;

/** How many records each term of a scheme has, itself and all narrower ones, by one look into the index. */
async function termCounts(context: PageContext, scheme: TopicScheme): Promise<Map<string, number>> {
  const { portal, reader } = context;
  const values = scheme.topics.map(({ id }) => id);
  return await valueCounts(portal.source.db, reader, { field: scheme.field, values });
}

export async function schemeView(context: PageContext, scheme: TopicScheme): Promise<SchemeView> {
  const { lang } = context;
  const counts = await termCounts(context, scheme);
  const all = scheme.topics.map((topic) => linkTo(topic, { scheme, counts, lang }));
  return {
    lang,
    scheme,
    href: schemeAddress(lang, scheme),
    withRecords: all.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count),
    without: all.filter(({ count }) => count === 0).toSorted((a, b) => compareVietnamese(a.label, b.label)),
  };
}

export async function schemeViews(context: PageContext): Promise<SchemeView[]> {
  return await Promise.all(topicSchemes(context.portal).map((scheme) => schemeView(context, scheme)));
}

interface Counted {
  scheme: TopicScheme;
  counts: ReadonlyMap<string, number>;
  lang: Lang;
}

const linkTo = (topic: Topic, { scheme, counts, lang }: Counted): TopicLink => ({
  id: topic.id,
  label: topic.label[lang],
  href: topicAddress(lang, scheme, topic),
  count: counts.get(topic.id) ?? 0,
});

export async function topicView(
  context: PageContext,
  { scheme, topic }: { scheme: TopicScheme; topic: Topic },
): Promise<TopicView> {
  const { portal, lang } = context;
  const filters = { [scheme.key]: topic.id };
  const [answer, counts, times] = await Promise.all([
    recordsWith(context, filters, HIGHLIGHTS),
    termCounts(context, scheme),
    centuriesOf(context, filters),
  ]);
  const links = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const other = scheme.byId.get(id);
      return other === undefined ? [] : [linkTo(other, { scheme, counts, lang })];
    });
  return {
    lang,
    map: portal.map,
    scheme,
    topic,
    total: answer.total,
    href: searchWith(lang, filters),
    broader: links(topic.broader),
    narrower: links(topic.narrower),
    related: links(topic.related),
    eras: scheme.id === 'periods' ? erasOf(context, topic) : [],
    kinds: kindCounts(context, answer, filters),
    lists: listCounts(context, answer, filters),
    provinces: provinceCounts(context, facetCounts(answer, 'place'), filters),
    ...times,
    highlights: answer.items.map((item) => {
      const { summary: _summary, ...shown } = resultItem(item, { lang, catalogue: portal.catalogue });
      return shown;
    }),
  };
}

function provinceCounts(
  { portal, lang }: PageContext,
  counts: ReadonlyMap<string, number>,
  filters: Readonly<Record<string, string>>,
): TopicView['provinces'] {
  return portal.map.provinces
    .map(({ provinceCode, name }) => ({
      code: provinceCode,
      label: name[lang],
      count: counts.get(provinceCode) ?? 0,
      href: searchWith(lang, { ...filters, place: provinceCode }),
    }))
    .toSorted((a, b) => b.count - a.count || compareVietnamese(a.label, b.label));
}

async function centuriesOf(
  { portal, reader, lang }: PageContext,
  filters: Readonly<Record<string, string>>,
): Promise<Pick<TopicView, 'centuries' | 'undated'>> {
  const parsed = parseSearchQuery(filters, { lang, mistakes: 'drop' });
  if (parsed.kind === 'invalid') return { centuries: [], undated: 0 };
  const { buckets, unknown } = await histogram(portal.source.db, reader, parsed.query, { by: 'century' });
  return { centuries: shownCenturies(buckets, { filters, lang }), undated: unknown };
}

/** The youngest centuries; a bucket before all others is not a century and has no years to link to. */
function shownCenturies(
  buckets: Histogram['buckets'],
  { filters, lang }: { filters: Readonly<Record<string, string>>; lang: Lang },
): CenturyCount[] {
  return buckets.slice(-MOST_CENTURIES).flatMap(({ from, to, possible }) => {
    if (from === null || to === null) return [];
    return [
      {
        label: yearsText({ from, to }, lang),
        count: possible,
        href: searchWith(lang, { ...filters, from: edtfYear(from), to: edtfYear(to) }),
      },
    ];
  });
}

/** As the query keys `from` and `to` read it: four digits, with the sign of years before year 1. */
function edtfYear(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

/** Years, both included; null is open. */
export function yearsText({ from, to }: { from: number | null; to: number | null }, lang: Lang): string {
  return formatDateRange(
    {
      earliest: from === null ? null : dayFromCivil({ year: from, month: 1, day: 1 }),
      latest: to === null ? null : dayFromCivil({ year: to, month: 12, day: 31 }),
    },
    lang,
  );
}

/** The reign eras of a dynasty: their list names it by its label. */
function erasOf({ portal, lang }: PageContext, topic: Topic): TopicView['eras'] {
  const names = new Set([topic.label.vi, ...topic.alternatives.vi]);
  const concepts = portal.vocabularies.vocabulary('reign-eras')?.concepts ?? [];
  return concepts
    .filter(({ dynasty, era }) => dynasty !== undefined && era !== undefined && names.has(dynasty))
    .map(({ id, era = '', eraHan, from, to }) => ({
      label: era,
      ...(eraHan === undefined ? {} : { han: eraHan }),
      years: yearsText({ from: from ?? null, to: to ?? null }, lang),
      href: `${vocabularyAddress(lang, 'reign-eras')}#${id}`,
    }));
}
