import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointInPolygon } from './contains.ts';
import type { ArealGeometry, Geometry, Position } from './geojson.ts';
import { boundingBox, centroid, distanceMetres } from './measure.ts';

const rectangle = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const holed: ArealGeometry = {
  type: 'Polygon',
  coordinates: [rectangle(0, 0, 10, 10), rectangle(4, 4, 6, 6).reverse()],
};

const pair: ArealGeometry = {
  type: 'MultiPolygon',
  coordinates: [[rectangle(0, 0, 2, 2)], [rectangle(4, 0, 6, 2)]],
};

describe('distance', () => {
  it.each([
    ['Hà Nội – TP. Hồ Chí Minh', [21.0285, 105.8542, 10.7769, 106.7019], 1_143_514.434],
    ['đảo Hoàng Sa – Đà Nẵng', [16.533, 111.612, 16.0678, 108.2208], 365_599.734],
    ['one degree on a meridian', [20, 106, 21, 106], 111_195.08],
  ] as const)('%s', (_, [aLat, aLon, bLat, bLon], expected) => {
    const metres = distanceMetres({ lat: aLat, lon: aLon }, { lat: bLat, lon: bLon });
    expect(Math.abs(metres - expected)).toBeLessThan(0.01);
  });

  it('is symmetric, zero to itself and at most half the circumference', () => {
    const point = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 6);
        expect(distanceMetres(a, a)).toBe(0);
        expect(distanceMetres(a, b)).toBeLessThanOrEqual(20_015_116);
      }),
    );
  });
});

describe('bounding box', () => {
  it.each<[Geometry, number[]]>([
    [{ type: 'Point', coordinates: [105, 21] }, [105, 21, 105, 21]],
    [holed, [0, 0, 10, 10]],
    [pair, [0, 0, 6, 2]],
    [
      {
        type: 'LineString',
        coordinates: [
          [3, 9, 100],
          [-1, 4],
        ],
      },
      [-1, 4, 3, 9],
    ],
  ])('of %o', (geometry, [west, south, east, north]) => {
    expect(boundingBox(geometry)).toEqual({ west, south, east, north });
  });
});

describe('centroid', () => {
  it.each<[string, Geometry, number, number]>([
    ['a point', { type: 'Point', coordinates: [105, 21] }, 105, 21],
    [
      'points',
      {
        type: 'MultiPoint',
        coordinates: [
          [0, 0],
          [4, 2],
        ],
      },
      2,
      1,
    ],
    [
      'a line, by length',
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [9, 0],
          [9, 1],
        ],
      },
      4.95,
      0.05,
    ],
    [
      'lines',
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [0, 0],
            [2, 0],
          ],
          [
            [0, 4],
            [2, 4],
          ],
        ],
      },
      1,
      2,
    ],
    ['a rectangle', { type: 'Polygon', coordinates: [rectangle(2, 2, 4, 8)] }, 3, 5],
    ['a clockwise rectangle', { type: 'Polygon', coordinates: [rectangle(2, 2, 4, 8).reverse()] }, 3, 5],
    ['a hole in the middle', holed, 5, 5],
    ['two parts', pair, 3, 1],
    [
      'an outline without area',
      {
        type: 'Polygon',
        coordinates: [
          [
            [1, 1],
            [3, 1],
            [1, 1],
            [3, 1],
            [1, 1],
          ],
        ],
      },
      1.8,
      1,
    ],
  ])('of %s', (_, geometry, lon, lat) => {
    const point = centroid(geometry);
    expect(point.lon).toBeCloseTo(lon, 9);
    expect(point.lat).toBeCloseTo(lat, 9);
  });

  it('weighs parts by area, and holes against it', () => {
    const eccentric: Geometry = {
      type: 'Polygon',
      coordinates: [rectangle(0, 0, 10, 10), rectangle(0, 0, 5, 10)],
    };
    expect(centroid(eccentric).lon).toBeCloseTo(7.5, 9);
  });

  it('keeps the digits of an outline of a few metres', () => {
    const tiny: Geometry = { type: 'Polygon', coordinates: [rectangle(105.83, 21.03, 105.83002, 21.03002)] };
    expect(centroid(tiny).lon).toBeCloseTo(105.83001, 9);
    expect(centroid(tiny).lat).toBeCloseTo(21.03001, 9);
  });
});

describe('point in polygon', () => {
  it.each<[string, ArealGeometry, number, number, boolean]>([
    ['inside', holed, 2, 2, true],
    ['in the hole', holed, 5, 5, false],
    ['west', holed, -1, 5, false],
    ['east', holed, 11, 5, false],
    ['level with a vertex', holed, 2, 4, true],
    ['in the second part', pair, 5, 1, true],
    ['between the parts', pair, 3, 1, false],
  ])('%s', (_, geometry, lon, lat, expected) => {
    expect(pointInPolygon({ lat, lon }, geometry)).toBe(expected);
  });

  it('does not depend on the direction of a ring', () => {
    const reversed: ArealGeometry = { type: 'Polygon', coordinates: [rectangle(0, 0, 10, 10).reverse()] };
    expect(pointInPolygon({ lat: 5, lon: 5 }, reversed)).toBe(true);
  });

  it('gives a point on a shared border to exactly one neighbour', () => {
    const west: ArealGeometry = { type: 'Polygon', coordinates: [rectangle(0, 0, 5, 10)] };
    const east: ArealGeometry = { type: 'Polygon', coordinates: [rectangle(5, 0, 9, 10)] };
    fc.assert(
      fc.property(fc.double({ min: 0, max: 9.99, noNaN: true }), (lat) => {
        const holders = [west, east].filter((area) => pointInPolygon({ lat, lon: 5 }, area));
        expect(holders).toHaveLength(1);
      }),
    );
  });

  it('agrees with the plain test of a rectangle', () => {
    const coordinate = fc.integer({ min: -5, max: 15 }).map((value) => value + 0.25);
    fc.assert(
      fc.property(coordinate, coordinate, (lon, lat) => {
        const isIn = lon > 0 && lon < 10 && lat > 0 && lat < 10;
        const isInHole = lon > 4 && lon < 6 && lat > 4 && lat < 6;
        expect(pointInPolygon({ lat, lon }, holed)).toBe(isIn && !isInHole);
      }),
    );
  });
});
