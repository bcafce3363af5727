export { type AmongAnswer, searchAmong } from './among.ts';
export { lexemesOf, wholeNameTokens } from './analysis.ts';
export { createSearchProjection, reindex, searchTasks } from './commands.ts';
export { deletionsOf } from './deletions.ts';
export { foldedWords } from './facet-store.ts';
export {
  type Bucket,
  countSpans,
  type Histogram,
  type HistogramScale,
  histogram,
  type PeriodSpan,
  spansOf,
} from './histogram.ts';
export { sampleOf, staticRank } from './importance.ts';
export { type Cluster, type MapAnswer, mapClusters } from './map.ts';
export { registerSearchRoutes } from './routes.ts';
export { packIds } from './row-store.ts';
export { type SearchAnswer, search } from './search.ts';
export { parseSearchQuery, type SearchQuery } from './search-query.ts';
export { type SuggestedRecord, type SuggestionGroup, suggest } from './suggest.ts';
export type { LexemeClass } from './tables.ts';
export { valueCounts } from './value-counts.ts';
