import type { ComponentChildren } from 'preact';
import type { Lang } from '#platform/i18n/index.ts';
import { NationalMap, type NationalMapProps } from './national-map.tsx';

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
  /** West, south, east, north: what is shown first; else the whole country. */
  box?: readonly [number, number, number, number];
}

export interface Basemap {
  /** Address of the PMTiles archive, with its hash. */
  address: string;
  tiles: 'vector' | 'raster';
  maxZoom: number;
  /** Layers of vector tiles. */
  layers: readonly string[];
}

interface MapFigureProps extends NationalMapProps {
  interactive: InteractiveMap;
  children?: ComponentChildren;
}

const OPEN: Record<Lang, string> = { vi: 'Bản đồ tương tác', en: 'Interactive map' };

/**
 * The national map with a button that makes it interactive. The button shows itself only where scripts run (island
 * `map.js`); what the browser needs stands in `data-map`: the interactive map, and the provinces and marks drawn.
 */
export function MapFigure({ interactive, children, ...drawing }: MapFigureProps) {
  const { provinces, marks, highlighted } = drawing;
  const told = {
    ...interactive,
    counts: Object.fromEntries(
      [...(provinces ?? [])].map(([code, { count, href }]) => [code, [count, href]]),
    ),
    marks: (marks ?? []).map(({ lat, lon, label }) => [lon, lat, label]),
    highlighted: [...(highlighted ?? [])],
  };
  return (
    <figure class="map-figure" data-map={JSON.stringify(told)}>
      <p class="map-tools">
        <button type="button" class="button" data-map-open hidden>
          {OPEN[drawing.lang]}
        </button>
        <span role="status" data-map-status />
      </p>
      <NationalMap {...drawing} />
      {children}
    </figure>
  );
}
