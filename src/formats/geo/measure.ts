import { type Geometry, type Position, partsOf, type Run } from './geojson.ts';
import type { BoundingBox, GeoPoint } from './point.ts';

/** Mean Earth radius of the IUGG, metres; haversine on it errs by at most 0.5 %. */
const EARTH_RADIUS = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in metres. */
export function distanceMetres(from: GeoPoint, to: GeoPoint): number {
  const dLat = Math.sin(radians(to.lat - from.lat) / 2);
  const dLon = Math.sin(radians(to.lon - from.lon) / 2);
  const chord = dLat * dLat + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * dLon * dLon;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

export function boxOfRuns(runs: readonly Run[]): BoundingBox {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lon, lat] of runs.flatMap((run) => run.positions)) {
    box.west = Math.min(box.west, lon);
    box.south = Math.min(box.south, lat);
    box.east = Math.max(box.east, lon);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/** Smallest box around a valid geometry, degrees. */
export function boundingBox(geometry: Geometry): BoundingBox {
  return boxOfRuns(partsOf(geometry).flat());
}

interface Weighted {
  lon: number;
  lat: number;
  weight: number;
}

const segments = (positions: readonly Position[]): [Position, Position][] =>
  positions.slice(1).map((end, index) => [positions[index] ?? end, end]);

function ringMoment({ positions, hole }: Run): Weighted {
  const [origin] = positions;
  const sum = { lon: 0, lat: 0, weight: 0 };
  if (!origin) return sum;
  for (const [[ax, ay], [bx, by]] of segments(positions)) {
    // Relative to the first vertex: plain cross products of degrees lose the digits of a small monument's outline.
    const cross = (ax - origin[0]) * (by - origin[1]) - (bx - origin[0]) * (ay - origin[1]);
    sum.lon += cross * (ax + bx + origin[0]);
    sum.lat += cross * (ay + by + origin[1]);
    sum.weight += cross;
  }
  const sign = sum.weight < 0 === hole ? 1 : -1;
  return { lon: (sign * sum.lon) / 3, lat: (sign * sum.lat) / 3, weight: sign * sum.weight };
}

function lineMoment({ positions }: Run): Weighted {
  return total(
    segments(positions).map(([[ax, ay], [bx, by]]) => {
      const weight = Math.hypot(bx - ax, by - ay);
      return { lon: (weight * (ax + bx)) / 2, lat: (weight * (ay + by)) / 2, weight };
    }),
  );
}

const total = (moments: Weighted[]): Weighted =>
  moments.reduce(
    (sum, { lon, lat, weight }) => ({ lon: sum.lon + lon, lat: sum.lat + lat, weight: sum.weight + weight }),
    {
      lon: 0,
      lat: 0,
      weight: 0,
    },
  );

/**
 * Planar centroid in degrees: by area for polygons, by length for lines, the mean for points
 * (and for outlines without area). May lie outside a concave outline.
 */
export function centroid(geometry: Geometry): GeoPoint {
  const runs = partsOf(geometry).flat();
  const moments = total(runs.map((run) => (run.closed ? ringMoment(run) : lineMoment(run))));
  const { lon, lat, weight } =
    Math.abs(moments.weight) > 0
      ? moments
      : total(runs.flatMap((run) => run.positions.map(([x, y]) => ({ lon: x, lat: y, weight: 1 }))));
  return { lat: lat / weight, lon: lon / weight };
}
