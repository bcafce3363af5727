import { type ArealGeometry, type Position, partsOf, type Run } from './geojson.ts';
import type { GeoPoint } from './point.ts';

/** Does the ray from the point to the east cross this edge? Half-open in latitude, so a shared vertex counts once. */
function isCrossed([ax, ay]: Position, [bx, by]: Position, { lat, lon }: GeoPoint): boolean {
  if (ay > lat === by > lat) return false;
  return lon < ax + ((lat - ay) / (by - ay)) * (bx - ax);
}

function crossings({ positions }: Run, point: GeoPoint): number {
  let count = 0;
  for (const [index, end] of positions.entries()) {
    const start = positions[index - 1];
    if (start && isCrossed(start, end, point)) count += 1;
  }
  return count;
}

const isInPolygon = (rings: readonly Run[], point: GeoPoint): boolean =>
  rings.reduce((count, ring) => count + crossings(ring, point), 0) % 2 === 1;

/**
 * Even-odd rule: points in holes are outside. A multipolygon holds a point when one of its polygons does.
 * On an outline the answer is consistent between neighbours (exactly one holds the point), not always true.
 */
export function pointInPolygon(point: GeoPoint, geometry: ArealGeometry): boolean {
  return partsOf(geometry).some((rings) => isInPolygon(rings, point));
}
