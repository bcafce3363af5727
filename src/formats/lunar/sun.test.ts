import { describe, expect, it } from 'vitest';
import { jdeOfLocalDay } from './new-moon.ts';
import { sunLongitude } from './sun.ts';

const DEGREES_PER_MINUTE = 360 / 365.2422 / 1440;

/** Minutes by which the Sun is before or past a longitude at a published UTC time. */
function minutesOff(utc: string, longitude: number): number {
  const day = Date.parse(utc) / 86_400_000 + 7 / 24;
  const difference = ((sunLongitude(jdeOfLocalDay(day)) - longitude + 540) % 360) - 180;
  return Math.abs(difference) / DEGREES_PER_MINUTE;
}

describe('the longitude of the Sun', () => {
  it('gives the worked example of Meeus, chapter 25: 13 October 1992, 199°54′21.8″', () => {
    expect(sunLongitude(2_448_908.5)).toBeCloseTo(199.906061, 3);
  });

  it.each([
    ['2000-03-20T07:35Z', 0],
    ['2000-12-21T13:37Z', 270],
    ['2024-03-20T03:06Z', 0],
    ['2024-06-20T20:51Z', 90],
    ['2025-12-21T15:03Z', 270],
    ['1968-12-21T19:00Z', 270],
  ])('at %s is %i°', (utc, longitude) => {
    expect(minutesOff(utc, longitude)).toBeLessThan(2);
  });

  it('stays within a circle', () => {
    for (let jde = 2_159_000; jde < 2_525_000; jde += 977) {
      const longitude = sunLongitude(jde);
      expect(longitude).toBeGreaterThanOrEqual(0);
      expect(longitude).toBeLessThan(360);
    }
  });
});
