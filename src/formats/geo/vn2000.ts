import proj4 from 'proj4';
import {
  type CoordinateProblem,
  geographicAxesSwapped,
  looksLikeDegrees,
  notANumber,
  outsideVietnam,
  planeAxesSwapped,
  unknownCrs,
} from './coordinate-problems.ts';
import { type GeoPoint, isInside, vietnamFrame } from './point.ts';
import { type Zone, zones } from './zones.ts';

/** `point`: where the numbers lead, when just beyond the frame, so that it can be shown on a map. */
export type ToWgs84Outcome = ({ kind: 'converted' } & GeoPoint) | (CoordinateProblem & { point?: GeoPoint });
export type ToVn2000Outcome =
  | ({ kind: 'converted' } & PlanePoint)
  | (CoordinateProblem & { plane?: PlanePoint });

interface PlanePoint {
  e: number;
  n: number;
}

/**
 * EPSG "VN-2000 to WGS 84 (2)", 1 m, is published in the coordinate-frame convention
 * (rotations −0.00928836″, 0.01975479″, −0.00427372″). `+towgs84` is position-vector, so the
 * rotations change sign here; copying them unchanged moves points by up to 1 m.
 */
const TO_WGS84 =
  '+ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278';

const definition = (zone: Zone): string =>
  `+proj=etmerc +lat_0=0 +lon_0=${zone.centralMeridian} +k=${zone.k0} +x_0=500000 +y_0=0 ` +
  `${zone.datum === 'VN-2000' ? TO_WGS84 : '+datum=WGS84'} +units=m +no_defs`;

const toZone = (zone: Zone) => proj4('+proj=longlat +datum=WGS84 +no_defs', definition(zone));

const converters = new Map(zones.map((zone) => [zone.epsg, toZone(zone)]));

type Converter = ReturnType<typeof toZone>;

function forward(converter: Converter, { lat, lon }: GeoPoint): PlanePoint {
  const [e, n] = converter.forward<[number, number]>([lon, lat]);
  return { e, n };
}

/**
 * Both datum shifts start at ellipsoidal height 0, so the plain inverse misses the start by up to
 * 2 mm. One correction by the residual makes it the inverse of `forward` to well under a micrometre.
 */
function inverse(converter: Converter, e: number, n: number): GeoPoint {
  const [lon, lat] = converter.inverse<[number, number]>([e, n]);
  const [againLon, againLat] = converter.inverse<[number, number]>(
    converter.forward<[number, number]>([lon, lat]),
  );
  return { lat: 2 * lat - againLat, lon: 2 * lon - againLon };
}

/** Metres; numbers beyond cannot lie in Vietnam in any zone, and the series would not converge there. */
const isFarOff = (e: number, n: number): boolean => Math.abs(e) > 3_000_000 || n < 0 || n > 4_000_000;

/**
 * Swapped pairs often still fall on open sea inside the frame. South of 6.5°N there is no land of Vietnam, and
 * no place is farther from its provincial meridian than Trường Sa from 108°15′ (850 km).
 */
const SOUTHERNMOST_LAND = 6.5;
const FARTHEST_FROM_MERIDIAN = 900_000;

/** Degrees; beyond, plane coordinates of these zones mean nothing. */
const NEIGHBOURHOOD = { west: 95, south: 0, east: 125, north: 30 };

function isLikely(converter: Converter, e: number, n: number): boolean {
  if (isFarOff(e, n) || Math.abs(e - 500_000) > FARTHEST_FROM_MERIDIAN) return false;
  const point = inverse(converter, e, n);
  return isInside(vietnamFrame, point) && point.lat >= SOUTHERNMOST_LAND;
}

/**
 * Plane coordinates (metres, E then N) in a VN-2000 or UTM zone to WGS 84 degrees.
 * Errors: unknown code, not numbers, degrees instead of metres, swapped axes, outside 102–118°E × 4.5–23.5°N.
 */
export function vn2000ToWgs84({ epsg, e, n }: { epsg: number; e: number; n: number }): ToWgs84Outcome {
  const converter = converters.get(epsg);
  if (!converter) return unknownCrs(epsg);
  if (!Number.isFinite(e) || !Number.isFinite(n)) return notANumber();
  if (Math.abs(e) <= 180 && Math.abs(n) <= 180) return looksLikeDegrees();
  if (!isLikely(converter, e, n) && isLikely(converter, n, e)) return planeAxesSwapped();
  if (isFarOff(e, n)) return outsideVietnam();
  const point = inverse(converter, e, n);
  return isInside(vietnamFrame, point) ? { kind: 'converted', ...point } : { ...outsideVietnam(), point };
}

/** WGS 84 degrees to plane coordinates in metres; the same errors as {@link vn2000ToWgs84}. */
export function wgs84ToVn2000({ epsg, lat, lon }: { epsg: number } & GeoPoint): ToVn2000Outcome {
  const converter = converters.get(epsg);
  if (!converter) return unknownCrs(epsg);
  if (!Number.isFinite(lat) || !Number.isFinite(lon)) return notANumber();
  if (isInside(vietnamFrame, { lat, lon })) return { kind: 'converted', ...forward(converter, { lat, lon }) };
  if (isInside(vietnamFrame, { lat: lon, lon: lat })) return geographicAxesSwapped();
  if (!isInside(NEIGHBOURHOOD, { lat, lon })) return outsideVietnam();
  return { ...outsideVietnam(), plane: forward(converter, { lat, lon }) };
}
