import { dayFromCivil } from '#formats/dates/index.ts';
import { type Reader, visibleClasses } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { shareOf } from './counting.ts';
import { countBuckets } from './histogram-queries.ts';
import { SHARE_OF } from './hit-queries.ts';
import { interpret } from './interpret.ts';
import type { SearchQuery } from './search-query.ts';

/** Records that begin in these years, both included; null is open. */
export interface Bucket {
  from: number | null;
  to: number | null;
  count: number;
  /** Of these, how many may also belong to a later bucket: their range does not end in this one. */
  uncertain: number;
}

export interface Histogram {
  buckets: Bucket[];
  /** Hits of which no date is known; never left out. */
  unknown: number;
  isExact: boolean;
}

/** Years before the first boundary share a bucket: prehistory is dated by millennia. */
const SCALES = {
  century: { first: -3000, last: 2100, step: 100 },
  decade: { first: 900, last: 2040, step: 10 },
} as const;

export type HistogramScale = keyof typeof SCALES;

/** When the hits of a query begin, per century or decade. Buckets without a record are left out. */
export async function histogram(
  db: Db,
  reader: Reader,
  query: SearchQuery,
  { by }: { by: HistogramScale },
): Promise<Histogram> {
  const classes = await visibleClasses(db, reader);
  const { attempt, counted: found } = await interpret(db, { query, classes });
  const { cover: clause, scope } = attempt;
  const share = shareOf(found);
  const years = boundariesOf(by);
  const boundaries = years.map((year) => dayFromCivil({ year, month: 1, day: 1 }));
  const counted = await countBuckets(db, { hits: { clause, scope, share }, boundaries });
  const factor = SHARE_OF[share];
  return {
    buckets: counted.flatMap(({ bucket, count, uncertain }) =>
      bucket === null
        ? []
        : [
            {
              from: years[bucket - 1] ?? null,
              to: bucket < years.length ? (years[bucket] ?? 0) - 1 : null,
              count: count * factor,
              uncertain: uncertain * factor,
            },
          ],
    ),
    unknown: (counted.find(({ bucket }) => bucket === null)?.count ?? 0) * factor,
    isExact: factor === 1,
  };
}

function boundariesOf(by: HistogramScale): number[] {
  const { first, last, step } = SCALES[by];
  return Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step);
}
