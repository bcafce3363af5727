import { describe, expect, it } from 'vitest';
import { deltaTSeconds, polynomial } from './delta-t.ts';

/** Last year of each piece of the model, where the next piece takes over. */
const SEAMS = [1600, 1700, 1800, 1860, 1900, 1920, 1941, 1961, 1986, 2005, 2050, 2150];

describe('TT − UT', () => {
  // Observed values: Morrison and Stephenson 2004 before 1950, IERS after.
  it.each([
    [1300, 490, 15],
    [1500, 198, 10],
    [1700, 9, 3],
    [1800, 13.7, 1],
    [1900, -2.8, 0.5],
    [1950, 29.1, 0.3],
    [1977, 47.5, 0.3],
    [2000, 63.8, 0.2],
    [2020, 69.4, 3],
  ])('in %i is %d s', (year, seconds, tolerance) => {
    expect(Math.abs(deltaTSeconds(year) - seconds)).toBeLessThanOrEqual(tolerance);
  });

  it.each(SEAMS)('has no jump over 1 s at %i', (year) => {
    expect(Math.abs(deltaTSeconds(year - 1e-6) - deltaTSeconds(year + 1e-6))).toBeLessThan(1);
  });

  it('grows without end in the far future', () => {
    expect(deltaTSeconds(2199)).toBeGreaterThan(deltaTSeconds(2150));
    expect(deltaTSeconds(3000)).toBeGreaterThan(4000);
  });
});

describe('a polynomial', () => {
  it('takes its coefficients from the constant up', () => {
    expect(polynomial([1, 2, 3], 2)).toBe(17);
    expect(polynomial([5], 100)).toBe(5);
    expect(polynomial([], 3)).toBe(0);
  });
});
