import type { GeoPoint } from './point.ts';

/** Public precision of a location (data-model "Geometry"), from open to closed. */
export const publicPrecisions = ['exact', 'approx-1km', 'commune', 'province', 'withheld'] as const;
export type PublicPrecision = (typeof publicPrecisions)[number];

interface Options {
  precision: PublicPrecision;
  /** Representative point of the commune-level unit. */
  commune?: GeoPoint | undefined;
  /** Representative point of the province. */
  province?: GeoPoint | undefined;
}

export type GeneralisedOutcome =
  | { kind: 'point'; point: GeoPoint; precision: Exclude<PublicPrecision, 'withheld'> }
  | { kind: 'withheld' };

/** Cells per degree: 0.01° is 1.11 km north–south and 1.02–1.11 km east–west in Vietnam. */
const CELLS = 100;

const cellCentre = (degrees: number): number => (Math.floor(degrees * CELLS) * 10 + 5) / (10 * CELLS);

/**
 * The point that may be published. Always the same for the same place (no random offset, which repeated
 * requests would average out). A missing representative point falls to the next coarser one, never to a finer.
 */
export function generalise(point: GeoPoint, { precision, commune, province }: Options): GeneralisedOutcome {
  switch (precision) {
    case 'exact':
      return { kind: 'point', point: { lat: point.lat, lon: point.lon }, precision };
    case 'approx-1km':
      return { kind: 'point', point: { lat: cellCentre(point.lat), lon: cellCentre(point.lon) }, precision };
    case 'commune':
      if (commune) return { kind: 'point', point: commune, precision };
      return generalise(point, { precision: 'province', province });
    case 'province':
      return province ? { kind: 'point', point: province, precision } : { kind: 'withheld' };
    case 'withheld':
      return { kind: 'withheld' };
  }
}
