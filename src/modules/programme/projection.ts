/** A share on a day. `day`: YYYY-MM-DD; `share`: 0–1. */
export interface TrendPoint {
  day: string;
  share: number;
}

const DAY_MS = 86_400_000;
const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;

/**
 * Where a straight line through the points (least squares) stands on a day, between 0 and 1; null with fewer than two
 * days, of which no line can be drawn.
 */
export function projectShare(points: readonly TrendPoint[], on: string): number | null {
  if (new Set(points.map(({ day }) => day)).size < 2) return null;
  const xs = points.map(({ day }) => dayNumber(day));
  const meanX = mean(xs);
  const meanY = mean(points.map(({ share }) => share));
  let covariance = 0;
  let variance = 0;
  for (const [index, { share }] of points.entries()) {
    const away = (xs[index] ?? meanX) - meanX;
    covariance += away * (share - meanY);
    variance += away * away;
  }
  const projected = meanY + (covariance / variance) * (dayNumber(on) - meanX);
  return Math.min(1, Math.max(0, projected));
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
