import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vietnamFrame } from './point.ts';
import { validateGeometry } from './validate.ts';

const square = [
  [105, 20],
  [106, 20],
  [106, 21],
  [105, 21],
  [105, 20],
];

const valid = {
  Point: [105.8, 21.03],
  MultiPoint: [
    [105.8, 21.03],
    [106.7, 10.8],
  ],
  LineString: [
    [105.8, 21.03],
    [106.7, 10.8, 12.5],
  ],
  MultiLineString: [square, square],
  Polygon: [square],
  MultiPolygon: [[square], [square]],
};

function problemsOf(json: unknown, options = {}): [pointer: string, code: string][] {
  const outcome = validateGeometry(json, options);
  return outcome.kind === 'invalid' ? outcome.problems.map(({ pointer, code }) => [pointer, code]) : [];
}

describe('a valid geometry', () => {
  it.each(Object.entries(valid))('%s is returned as it is', (type, coordinates) => {
    expect(validateGeometry({ type, coordinates }, { within: vietnamFrame })).toEqual({
      kind: 'valid',
      geometry: { type, coordinates },
    });
  });

  it('may carry a bbox, which is dropped', () => {
    expect(validateGeometry({ type: 'Point', coordinates: [105, 21], bbox: [1, 2, 3, 4] })).toEqual({
      kind: 'valid',
      geometry: { type: 'Point', coordinates: [105, 21] },
    });
  });

  it('may lie anywhere on Earth when no box is asked for', () => {
    expect(problemsOf({ type: 'Point', coordinates: [2.35, 48.85] })).toEqual([]);
  });

  it('may have a hole', () => {
    expect(problemsOf({ type: 'Polygon', coordinates: [square, square] })).toEqual([]);
  });
});

describe('problems', () => {
  it.each<[string, unknown, [string, string][]]>([
    ['null', null, [['', 'not-an-object']]],
    ['an array', [], [['', 'not-an-object']]],
    ['text', 'POINT(1 2)', [['', 'not-an-object']]],
    ['no type', { coordinates: [1, 2] }, [['/type', 'unknown-type']]],
    ['a collection', { type: 'GeometryCollection', geometries: [] }, [['/type', 'unknown-type']]],
    ['an inherited name', { type: 'toString', coordinates: [1, 2] }, [['/type', 'unknown-type']]],
    ['no coordinates', { type: 'Point' }, [['/coordinates', 'not-a-position']]],
    ['one number', { type: 'Point', coordinates: [105] }, [['/coordinates', 'not-a-position']]],
    ['text numbers', { type: 'Point', coordinates: ['105', '21'] }, [['/coordinates', 'not-a-position']]],
    ['four numbers', { type: 'Point', coordinates: [1, 2, 3, 4] }, [['/coordinates', 'not-a-position']]],
    ['metres', { type: 'Point', coordinates: [588591, 2326345] }, [['/coordinates', 'out-of-range']]],
    ['a crs member', { type: 'Point', coordinates: [1, 2], crs: {} }, [['/crs', 'unknown-member']]],
    [
      'a strange member',
      { type: 'Point', coordinates: [1, 2], 'a/b~c': 1 },
      [['/a~1b~0c', 'unknown-member']],
    ],
    [
      'a flat line',
      { type: 'LineString', coordinates: [105, 21] },
      [
        ['/coordinates/0', 'not-a-position'],
        ['/coordinates/1', 'not-a-position'],
      ],
    ],
    [
      'one position',
      { type: 'LineString', coordinates: [[105, 21]] },
      [['/coordinates', 'too-few-positions']],
    ],
    ['an empty line', { type: 'LineString', coordinates: [] }, [['/coordinates', 'empty']]],
    ['an object for a line', { type: 'LineString', coordinates: {} }, [['/coordinates', 'not-an-array']]],
    [
      'an open ring',
      { type: 'Polygon', coordinates: [square.slice(0, 4)] },
      [['/coordinates/0', 'ring-not-closed']],
    ],
    [
      'a short ring',
      { type: 'Polygon', coordinates: [square.slice(0, 3)] },
      [['/coordinates/0', 'too-few-positions']],
    ],
    ['an empty part', { type: 'MultiPolygon', coordinates: [[square], []] }, [['/coordinates/1', 'empty']]],
    [
      'a bad hole',
      { type: 'MultiPolygon', coordinates: [[square], [square, [...square, [0, 95]]]] },
      [
        ['/coordinates/1/1', 'ring-not-closed'],
        ['/coordinates/1/1/5', 'out-of-range'],
      ],
    ],
  ])('%s', (_, json, expected) => {
    expect(problemsOf(json)).toEqual(expected);
  });

  it.each<[string, number[], string]>([
    ['latitude first', [21.03, 105.85], 'axes-swapped'],
    ['Paris', [2.35, 48.85], 'outside-vietnam'],
    ['the equator', [105, 0], 'outside-vietnam'],
  ])('%s is outside the frame of Vietnam', (_, coordinates, code) => {
    expect(problemsOf({ type: 'Point', coordinates }, { within: vietnamFrame })).toEqual([
      ['/coordinates', code],
    ]);
  });

  it('come with a message in both languages', () => {
    const outcome = validateGeometry({ type: 'Polygon', coordinates: [square.slice(0, 4)] });
    expect(outcome).toHaveProperty('problems.0.message.vi', expect.stringContaining('chưa khép kín'));
    expect(outcome).toHaveProperty('problems.0.message.en', expect.stringContaining('not closed'));
  });

  it('stop at the size limit', () => {
    const coordinates = Array.from({ length: 11 }, () => [105, 21]);
    expect(problemsOf({ type: 'MultiPoint', coordinates }, { maxPositions: 11 })).toEqual([]);
    expect(problemsOf({ type: 'MultiPoint', coordinates }, { maxPositions: 10 })).toEqual([
      ['/coordinates', 'too-many-positions'],
    ]);
  });

  it('stop at twenty', () => {
    const coordinates = Array.from({ length: 1000 }, () => null);
    expect(problemsOf({ type: 'MultiPoint', coordinates })).toHaveLength(20);
  });

  it('are found in any JSON without throwing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(valid)),
        fc.jsonValue({ maxDepth: 4 }),
        (type, coordinates) => {
          const outcome = validateGeometry({ type, coordinates });
          if (outcome.kind === 'invalid') expect(outcome.problems.length).toBeGreaterThan(0);
          else expect(outcome.geometry.coordinates).toBe(coordinates);
        },
      ),
    );
  });
});
