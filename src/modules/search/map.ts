import type { BoundingBox } from '#formats/geo/index.ts';
import { type Reader, visibleClasses } from '#modules/access/index.ts';
import type { Db } from '#platform/db/index.ts';
import { shareOf } from './counting.ts';
import { type FacetCount, listFacets } from './facets.ts';
import { SHARE_OF } from './hit-queries.ts';
import { interpret } from './interpret.ts';
import { countCells } from './map-queries.ts';
import type { SearchQuery } from './search-query.ts';

/** Hits close to each other on the map. Degrees; the point is the middle of the hits. */
export interface Cluster {
  count: number;
  lat: number;
  lon: number;
  box: BoundingBox;
}

export interface MapAnswer {
  total: number;
  totalIsExact: boolean;
  /** Hits per province of today, with or without a point. */
  provinces: FacetCount[];
  clusters: Cluster[];
}

/** A cell is a quarter of a map tile, about 64 pixels. */
const CELLS_PER_TILE = 4;
const ZOOMS = { least: 3, most: 18 };

/** The hits of a query as a map shows them. Only public points take part, whoever asks. */
export async function mapClusters(
  db: Db,
  reader: Reader,
  query: SearchQuery,
  { zoom, bbox }: { zoom: number; bbox: BoundingBox | null },
): Promise<MapAnswer> {
  const framed = { ...query, bbox: intersection(query.bbox, bbox) };
  const classes = await visibleClasses(db, reader);
  const { attempt, counted } = await interpret(db, { query: framed, classes });
  const { cover: clause, scope } = attempt;
  const share = shareOf(counted);
  const level = Math.min(ZOOMS.most, Math.max(ZOOMS.least, Math.round(zoom)));
  const size = 360 / 2 ** level / CELLS_PER_TILE;
  const cells = await countCells(db, { hits: { clause, scope, share }, size });
  const facets = await listFacets(db, {
    counted: new Map([['', counted]]),
    filters: new Map(),
    selectedIds: [],
    lang: query.lang,
  });
  return {
    total: counted.count * counted.factor,
    totalIsExact: counted.factor === 1,
    provinces: facets.find(({ name }) => name === 'place')?.values ?? [],
    clusters: cells.map(({ column, row, count, lat, lon }) => ({
      count: count * SHARE_OF[share],
      lat,
      lon,
      box: {
        west: column * size,
        south: row * size,
        east: (column + 1) * size,
        north: (row + 1) * size,
      },
    })),
  };
}

function intersection(a: BoundingBox | null, b: BoundingBox | null): BoundingBox | null {
  if (a === null || b === null) return a ?? b;
  return {
    west: Math.max(a.west, b.west),
    south: Math.max(a.south, b.south),
    east: Math.min(a.east, b.east),
    north: Math.min(a.north, b.north),
  };
}
