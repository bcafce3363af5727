/**
 * TT − UT in seconds, by the polynomials of Espenak and Meeus (NASA/TP-2006-214141, "Five Millennium Canon of Solar
 * Eclipses"). Before 1600 the standard error reaches about 20 s, after 2050 the Earth's rotation is a forecast.
 * Each row: last decimal year, origin and scale of the variable, coefficients of ascending powers.
 */
const PIECES: readonly { until: number; origin: number; scale: number; terms: readonly number[] }[] = [
  {
    until: 1600,
    origin: 1000,
    scale: 100,
    terms: [1574.2, -556.01, 71.23472, 0.319781, -0.8503463, -0.005050998, 0.0083572073],
  },
  { until: 1700, origin: 1600, scale: 1, terms: [120, -0.9808, -0.01532, 1 / 7129] },
  { until: 1800, origin: 1700, scale: 1, terms: [8.83, 0.1603, -0.0059285, 0.00013336, -1 / 1_174_000] },
  {
    until: 1860,
    origin: 1800,
    scale: 1,
    terms: [13.72, -0.332447, 0.0068612, 0.0041116, -0.00037436, 0.0000121272, -0.0000001699, 0.000000000875],
  },
  {
    until: 1900,
    origin: 1860,
    scale: 1,
    terms: [7.62, 0.5737, -0.251754, 0.01680668, -0.0004473624, 1 / 233_174],
  },
  { until: 1920, origin: 1900, scale: 1, terms: [-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197] },
  { until: 1941, origin: 1920, scale: 1, terms: [21.2, 0.84493, -0.0761, 0.0020936] },
  { until: 1961, origin: 1950, scale: 1, terms: [29.07, 0.407, -1 / 233, 1 / 2547] },
  { until: 1986, origin: 1975, scale: 1, terms: [45.45, 1.067, -1 / 260, -1 / 718] },
  {
    until: 2005,
    origin: 2000,
    scale: 1,
    terms: [63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599],
  },
  { until: 2050, origin: 2000, scale: 1, terms: [62.92, 0.32217, 0.005589] },
  // −20 + 32u² − 0.5628 (2150 − year), rewritten in u = (year − 1820) / 100.
  { until: 2150, origin: 1820, scale: 100, terms: [-20 - 0.5628 * 330, 56.28, 32] },
  { until: Number.POSITIVE_INFINITY, origin: 1820, scale: 100, terms: [-20, 0, 32] },
];

export function polynomial(terms: readonly number[], x: number): number {
  return terms.reduceRight((sum, term) => sum * x + term, 0);
}

export function deltaTSeconds(decimalYear: number): number {
  const piece = PIECES.find(({ until }) => decimalYear < until);
  return piece ? polynomial(piece.terms, (decimalYear - piece.origin) / piece.scale) : 0;
}
