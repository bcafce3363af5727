import { describe, expect, it } from 'vitest';
import type { Statement } from '#modules/standards/index.ts';
import { mergedRow } from './merge.fixture.ts';

/** The location after a row with these cells. */
const placed = (base: Statement[], cells: Record<string, string>) => mergedRow('monument', base, cells);

const at = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });

describe('a location given by two numbers only', () => {
  it('is a point that the public knows by its commune', () => {
    expect(placed([], { 'geometry.n': '21.11', 'geometry.e': '105.96' })).toEqual([
      {
        id: 'geometry-new1',
        value: { role: 'point', crs: 'EPSG:4326', publicPrecision: 'commune', geojson: at(105.96, 21.11) },
      },
    ]);
  });

  it('is what the columns say where they say it', () => {
    const cells = { 'geometry.n': '21.11', 'geometry.e': '105.96', 'geometry.publicPrecision': 'exact' };
    expect(placed([], cells)).toMatchObject([{ value: { role: 'point', publicPrecision: 'exact' } }]);
  });

  it('stays as open or closed as the place was that it corrects', () => {
    const value = { role: 'point', crs: 'EPSG:4326', publicPrecision: 'withheld', geojson: at(105, 21) };
    const base: Statement[] = [{ id: 'g1', value }];
    const moved = placed(base, {
      'geometry.n': '21.5',
      'geometry.e': '105.5',
      'geometry.publicPrecision': '',
    });
    expect(moved).toEqual([{ id: 'g1', value: { ...value, geojson: at(105.5, 21.5) } }]);
    expect(placed(base, { 'geometry.n': '21', 'geometry.e': '105' })).toBe(base);
  });
});
