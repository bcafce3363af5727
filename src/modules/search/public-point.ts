import {
  centroid,
  type GeoPoint,
  generalise,
  type PublicPrecision,
  publicPrecisions,
  validateGeometry,
} from '#formats/geo/index.ts';
import type { RecordView } from './record-view.ts';

/** Roles that say where the thing is; protection zones surround it, a find spot is where it was. */
const ROLES = ['point', 'component', 'extent', 'keeping-place', 'KHU_VUC_DI_SAN', 'KHU_VUC_BAO_VE_I'];

/**
 * The point that everybody may know. Search holds no other one, so that no order by distance and no box can tell
 * where a withheld place is.
 */
export function publicPoint(view: RecordView): GeoPoint | undefined {
  const located = view.values('geometry').flatMap(({ value }) => locate(value));
  const [best] = located.toSorted((a, b) => rank(a.role) - rank(b.role));
  if (!best) return undefined;
  const outcome = generalise(best.point, {
    precision: best.precision,
    commune: pointOf(view.place.communes),
    province: pointOf(view.place.provinces),
  });
  return outcome.kind === 'point' ? outcome.point : undefined;
}

const rank = (role: unknown): number => {
  const found = ROLES.indexOf(String(role));
  return found < 0 ? ROLES.length : found;
};

interface Located {
  role: unknown;
  point: GeoPoint;
  precision: PublicPrecision;
}

function locate(value: unknown): Located[] {
  if (typeof value !== 'object' || value === null) return [];
  const stated = Reflect.get(value, 'publicPrecision');
  // What does not say how open it is stays closed.
  const precision = publicPrecisions.find((known) => known === stated) ?? 'withheld';
  const outcome = validateGeometry(Reflect.get(value, 'geojson'));
  return outcome.kind === 'valid'
    ? [{ role: Reflect.get(value, 'role'), point: centroid(outcome.geometry), precision }]
    : [];
}

/** With several units no one of them stands for the place. */
function pointOf(units: readonly { lat: number | null; lon: number | null }[]): GeoPoint | undefined {
  const [unit] = units;
  return units.length === 1 && unit && unit.lat !== null && unit.lon !== null
    ? { lat: unit.lat, lon: unit.lon }
    : undefined;
}
