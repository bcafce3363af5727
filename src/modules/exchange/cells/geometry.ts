import { vn2000ToWgs84, zones } from '#formats/geo/index.ts';
import { foldFully } from '#formats/vietnamese/index.ts';
import type { Values } from '#modules/standards/index.ts';
import { readCoordinate } from './numbers.ts';
import { problem, type Read, readAs, refusedCell } from './problem.ts';

type Geometry = Values['geometry'];
type Placed = Pick<Geometry, 'geojson' | 'crs' | 'original'>;

const WGS84 = 4326;
/** The plain names of the geographic system that most receivers give. */
const WGS84_NAMES = new Set(['wgs84', 'wgs 84', 'gps', 'latlon']);

/** A point from its two coordinates; undefined when neither is there. Shown in WGS 84, kept as measured. */
export function readPoint(cells: { crs?: string; n?: string; e?: string }): Read<Partial<Placed>> {
  const { n, e } = cells;
  if (n === undefined && e === undefined) return readAs({});
  if (n === undefined || e === undefined) return refusedCell('half-a-point');
  const crs = readCrs(cells.crs);
  if (crs.kind === 'problem') return crs;
  const [north, east] = [readCoordinate(n), readCoordinate(e)];
  if (north.kind === 'problem') return north;
  if (east.kind === 'problem') return east;
  return crs.value === WGS84
    ? readAs({ crs: 'EPSG:4326', geojson: pointAt(east.value, north.value) })
    : fromPlane({ epsg: crs.value, e: east.value, n: north.value });
}

function readCrs(cell = 'EPSG:4326'): Read<number> {
  const folded = foldFully(cell);
  if (WGS84_NAMES.has(folded)) return readAs(WGS84);
  const written = /^(?:epsg\s*:?\s*)?(\d{4,6})$/i.exec(cell.trim());
  const epsg = written ? Number(written[1]) : zones.find((zone) => foldFully(zone.name) === folded)?.epsg;
  const known = epsg === WGS84 || zones.some((zone) => zone.epsg === epsg);
  return known && epsg !== undefined ? readAs(epsg) : refusedCell('unknown-crs', { given: cell });
}

function fromPlane(plane: { epsg: number; e: number; n: number }): Read<Placed> {
  const outcome = vn2000ToWgs84(plane);
  if (outcome.kind !== 'converted')
    return { kind: 'problem', problem: problem('wrong-point', { what: outcome.message }) };
  const { epsg, e, n } = plane;
  // 1e-8 of a degree is about a millimetre, finer than any of these surveys.
  const [lon, lat] = [outcome.lon, outcome.lat].map((degrees) => Number(degrees.toFixed(8)));
  return readAs({ crs: `EPSG:${epsg}`, geojson: pointAt(lon ?? 0, lat ?? 0), original: { e, n } });
}

function pointAt(lon: number, lat: number): Geometry['geojson'] {
  return { type: 'Point', coordinates: [lon, lat] };
}

/** Lines and areas have no cell; they travel with the machine-readable part of the row. */
export function writePoint({ crs, geojson, original }: Geometry): { crs?: string; n?: string; e?: string } {
  if (geojson.type !== 'Point') return {};
  if (typeof original === 'object') return { crs, n: String(original.n), e: String(original.e) };
  const [lon, lat] = geojson.coordinates;
  // Degrees are what the geometry itself has; the name of a plane system would make metres of them.
  return { crs: 'EPSG:4326', n: String(lat), e: String(lon) };
}
