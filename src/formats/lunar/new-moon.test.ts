import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoFromDay } from '#formats/dates/index.ts';
import { jdeOfLocalDay, localDayOfJde, lunationOnOrBefore, newMoonDay, newMoonJde } from './new-moon.ts';

const MINUTES_PER_DAY = 1440;

/** Minutes between a computed new moon and a published UTC time. */
function minutesFrom(lunation: number, utc: string): number {
  const published = Date.parse(utc) / 86_400_000 + 7 / 24;
  return Math.abs(localDayOfJde(newMoonJde(lunation)) - published) * MINUTES_PER_DAY;
}

describe('new moons', () => {
  it('give the worked example of Meeus, chapter 49: February 1977', () => {
    expect(newMoonJde(-283)).toBeCloseTo(2_443_192.65118, 4);
  });

  // Times of new moon as published with solar eclipses.
  it.each([
    [0, '2000-01-06T18:14Z'],
    [-5, '1999-08-11T11:09Z'],
    [300, '2024-04-08T18:21Z'],
    [328, '2026-07-14T09:44Z'],
  ])('lunation %i is at %s', (lunation, utc) => {
    expect(minutesFrom(lunation, utc)).toBeLessThan(1.5);
  });

  it('fall on the day of the clock at UTC+7, not at UTC+8', () => {
    // Tết 1985 (21 January) and 2007 (17 February): the new moon came after 16 h UTC.
    expect(isoFromDay(newMoonDay(lunationOnOrBefore(5500)))).toBe('1985-01-21');
    expect(isoFromDay(newMoonDay(88))).toBe('2007-02-17');
  });

  it('are 29.27 to 29.84 days apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9900, max: 2480 }), (lunation) => {
        const days = newMoonJde(lunation + 1) - newMoonJde(lunation);
        expect(days).toBeGreaterThan(29.26);
        expect(days).toBeLessThan(29.85);
      }),
    );
  });

  it('are found from any day of their month', () => {
    fc.assert(
      fc.property(fc.integer({ min: -281_000, max: 83_000 }), (day) => {
        const lunation = lunationOnOrBefore(day);
        expect(newMoonDay(lunation)).toBeLessThanOrEqual(day);
        expect(newMoonDay(lunation + 1)).toBeGreaterThan(day);
      }),
    );
  });
});

describe('the clock of UTC+7', () => {
  it('converts to dynamical time and back within a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: -281_000, max: 83_000 }), (day) => {
        expect(Math.abs(localDayOfJde(jdeOfLocalDay(day)) - day) * 86_400).toBeLessThan(1);
      }),
    );
  });
});
