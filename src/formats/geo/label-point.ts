import { type Geometry, partsOf, type Run } from './geojson.ts';
import { boxOfRuns, centroid } from './measure.ts';
import type { GeoPoint } from './point.ts';

/** Parallels tried across the largest part; more move the label by less than its own height. */
const PARALLELS = 9;

interface Chord {
  lat: number;
  west: number;
  east: number;
}

const width = ({ west, east }: Chord): number => east - west;

const area = (part: readonly Run[]): number => {
  const { west, south, east, north } = boxOfRuns(part);
  return part.some((run) => run.closed) ? (east - west) * (north - south) : 0;
};

/**
 * Where a name is written: the middle of the widest chord along a parallel through the largest part, thus always
 * inside it, whereas a centroid may lie outside a concave outline. Points and lines answer with their centroid.
 */
export function labelPoint(geometry: Geometry): GeoPoint {
  const [largest] = partsOf(geometry).toSorted((a, b) => area(b) - area(a));
  if (!largest || area(largest) === 0) return centroid(geometry);
  const { south, north } = boxOfRuns(largest);
  const step = (north - south) / (PARALLELS + 1);
  const chords = Array.from({ length: PARALLELS }, (_, index) => south + step * (index + 1)).flatMap((lat) =>
    chordsAt(largest, lat),
  );
  const [widest] = chords.toSorted((a, b) => width(b) - width(a));
  return widest ? { lat: widest.lat, lon: (widest.west + widest.east) / 2 } : centroid(geometry);
}

/** Pieces of a parallel inside a polygon, by the even-odd rule, so that holes are left out. */
function chordsAt(part: readonly Run[], lat: number): Chord[] {
  const crossings = part.flatMap(({ positions }) => crossingsOf(positions, lat)).sort((a, b) => a - b);
  return crossings.flatMap((west, index) => {
    const east = crossings[index + 1];
    return index % 2 === 0 && east !== undefined ? [{ lat, west, east }] : [];
  });
}

function crossingsOf(positions: Run['positions'], lat: number): number[] {
  return positions.slice(1).flatMap(([bx, by], index) => {
    const [ax, ay] = positions[index] ?? [bx, by];
    return ay > lat === by > lat ? [] : [ax + ((lat - ay) / (by - ay)) * (bx - ax)];
  });
}
