import { GOLDEN_QUERIES } from '#tests/golden/search-queries.ts';

/** What the search page is asked: the golden queries over the starter data. */
export const QUERIES: readonly string[] = GOLDEN_QUERIES.map((query) => query.q);
