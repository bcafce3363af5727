import { expect, test } from 'vitest';
import { readPoint, writePoint } from './geometry.ts';

const HANOI = { type: 'Point', coordinates: [105.8525, 21.0285] };

test.each([undefined, 'EPSG:4326', '4326', 'WGS 84', 'wgs84'])('degrees in %s are a point', (crs) => {
  const read = readPoint({ ...(crs ? { crs } : {}), n: '21,0285', e: '105.8525' });
  expect(read).toEqual({ kind: 'value', value: { crs: 'EPSG:4326', geojson: HANOI } });
});

test('metres of VN-2000 are shown in WGS 84 and kept as measured', () => {
  const read = readPoint({ crs: 'VN-2000 / TM-3 105-45', n: '2326000', e: '510000,5' });
  if (read.kind !== 'value') throw new Error(read.problem.code);
  expect(read.value).toMatchObject({ crs: 'EPSG:9210', original: { e: 510_000.5, n: 2_326_000 } });
  const [lon = 0, lat = 0] = (read.value.geojson?.coordinates ?? []) as number[];
  expect(lon).toBeCloseTo(105.848, 2);
  expect(lat).toBeCloseTo(21.026, 2);
});

test('a point without coordinates is none', () => {
  expect(readPoint({ crs: 'EPSG:4326' })).toEqual({ kind: 'value', value: {} });
});

test.each([
  [{ n: '21.03' }, 'half-a-point'],
  [{ n: '21.03', e: 'x' }, 'not-a-coordinate'],
  [{ crs: 'EPSG:27700', n: '1', e: '2' }, 'unknown-crs'],
  [{ crs: 'HN-72', n: '1', e: '2' }, 'unknown-crs'],
  [{ crs: 'EPSG:9210', n: '21.03', e: '105.85' }, 'wrong-point'],
  [{ crs: 'EPSG:9210', n: '510000', e: '2326000' }, 'wrong-point'],
])('%j is refused', (cells, code) => {
  expect(readPoint(cells)).toMatchObject({ kind: 'problem', problem: { code } });
});

test('what was wrong with plane coordinates is said in the words of the geodesy', () => {
  const read = readPoint({ crs: 'EPSG:9210', n: '510000', e: '2326000' });
  expect(read.kind === 'problem' && read.problem.problem.vi).toContain('X và Y bị đổi chỗ');
});

test('points are written as they were measured, other shapes not at all', () => {
  const geometry = { role: 'point', crs: 'EPSG:9210', publicPrecision: 'exact', geojson: HANOI } as const;
  expect(
    writePoint({
      ...geometry,
      geojson: { type: 'Point', coordinates: [105.8525, 21.0285] },
      original: { e: 1, n: 2 },
    }),
  ).toEqual({
    crs: 'EPSG:9210',
    n: '2',
    e: '1',
  });
  expect(writePoint({ ...geometry, geojson: { type: 'Point', coordinates: [105.8525, 21.0285] } })).toEqual({
    crs: 'EPSG:4326',
    n: '21.0285',
    e: '105.8525',
  });
  expect(
    writePoint({
      ...geometry,
      geojson: {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    }),
  ).toEqual({});
});
