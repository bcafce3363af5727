import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generalise, publicPrecisions } from './generalise.ts';
import { distanceMetres } from './measure.ts';
import type { GeoPoint } from './point.ts';

const site = { lat: 21.03853, lon: 105.83806 };
const commune = { lat: 21.04, lon: 105.83 };
const province = { lat: 21.0001, lon: 105.69801 };

const vietnam = fc.record({
  lat: fc.double({ min: 4.5, max: 23.5, noNaN: true }),
  lon: fc.double({ min: 102, max: 118, noNaN: true }),
});

function approximate(point: GeoPoint): GeoPoint {
  const outcome = generalise(point, { precision: 'approx-1km' });
  if (outcome.kind !== 'point') throw new Error('a point was expected');
  return outcome.point;
}

describe('generalise', () => {
  it.each([
    ['exact', site, 'exact'],
    ['approx-1km', { lat: 21.035, lon: 105.835 }, 'approx-1km'],
    ['commune', commune, 'commune'],
    ['province', province, 'province'],
  ] as const)('%s', (precision, point, published) => {
    expect(generalise(site, { precision, commune, province })).toEqual({
      kind: 'point',
      point,
      precision: published,
    });
  });

  it('publishes nothing when withheld', () => {
    expect(generalise(site, { precision: 'withheld', commune, province })).toEqual({ kind: 'withheld' });
  });

  it('falls to the province without a commune point, then to nothing, never to the site', () => {
    expect(generalise(site, { precision: 'commune', province })).toMatchObject({
      point: province,
      precision: 'province',
    });
    expect(generalise(site, { precision: 'commune' })).toEqual({ kind: 'withheld' });
    expect(generalise(site, { precision: 'province', commune })).toEqual({ kind: 'withheld' });
  });

  it('lists precisions from open to closed', () => {
    expect(publicPrecisions).toEqual(['exact', 'approx-1km', 'commune', 'province', 'withheld']);
  });

  it('copies no other property of the point', () => {
    const annotated = { ...site, note: 'hố khai quật số 3' };
    expect(generalise(annotated, { precision: 'exact' })).toEqual({
      kind: 'point',
      point: site,
      precision: 'exact',
    });
  });
});

describe('approx-1km', () => {
  it('is the centre of a cell: doing it twice changes nothing', () => {
    fc.assert(
      fc.property(vietnam, (point) => {
        expect(approximate(approximate(point))).toEqual(approximate(point));
      }),
    );
  });

  it('stays within 0.8 km of the place', () => {
    fc.assert(
      fc.property(vietnam, (point) => {
        expect(distanceMetres(point, approximate(point))).toBeLessThan(800);
      }),
    );
  });

  it('hides where in the cell the place is', () => {
    const inCell = fc.double({ min: 0.0001, max: 0.0099, noNaN: true });
    fc.assert(
      fc.property(inCell, inCell, (dLat, dLon) => {
        expect(approximate({ lat: 16.46 + dLat, lon: 107.57 + dLon })).toEqual({ lat: 16.465, lon: 107.575 });
      }),
    );
  });

  it('prints three decimals, without binary noise', () => {
    fc.assert(
      fc.property(vietnam, (point) => {
        expect(String(approximate(point).lat)).toMatch(/^\d+\.\d{2}5$/);
      }),
    );
  });
});
