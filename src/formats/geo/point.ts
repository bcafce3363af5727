/** A position on WGS 84, decimal degrees. */
export interface GeoPoint {
  lat: number;
  lon: number;
}

/** Degrees, WGS 84. No box of this project crosses the antimeridian. */
export interface BoundingBox {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** One message in the two languages of the interface. */
export interface Bilingual {
  vi: string;
  en: string;
}

/** Map frame of QCVN 80:2024/BTNMT cl. 1.1: 102°–118°E, 4°30′–23°30′N. */
export const vietnamFrame: BoundingBox = { west: 102, south: 4.5, east: 118, north: 23.5 };

export function isInside(box: BoundingBox, { lat, lon }: GeoPoint): boolean {
  return lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
}

export function covers(outer: BoundingBox, inner: BoundingBox): boolean {
  return (
    outer.west <= inner.west &&
    outer.south <= inner.south &&
    outer.east >= inner.east &&
    outer.north >= inner.north
  );
}

export function overlaps(a: BoundingBox, b: BoundingBox): boolean {
  return a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south;
}
