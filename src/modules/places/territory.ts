import {
  type ArealGeometry,
  distanceMetres,
  type Geometry,
  type GeoPoint,
  type MapFeature,
  type Position,
  pointInPolygon,
  type TerritoryMap,
} from '#formats/geo/index.ts';

export type ProvinceCheck =
  | { kind: 'inside' }
  /** Outside the outline by less than the map is generalised: no evidence against the point. */
  | { kind: 'near'; metres: number }
  /** `found`: code of the province it lies in, if any. */
  | { kind: 'outside'; metres: number; found: string | undefined }
  | { kind: 'unknown-province' };

/**
 * How far the shipped map may be from the real border: it drops vertices that change less than about 5 km² and islets
 * below about 10 km², so that a point on the coast can lie 15 km from all that is drawn. Metres.
 */
const MAP_TOLERANCE = 16_000;

/** Whether a point lies in the province (code of today) it is said to lie in, islands and archipelagos included. */
export function checkPointInProvince(
  map: Pick<TerritoryMap, 'provinces' | 'archipelagos'>,
  { point, province, tolerance = MAP_TOLERANCE }: { point: GeoPoint; province: string; tolerance?: number },
): ProvinceCheck {
  const features = [...map.provinces, ...map.archipelagos];
  const own = features.filter((feature) => feature.provinceCode === province);
  if (own.length === 0) return { kind: 'unknown-province' };
  if (own.some((feature) => holds(feature, point))) return { kind: 'inside' };
  const metres = Math.round(Math.min(...own.map((feature) => metresToOutline(feature.geometry, point))));
  if (metres <= tolerance) return { kind: 'near', metres };
  return { kind: 'outside', metres, found: features.find((feature) => holds(feature, point))?.provinceCode };
}

const isAreal = (geometry: Geometry): geometry is ArealGeometry =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';

const holds = ({ geometry }: MapFeature, point: GeoPoint): boolean =>
  isAreal(geometry) && pointInPolygon(point, geometry);

function metresToOutline(geometry: Geometry, point: GeoPoint): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const line of linesOf(geometry)) {
    for (const [index, end] of line.entries()) {
      nearest = Math.min(nearest, metresToSegment(point, line[index - 1] ?? end, end));
    }
  }
  return nearest;
}

function linesOf(geometry: Geometry): readonly (readonly Position[])[] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  return [];
}

/** The foot of the perpendicular is found on the plane, which is exact enough over a segment of a province's outline. */
function metresToSegment(point: GeoPoint, [ax, ay]: Position, [bx, by]: Position): number {
  const shrink = Math.cos((point.lat * Math.PI) / 180);
  const [dx, dy] = [(bx - ax) * shrink, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.lon - ax) * shrink * dx + (point.lat - ay) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return distanceMetres(point, { lat: ay + (by - ay) * share, lon: ax + (bx - ax) * share });
}
