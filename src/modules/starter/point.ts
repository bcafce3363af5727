import { cell, type Row } from './data.ts';
import { add, type Fields } from './statements.ts';

/** Who stands behind statements that come from the files of coordinates: exports label them, operators can leave them out. */
const COORDINATES = 'starter:coordinates';

/** Points "of a large, multi-site or village-level site" may lie so far off. Metres. */
const MEDIUM_PRECISION = 5000;

/** The point of a row, where the files of coordinates have one, with its source and licence. */
export function addPoint(
  fields: Fields,
  point: Row | undefined,
  role: 'point' | 'keeping-place' = 'point',
): void {
  const [lat, lon] = [cell(point, 'lat'), cell(point, 'lon')];
  if (lat === '' || lon === '') return;
  add(fields, 'geometry', {
    tag: role,
    value: {
      role,
      geojson: { type: 'Point', coordinates: [Number(lon), Number(lat)] },
      crs: 'EPSG:4326',
      ...(cell(point, 'coord_confidence') === 'medium' ? { precisionMetres: MEDIUM_PRECISION } : {}),
      publicPrecision: 'exact',
    },
    source: [cell(point, 'source')].filter(Boolean),
    by: COORDINATES,
    note: `Giấy phép / licence: ${cell(point, 'licence')}`,
  });
}
