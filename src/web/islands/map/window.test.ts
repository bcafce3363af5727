import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../components/told-map.ts';
import { apart } from './apart.ts';
import { cellAddress, clustersAddress, contains, overlap, showsProvinces, windowAddress } from './window.ts';

const HA_NOI: Box = [105.3, 20.6, 106, 21.4];
const boxOf = (address: string | null) =>
  (new URL(address ?? '', 'http://x').searchParams.get('bbox') ?? '')
    .split(',')
    .map(Number) as unknown as Box;

describe('what a window asks for', () => {
  test('is the search of the page, in a box around the window, at a zoom the server knows', () => {
    const address = clustersAddress({ search: 'q=ch%C3%B9a&kind=monument', zoom: 8.4, window: HA_NOI });
    const { pathname, searchParams } = new URL(address ?? '', 'http://x');
    expect(pathname).toBe('/api/v1/map/clusters');
    expect([...searchParams.keys()]).toEqual(['q', 'kind', 'bbox', 'zoom']);
    expect(searchParams.get('q')).toBe('chùa');
    expect(searchParams.get('zoom')).toBe('8');
    expect(contains(boxOf(address), HA_NOI)).toBe(true);
  });

  test('is the same after a small move, so that caches answer', () => {
    const moved: Box = [105.301, 20.601, 106.001, 21.401];
    const ask = (window: Box) => clustersAddress({ search: '', zoom: 8, window });
    expect(ask(moved)).toBe(ask(HA_NOI));
  });

  test('stays within the box that the search has, and asks nothing beside it', () => {
    const limit: Box = [105.5, 21, 105.9, 21.2];
    expect(boxOf(clustersAddress({ search: '', zoom: 8, window: HA_NOI, limit }))).toEqual(limit);
    const beside: Box = [120, 0, 121, 1];
    expect(clustersAddress({ search: '', zoom: 8, window: HA_NOI, limit: beside })).toBeNull();
  });

  test('never leaves the earth nor the zooms of the server, and always holds the window', () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    fc.assert(
      fc.property(
        degrees(170),
        degrees(80),
        fc.double({ min: 0, max: 24, noNaN: true }),
        (west, south, zoom) => {
          const window: Box = [west, south, west + 1, south + 1];
          const address = clustersAddress({ search: '', zoom, window });
          const box = boxOf(address);
          const level = Number(new URL(address ?? '', 'http://x').searchParams.get('zoom'));
          expect(level >= 3 && level <= 18).toBe(true);
          expect(contains([-180, -90, 180, 90], box)).toBe(true);
          expect(contains([box[0] - 1e-4, box[1] - 1e-4, box[2] + 1e-4, box[3] + 1e-4], window)).toBe(true);
        },
      ),
    );
  });

  test('of one cell is its first results', () => {
    expect(cellAddress('q=a&bbox=1,2,3,4', [105, 20, 105.5, 20.5], 10)).toBe(
      '/api/v1/search?q=a&bbox=105%2C20%2C105.5%2C20.5&limit=10',
    );
  });

  test('as a page is the same search from its first page, in that window', () => {
    const { searchParams } = new URL(
      windowAddress('http://x/vi/tim-kiem?q=a&view=map&after=token&bbox=1,2,3,4', HA_NOI),
    );
    expect(Object.fromEntries(searchParams)).toEqual({
      q: 'a',
      view: 'map',
      bbox: '105.3,20.6,106,21.4',
    });
  });
});

test('boxes overlap or they do not', () => {
  expect(overlap([0, 0, 2, 2], [1, 1, 3, 3])).toEqual([1, 1, 2, 2]);
  expect(overlap([0, 0, 1, 1], [1, 1, 3, 3])).toBeNull();
});

test('the overview is by province, nearer it is by cell', () => {
  expect([4, 6.4, 6.5, 9].map(showsProvinces)).toEqual([true, true, false, false]);
});

describe('numbers on the map', () => {
  test('have room, and the greatest come first', () => {
    const spots = [
      { count: 3, x: 0 },
      { count: 9, x: 20 },
      { count: 5, x: 200 },
    ];
    expect(apart(spots, ({ x }) => ({ x, y: 0 })).map(({ count }) => count)).toEqual([9, 5]);
    expect(apart([], () => ({ x: 0, y: 0 }))).toEqual([]);
  });

  test('never cover each other, and none is left out that has room', () => {
    const spot = fc.record({ count: fc.nat(), x: fc.nat(400), y: fc.nat(400) });
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 40 }), (spots) => {
        const placed = apart(spots, ({ x, y }) => ({ x, y }));
        const near = (a: (typeof spots)[0], b: (typeof spots)[0]) =>
          Math.abs(a.x - b.x) < 40 && Math.abs(a.y - b.y) < 34;
        for (const one of placed) expect(placed.filter((other) => near(one, other))).toEqual([one]);
        for (const one of spots) expect(placed.some((other) => near(one, other))).toBe(true);
      }),
    );
  });
});
