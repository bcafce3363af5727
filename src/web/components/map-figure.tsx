import type { ComponentChildren } from 'preact';
import type { Lang } from '#platform/i18n/index.ts';
import { NationalMap, type NationalMapProps } from './national-map.tsx';
import type { InteractiveMap, ToldMap } from './told-map.ts';

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
  const { provinces, marks = [], highlighted = [] } = drawing;
  const told: ToldMap = {
    ...interactive,
    counts: Object.fromEntries([...(provinces ?? [])].map(([code, { count }]) => [code, count ?? 0])),
    marks: marks.map(({ lon, lat, label }) => ({ lon, lat, label })),
    highlighted: [...highlighted],
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
