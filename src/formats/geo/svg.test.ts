import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Geometry, Position } from './geojson.ts';
import { type BoundingBox, vietnamFrame } from './point.ts';
import { pathData, projectToSvg, type SvgProjection } from './svg.ts';

/** One unit per degree, y down, so that expected paths can be read. */
const plain: SvgProjection = { width: 100, height: 100, project: ({ lat, lon }) => ({ x: lon, y: -lat }) };

const draw = (geometry: Geometry, precision = 1): string =>
  pathData(geometry, { projection: plain, precision });

describe('projectToSvg', () => {
  const projection = projectToSvg({ frame: vietnamFrame, width: 800 });

  it('fits the frame: corners on corners', () => {
    expect(projection.project({ lat: 23.5, lon: 102 })).toEqual({ x: 0, y: 0 });
    const corner = projection.project({ lat: 4.5, lon: 118 });
    expect(corner.x).toBe(800);
    expect(corner.y).toBeCloseTo(projection.height, 9);
  });

  it('has the height of Mercator, not of plain degrees', () => {
    expect(projection.height).toBeCloseTo(984.169, 3);
  });

  it('keeps shapes: near a place one metre is as long in x as in y', () => {
    for (const lat of [8.6, 16, 23]) {
      const at = projection.project({ lat, lon: 106 });
      const north = projection.project({ lat: lat + 0.001, lon: 106 });
      const east = projection.project({ lat, lon: 106 + 0.001 / Math.cos((lat * Math.PI) / 180) });
      expect((east.x - at.x) / (at.y - north.y)).toBeCloseTo(1, 4);
    }
  });

  it('puts every place of the frame on the drawing', () => {
    const place = fc.record({
      lat: fc.double({ min: 4.5, max: 23.5, noNaN: true }),
      lon: fc.double({ min: 102, max: 118, noNaN: true }),
    });
    fc.assert(
      fc.property(place, (point) => {
        const { x, y } = projection.project(point);
        expect(x >= 0 && x <= 800 && y >= -1e-9 && y <= projection.height + 1e-9).toBe(true);
      }),
    );
  });

  it('draws an inset from its own frame', () => {
    const inset: BoundingBox = { west: 111, south: 15, east: 113, north: 17 };
    const { width, project } = projectToSvg({ frame: inset, width: 120 });
    expect([width, project({ lat: 17, lon: 112 })]).toEqual([120, { x: 60, y: 0 }]);
  });
});

describe('pathData', () => {
  const square: Position[] = [
    [1, -1],
    [3, -1],
    [3, -3],
    [1, -3],
    [1, -1],
  ];

  it.each<[string, Geometry, string]>([
    ['a polygon', { type: 'Polygon', coordinates: [square] }, 'm1 1 2 0 0 2-2 0z'],
    ['a line', { type: 'LineString', coordinates: square.slice(0, 3) }, 'm1 1 2 0 0 2'],
    ['a point', { type: 'Point', coordinates: [2.5, -0.5] }, 'm2.5.5h0'],
    [
      'points, each relative to the last',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, -1],
          [4, -2],
        ],
      },
      'm1 1h0m3 1h0',
    ],
    [
      'a second ring, relative to the start of the first',
      {
        type: 'Polygon',
        coordinates: [
          square,
          [
            [2, -2],
            [2.5, -2],
            [2.5, -2.5],
            [2, -2],
          ],
        ],
      },
      'm1 1 2 0 0 2-2 0zm1 1 .5 0 0 .5z',
    ],
    [
      'lines, relative to the end of the first',
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [0, 0],
            [5, 0],
          ],
          [
            [5, -1],
            [6, -1],
          ],
        ],
      },
      'm0 0 5 0m0 1 1 0',
    ],
    [
      'parts',
      { type: 'MultiPolygon', coordinates: [[square], [square]] },
      'm1 1 2 0 0 2-2 0zm0 0 2 0 0 2-2 0z',
    ],
  ])('%s', (_, geometry, expected) => {
    expect(draw(geometry)).toBe(expected);
  });

  it('writes no leading zero, and no space where a sign or point separates', () => {
    expect(
      draw({
        type: 'LineString',
        coordinates: [
          [0.5, 0.5],
          [0.2, 0.3],
          [0.3, 0.1],
        ],
      }),
    ).toBe('m.5-.5-.3.2.1.2');
  });

  it('drops positions that round to the one before', () => {
    expect(
      draw({
        type: 'LineString',
        coordinates: [
          [1, 0],
          [1.04, 0],
          [1.1, 0],
        ],
      }),
    ).toBe('m1 0 .1 0');
  });

  it('keeps an island that shrinks to a dot', () => {
    const tiny: Position[] = [
      [1, -1],
      [1.01, -1],
      [1.01, -1.01],
      [1, -1],
    ];
    expect(draw({ type: 'Polygon', coordinates: [tiny] })).toBe('m1 1h0z');
  });

  it('does not add up rounding: every vertex lies within half a step of its place', () => {
    const coordinate = fc.double({ min: 0, max: 50, noNaN: true });
    const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(line, (coordinates) => {
        const path = draw({ type: 'LineString', coordinates }, 1);
        const numbers = (path.match(/-?(?:\d+\.\d+|\.\d+|\d+)/g) ?? []).map(Number);
        const sum = (parity: number): number =>
          numbers.reduce((total, number, index) => (index % 2 === parity ? total + number : total), 0);
        const [lon, lat] = coordinates.at(-1) ?? [0, 0];
        expect(Math.abs(sum(0) - lon)).toBeLessThan(0.0501);
        expect(Math.abs(sum(1) + lat)).toBeLessThan(0.0501);
      }),
    );
  });
});
