/** West, south, east, north; degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** What the browser is told so that it can put an interactive map in the place of the drawing. */
export interface InteractiveMap {
  /** Address of the outlines of provinces and archipelagos, GeoJSON. */
  outlines: string;
  /** Address of the style sheet of the interactive map, loaded with it. */
  sheet: string;
  /** The operator's own background. */
  basemap?: Basemap;
  /** Query of the search whose results are shown (`q=chùa&kind=monument`); without it no results are asked for. */
  search?: string;
  /** What is shown first; else the whole country. */
  box?: Box;
}

export interface Basemap {
  /** Address of the PMTiles archive, with its hash. */
  address: string;
  tiles: 'vector' | 'raster';
  maxZoom: number;
  /** Layers of vector tiles. */
  layers: readonly string[];
}

/** The content of `data-map`: what is needed for the map, and what the drawing shows. */
export interface ToldMap extends InteractiveMap {
  /** Numbers by province code; a province without one is plain land. */
  counts: Readonly<Record<string, number>>;
  marks: readonly { lon: number; lat: number; label: string }[];
  /** Province codes to set off from the others. */
  highlighted: readonly string[];
}

/** Upper bounds of the five tints of a count. */
const TINT_STEPS = [10, 25, 50, 100];

/** 1 to 5; drawing and interactive map use the same. */
export function tint(count: number): number {
  const step = TINT_STEPS.findIndex((bound) => count < bound);
  return step < 0 ? TINT_STEPS.length + 1 : step + 1;
}
