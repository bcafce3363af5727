import type { TerritoryMap } from '#formats/geo/index.ts';
import { type MapAnswer, mapClusters, type SearchQuery } from '#modules/search/index.ts';
import type { InteractiveMap } from '#web/components/told-map.ts';
import { interactiveMap } from '../map/interactive.ts';
import type { PageContext } from '../page-context.ts';
import { addressOf, replacing, type SearchState, withoutKeys } from './state.ts';

export interface ProvinceResults {
  /** Code of today's province. */
  code: string;
  name: string;
  count: number;
  /** The same search on the map, in this province alone. */
  href: string;
}

/** The results of a search as the map shows them. */
export interface SearchMap {
  territory: TerritoryMap;
  /** Those with results, most first; a thing in two provinces counts in both. */
  provinces: ProvinceResults[];
  /** Results that have a public point. */
  located: number;
  interactive: InteractiveMap;
}

/** The coarsest grid: only the sum over its cells is shown. */
const WHOLE_COUNTRY = 3;
/** Keys that the map's own requests set, or that mean nothing on a map. */
const NOT_FOR_THE_MAP = ['bbox', 'near', 'sort', 'view', 'after', 'before', 'exact'];

/** Counts of the very same query that the list shows. */
export async function mapOfResults(
  { portal, reader }: PageContext,
  { query, state }: { query: SearchQuery; state: SearchState },
): Promise<SearchMap> {
  const answer = await mapClusters(portal.source.db, reader, query, { zoom: WHOLE_COUNTRY, bbox: null });
  const search = addressOf(withoutKeys(state, NOT_FOR_THE_MAP), '').replace(/^\?/, '');
  return {
    territory: portal.map,
    provinces: provincesOf(answer, state),
    located: answer.clusters.reduce((sum, { count }) => sum + count, 0),
    interactive: interactiveMap(portal, { search, box: query.bbox }),
  };
}

function provincesOf({ provinces }: MapAnswer, state: SearchState): ProvinceResults[] {
  return provinces
    .filter(({ count }) => count > 0)
    .map(({ value, label, count }) => ({
      code: value,
      name: label,
      count,
      href: addressOf(replacing(state, 'place', value)),
    }));
}
