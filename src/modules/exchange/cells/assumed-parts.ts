import type { CellGroup } from './groups.ts';
import { isObject } from './unseen-parts.ts';

/**
 * Sheets give a place by two numbers and say neither what stands there nor how exactly it may be told: it is then what
 * is known of the place already, else a point that the public knows by its commune. Whoever may tell it more exactly
 * says so in a column or for all rows (Luật 45/2024, Điều 88(3): what is open is decided, not assumed).
 */
export function assumedParts(before: unknown, { field }: CellGroup): Record<string, unknown> {
  if (field.datatype !== 'geometry') return {};
  const { role = 'point', publicPrecision = 'commune' } = isObject(before) ? before : {};
  return { role, publicPrecision };
}
