import type { BoundingBox } from '#formats/geo/index.ts';
import type { InteractiveMap } from '#web/components/told-map.ts';
import type { Portal } from '../portal.ts';
import { outlinesOf } from './outlines.ts';

/** What a browser needs to make a map of this portal interactive. */
export function interactiveMap(
  { assets, map, basemap }: Portal,
  { search, box }: { search?: string; box?: BoundingBox | null } = {},
): InteractiveMap {
  return {
    outlines: outlinesOf(map).address,
    sheet: `/assets/${assets['interactive-map.css']}`,
    ...(basemap ? { basemap } : {}),
    ...(search === undefined ? {} : { search }),
    ...(box ? { box: [box.west, box.south, box.east, box.north] as const } : {}),
  };
}
