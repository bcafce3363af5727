import { parseSearchQuery, type SearchAnswer, search } from '#modules/search/index.ts';
import { codeKey, KINDS } from '#modules/standards/index.ts';
import type { Lang } from '#platform/i18n/index.ts';
import type { PageContext } from './page-context.ts';
import { addressOf } from './search/state.ts';

type Filters = Readonly<Record<string, string>>;

/** A number of records with the search that finds exactly these. */
export interface RecordCount {
  code: string;
  label: string;
  count: number;
  href: string;
}

/** The most important records that meet the filters, with their number and the counts of all facets. */
export async function recordsWith(
  { portal, reader, lang }: PageContext,
  filters: Filters,
  limit = 1,
): Promise<SearchAnswer> {
  const parsed = parseSearchQuery({ ...filters, limit: String(limit) }, { lang, mistakes: 'drop' });
  if (parsed.kind === 'invalid') throw new Error('a query without words is always read');
  return await search(portal.source.db, reader, parsed.query);
}

export function searchWith(lang: Lang, filters: Filters): string {
  return addressOf({ lang, pairs: Object.entries(filters) });
}

/** Counts of one facet by value. */
export function facetCounts({ facets }: Pick<SearchAnswer, 'facets'>, name: string): Map<string, number> {
  const values = facets.find((facet) => facet.name === name)?.values ?? [];
  return new Map(values.map(({ value, count }) => [value, count]));
}

/** How many records of each kind meet the filters; kinds without one are left out. */
export function kindCounts(
  { portal, lang }: PageContext,
  answer: Pick<SearchAnswer, 'facets'>,
  filters: Filters,
): RecordCount[] {
  const counts = facetCounts(answer, 'kind');
  return KINDS.map((kind) => ({
    code: kind,
    label: portal.catalogue.label('record-kind', kind, lang),
    count: counts.get(kind) ?? 0,
    href: searchWith(lang, { ...filters, kind }),
  })).filter(({ count }) => count > 0);
}

/** How many are on each list under the law or of UNESCO; groups of lists are left out. */
export function listCounts(
  { portal, lang }: PageContext,
  answer: Pick<SearchAnswer, 'facets'>,
  filters: Filters,
): RecordCount[] {
  const counts = facetCounts(answer, 'list');
  const codes = portal.catalogue.codeList('designation-list')?.codes ?? [];
  const groups = new Set(codes.flatMap(({ broader }) => broader ?? []));
  return codes
    .filter(({ code }) => !groups.has(code))
    .map(({ code, label }) => ({
      code,
      label: label[lang],
      count: counts.get(codeKey(code)) ?? 0,
      href: searchWith(lang, { ...filters, list: codeKey(code) }),
    }))
    .filter(({ count }) => count > 0);
}
