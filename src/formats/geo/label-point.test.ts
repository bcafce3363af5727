import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArealGeometry, checkTerritory, labelPoint, pointInPolygon } from './index.ts';

const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

describe('the place of a name', () => {
  it('is the middle of what is simple', () => {
    const point = labelPoint({ type: 'Polygon', coordinates: [square(105, 20, 2)] });
    expect(point.lon).toBeCloseTo(106);
    expect(point.lat).toBeGreaterThan(20);
    expect(point.lat).toBeLessThan(22);
    expect(labelPoint({ type: 'Point', coordinates: [107.6, 16.5] })).toEqual({ lat: 16.5, lon: 107.6 });
  });

  it('lies in the largest part, not between the parts', () => {
    const coordinates = [[square(100, 10, 1)], [square(110, 10, 3)], [square(120, 10, 1)]];
    expect(labelPoint({ type: 'MultiPolygon', coordinates }).lon).toBeCloseTo(111.5);
  });

  it('keeps out of a hole', () => {
    const ring: ArealGeometry = { type: 'Polygon', coordinates: [square(0, 0, 10), square(2, 1, 7)] };
    expect(pointInPolygon(labelPoint(ring), ring)).toBe(true);
  });

  it('is inside any star, however pointed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 3, maxLength: 12 }),
        (radii) => {
          const ring = radii.map((radius, index): [number, number] => {
            const angle = (2 * Math.PI * index) / radii.length;
            return [105 + radius * Math.cos(angle), 15 + radius * Math.sin(angle)];
          });
          const star: ArealGeometry = { type: 'Polygon', coordinates: [[...ring, ring[0] ?? [0, 0]]] };
          expect(pointInPolygon(labelPoint(star), star)).toBe(true);
        },
      ),
    );
  });

  it('is inside every province of the shipped map', () => {
    const outcome = checkTerritory(JSON.parse(readFileSync('data/map/provinces.json', 'utf8')));
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.violations));
    for (const { name, geometry } of outcome.map.provinces)
      expect(pointInPolygon(labelPoint(geometry), geometry as ArealGeometry), name.vi).toBe(true);
  });
});
