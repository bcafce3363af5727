import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordBody, Values } from '#modules/standards/index.ts';
import { aFrame } from './frame.fixture.ts';
import { shownGeometry, unitsOf } from './public-geometry.ts';

type Precision = Values['geometry']['publicPrecision'];

const body = (units: string[]): RecordBody => ({
  standard: 'monument@1.0',
  fields: { place: [{ id: 'p', value: { units } }] },
});

function geometry(
  publicPrecision: Precision,
  coordinates: unknown = [107.57973, 16.46981],
): Values['geometry'] {
  return {
    role: 'point',
    geojson: { type: 'Point', coordinates: coordinates as number[] },
    crs: 'EPSG:4326',
    publicPrecision,
  };
}

const frame = aFrame('vi');

describe('shownGeometry', () => {
  it('shows an exact place as it is', () => {
    expect(shownGeometry(geometry('exact'), body([]), frame)).toMatchObject({
      kind: 'exact',
      point: { lat: 16.46981, lon: 107.57973 },
    });
  });

  it('rounds to the centre of a cell of 1 km', () => {
    expect(shownGeometry(geometry('approx-1km'), body([]), frame)).toEqual({
      kind: 'generalised',
      precision: 'approx-1km',
      point: { lat: 16.465, lon: 107.575 },
    });
  });

  it('stands for a commune with the point of the commune', () => {
    expect(shownGeometry(geometry('commune'), body(['46', '19744']), frame)).toEqual({
      kind: 'generalised',
      precision: 'commune',
      point: { lat: 16.47, lon: 107.57 },
    });
  });

  it('falls to the province where no commune is known, and to nothing without a province', () => {
    expect(shownGeometry(geometry('commune'), body(['46']), frame)).toMatchObject({ precision: 'province' });
    expect(shownGeometry(geometry('commune'), body([]), frame)).toEqual({ kind: 'withheld' });
  });

  it('lets no one of several provinces stand for the place', () => {
    const units = new Map([
      ...frame.units,
      ['48', { code: '48', name: 'Thành phố Đà Nẵng', isProvince: true, point: { lat: 16, lon: 108 } }],
    ]);
    expect(shownGeometry(geometry('province'), body(['46', '48']), { units })).toEqual({ kind: 'withheld' });
  });

  it('withholds what is withheld and what is no geometry', () => {
    expect(shownGeometry(geometry('withheld'), body(['46']), frame)).toEqual({ kind: 'withheld' });
    expect(shownGeometry(geometry('exact', ['a', 'b']), body(['46']), frame)).toEqual({ kind: 'withheld' });
  });

  it('says the same of all places in one cell, so that the place cannot be told', () => {
    const offset = fc.double({ min: 0.0001, max: 0.0099, noNaN: true });
    fc.assert(
      fc.property(offset, offset, (lat, lon) => {
        const shown = shownGeometry(geometry('approx-1km', [107.57 + lon, 16.46 + lat]), body([]), frame);
        expect(shown).toEqual({
          kind: 'generalised',
          precision: 'approx-1km',
          point: { lat: 16.465, lon: 107.575 },
        });
      }),
    );
  });
});

it('names each unit of a record once and leaves unknown codes out', () => {
  expect(unitsOf(body(['46', '19744', '46', '99']), frame).map(({ code }) => code)).toEqual(['46', '19744']);
});
