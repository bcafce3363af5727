import { centroid, type Geometry, generalise, type PublicPrecision } from '#formats/geo/index.ts';
import type { Statement } from '../body.ts';

interface GeometryValue {
  geojson: Geometry;
  crs: string;
  publicPrecision: PublicPrecision;
}

/**
 * A location as the public may know it. Where it may be known by commune or province only, the field of the place
 * already says so, and the geometry itself is restricted; the original numbers of the survey never go out.
 */
export function publicGeometry(statement: Statement): Statement {
  const { value, ...rest } = statement;
  if (!isGeometry(value) || value.publicPrecision === 'exact') return statement;
  const point = centroid(value.geojson);
  const outcome = point && generalise(point, { precision: value.publicPrecision });
  if (outcome?.kind !== 'point') return { ...rest, absent: 'restricted' };
  const { lat, lon } = outcome.point;
  const {
    original: _original,
    precisionMetres: _metres,
    ...known
  } = value as GeometryValue & Record<string, unknown>;
  // A cell of 0.01° reaches 0.8 km from its centre.
  const geojson = { type: 'Point', coordinates: [lon, lat] };
  return { ...rest, value: { ...known, geojson, crs: 'EPSG:4326', precisionMetres: 800 } };
}

function isGeometry(value: unknown): value is GeometryValue {
  return typeof value === 'object' && value !== null && 'geojson' in value && 'publicPrecision' in value;
}
