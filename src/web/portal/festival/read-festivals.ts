import type { FieldOfRecord } from '#modules/registry/index.ts';
import { recordsWithField } from '#modules/registry/index.ts';
import {
  type AmongAnswer,
  parseSearchQuery,
  type SearchQuery,
  search,
  searchAmong,
} from '#modules/search/index.ts';
import { codeKey } from '#modules/standards/index.ts';
import type { PageContext } from '../page-context.ts';
import { type Festival, festivalsOf } from './occurrences.ts';

/** Rules of festivals are read whole and computed here; the register has hundreds of them, not thousands. */
const MOST_FESTIVALS = 2_000;
/** The type of intangible heritage that festivals are of (code list ich-type). */
export const FESTIVAL_TYPE = codeKey('LE_HOI_TRUYEN_THONG');

export type FestivalCard = AmongAnswer['items'][number];

export interface FoundFestivals {
  festivals: Festival[];
  cards: ReadonlyMap<string, FestivalCard>;
  facets: AmongAnswer['facets'];
}

/** Every published record with a rule of recurrence, as far as the reader may see it. */
export async function festivalRecords({ portal, reader }: PageContext): Promise<FieldOfRecord[]> {
  const request = { kind: 'intangible', field: 'recurrence', limit: MOST_FESTIVALS } as const;
  return await recordsWithField(portal.source, reader, request);
}

/** The festivals that meet the filters, with what the index knows of each. */
export async function findFestivals(context: PageContext, query: SearchQuery): Promise<FoundFestivals> {
  const { portal, reader } = context;
  const records = await festivalRecords(context);
  const pids = records.map(({ pid }) => pid);
  const { items, facets } = await searchAmong(portal.source.db, reader, { query, pids });
  const cards = new Map(items.map((item) => [item.pid, item]));
  return { festivals: festivalsOf(records.filter(({ pid }) => cards.has(pid))), cards, facets };
}

/** How many records of the register are festivals by their type, whether or not their days are known. */
export async function countFestivals(
  { portal, reader, lang }: PageContext,
  filters: SearchQuery['filters'],
): Promise<number> {
  const parameters = { ...Object.fromEntries(filters), type: FESTIVAL_TYPE, limit: '1' };
  const parsed = parseSearchQuery(parameters, { lang, mistakes: 'drop' });
  return parsed.kind === 'query' ? (await search(portal.source.db, reader, parsed.query)).total : 0;
}
