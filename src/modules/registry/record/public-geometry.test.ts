import { describe, expect, it } from 'vitest';
import { publicGeometry } from './public-geometry.ts';

const point = (publicPrecision: string) => ({
  id: 'geometry-1',
  source: ['QĐ 1'],
  value: {
    role: 'point',
    geojson: { type: 'Point', coordinates: [105.83513, 21.03687] },
    crs: 'EPSG:9211',
    original: { e: 586_790.12, n: 2_326_543.21 },
    precisionMetres: 5,
    publicPrecision,
  },
});

describe('a location for the public', () => {
  it('stays as it is where it may be known exactly', () => {
    expect(publicGeometry(point('exact'))).toEqual(point('exact'));
  });

  it('is the centre of its cell where it may be known within a kilometre, without the numbers of the survey', () => {
    const { value, ...rest } = publicGeometry(point('approx-1km'));
    expect(rest).toEqual({ id: 'geometry-1', source: ['QĐ 1'] });
    expect(value).toEqual({
      role: 'point',
      geojson: { type: 'Point', coordinates: [105.835, 21.035] },
      crs: 'EPSG:4326',
      precisionMetres: 800,
      publicPrecision: 'approx-1km',
    });
  });

  it.each(['commune', 'province', 'withheld'])(
    'is restricted where only the %s may be known',
    (precision) => {
      expect(publicGeometry(point(precision))).toEqual({
        id: 'geometry-1',
        source: ['QĐ 1'],
        absent: 'restricted',
      });
    },
  );

  it('is all there is to change', () => {
    for (const value of ['text', null, { geojson: {} }, 7])
      expect(publicGeometry({ id: 'x', value })).toEqual({ id: 'x', value });
  });
});
