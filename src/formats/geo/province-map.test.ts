import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { pointInPolygon } from './contains.ts';
import type { ArealGeometry, Geometry } from './geojson.ts';
import type { MapFeature } from './map-feature.ts';
import { boundingBox, centroid, distanceMetres } from './measure.ts';
import { covers, vietnamFrame } from './point.ts';
import { pathData, projectToSvg } from './svg.ts';
import { checkTerritory, type TerritoryMap } from './territory.ts';

const folder = join(import.meta.dirname, '../../../data/map');
const file = readFileSync(join(folder, 'provinces.json'), 'utf8');

function load(): TerritoryMap {
  const outcome = checkTerritory(JSON.parse(file));
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.violations));
  return outcome.map;
}

const map = load();

const isAreal = (geometry: Geometry): geometry is ArealGeometry => geometry.type.endsWith('Polygon');

const holds = ({ geometry }: MapFeature, lat: number, lon: number): boolean =>
  isAreal(geometry) && pointInPolygon({ lat, lon }, geometry);

/** Province code, name and a well-known place inside (rounded to 0.01°). */
const places: [code: string, name: string, lat: number, lon: number][] = [
  ['01', 'Hà Nội', 21.03, 105.85],
  ['04', 'Cao Bằng', 22.67, 106.26],
  ['08', 'Tuyên Quang', 22.49, 105.1],
  ['11', 'Điện Biên', 21.39, 103.02],
  ['12', 'Lai Châu', 22.32, 103.19],
  ['14', 'Sơn La', 21.33, 103.91],
  ['15', 'Lào Cai', 21.71, 104.88],
  ['19', 'Thái Nguyên', 21.59, 105.84],
  ['20', 'Lạng Sơn', 21.85, 106.76],
  ['22', 'Quảng Ninh', 21.36, 107.36],
  ['24', 'Bắc Ninh', 21.18, 106.06],
  ['25', 'Phú Thọ', 21.32, 105.4],
  ['31', 'Hải Phòng', 20.86, 106.68],
  ['33', 'Hưng Yên', 20.65, 106.06],
  ['37', 'Ninh Bình', 20.25, 105.97],
  ['38', 'Thanh Hóa', 19.81, 105.78],
  ['40', 'Nghệ An', 18.68, 105.68],
  ['42', 'Hà Tĩnh', 18.34, 105.9],
  ['44', 'Quảng Trị', 16.82, 107.1],
  ['46', 'Huế', 16.46, 107.59],
  ['48', 'Đà Nẵng', 15.57, 108.48],
  ['51', 'Quảng Ngãi', 15.12, 108.8],
  ['52', 'Gia Lai', 13.98, 108],
  ['56', 'Khánh Hòa', 12.25, 109.15],
  ['66', 'Đắk Lắk', 12.67, 108.04],
  ['68', 'Lâm Đồng', 11.94, 108.44],
  ['75', 'Đồng Nai', 10.95, 106.82],
  ['79', 'Hồ Chí Minh', 10.78, 106.7],
  ['80', 'Tây Ninh', 11.31, 106.1],
  ['82', 'Đồng Tháp', 10.46, 105.63],
  ['86', 'Vĩnh Long', 10.25, 105.97],
  ['91', 'An Giang', 10.18, 105.1],
  ['92', 'Cần Thơ', 10.03, 105.77],
  ['96', 'Cà Mau', 9.18, 105.15],
];

describe('the provinces', () => {
  it('are the 34 of 1 July 2025 under their codes', () => {
    expect(map.provinces.map(({ code, name }) => [code, name.vi])).toEqual(
      places.map(([code, name]) => [code, name]),
    );
  });

  it.each(places)('%s %s holds its place, and no other province does', (code, _, lat, lon) => {
    expect(
      map.provinces.filter((province) => holds(province, lat, lon)).map((province) => province.code),
    ).toEqual([code]);
  });

  it.each([
    ['Phú Quốc', '91', 10.23, 103.98],
    ['Côn Đảo', '79', 8.7, 106.61],
    ['Cát Bà', '31', 20.8, 107.01],
    ['Lý Sơn', '51', 15.382, 109.118],
    ['Phú Quý', '68', 10.53, 108.945],
    ['Bạch Long Vĩ', '31', 20.131, 107.736],
    ['Cồn Cỏ', '44', 17.16, 107.34],
  ])('the island %s belongs to %s', (_, code, lat, lon) => {
    expect(
      map.provinces.filter((province) => holds(province, lat, lon)).map((province) => province.code),
    ).toEqual([code]);
  });

  it('have names in both languages and rings that run as RFC 7946 asks', () => {
    for (const { name, geometry } of map.provinces) {
      expect(name.vi && name.en).toBeTruthy();
      expect(signedAreas(geometry).every((area) => area > 0)).toBe(true);
    }
  });
});

function signedAreas(geometry: Geometry): number[] {
  const polygons =
    geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates as never[]];
  return polygons.map(([outline = []]) =>
    outline.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = outline[(index + 1) % outline.length] ?? [x, y];
      return sum + x * nextY - nextX * y;
    }, 0),
  );
}

describe('the archipelagos', () => {
  const islands: Record<string, string>[] = parse(readFileSync(join(folder, 'islands.csv')), {
    columns: true,
  });

  it.each(['Hoàng Sa', 'Trường Sa'])(
    'Quần đảo %s is drawn at every island of the list, at least eight',
    (name) => {
      const archipelago = map.archipelagos.find((feature) => feature.name.vi === `Quần đảo ${name}`);
      const listed = islands.filter((island) => island.archipelago === name);
      expect(listed.length).toBeGreaterThanOrEqual(8);
      for (const { lat, lon, unit_code, province_code } of listed) {
        expect(archipelago && holds(archipelago, Number(lat), Number(lon))).toBe(true);
        expect(archipelago).toMatchObject({ code: unit_code, provinceCode: province_code });
      }
    },
  );

  it('name each island once, in Vietnamese, with a source', () => {
    expect(new Set(islands.map((island) => island.name_vi)).size).toBe(islands.length);
    for (const { name_vi, source } of islands) {
      expect(name_vi).toMatch(/^(?:Đảo|Đá|Bãi) \p{Lu}/u);
      expect(source).not.toBe('');
    }
  });

  it('lie about 370 km and 580 km off the coast', () => {
    const [hoangSa, truongSa] = map.archipelagos.map(({ geometry }) => centroid(geometry));
    expect(distanceMetres(hoangSa ?? { lat: 0, lon: 0 }, { lat: 16.07, lon: 108.22 })).toBeGreaterThan(
      350_000,
    );
    expect(distanceMetres(truongSa ?? { lat: 0, lon: 0 }, { lat: 11.92, lon: 109.2 })).toBeGreaterThan(
      500_000,
    );
  });
});

describe('the drawing', () => {
  it('lies in the frame', () => {
    for (const feature of [...map.provinces, ...map.archipelagos])
      expect(covers(vietnamFrame, boundingBox(feature.geometry))).toBe(true);
  });

  it('takes at most 60 kB as GeoJSON', () => {
    expect(Buffer.byteLength(file)).toBeLessThan(60_000);
  });

  it('takes at most 9 kB as gzipped SVG paths, 800 units wide', () => {
    const projection = projectToSvg({ frame: vietnamFrame, width: 800 });
    const paths = [...map.provinces, ...map.archipelagos].map(({ code, geometry }) => {
      return `<path id="${code}" d="${pathData(geometry, { projection, precision: 1 })}"/>`;
    });
    expect(paths.every((path) => path.length > 100)).toBe(true);
    expect(gzipSync(paths.join('\n')).length).toBeLessThan(9_000);
  });
});

const facts = join(process.cwd(), '../shared/data/facts');

describe.skipIf(!existsSync(facts))('against the administrative units', () => {
  const read = (name: string): Record<string, string>[] =>
    existsSync(facts) ? parse(readFileSync(join(facts, name)), { columns: true, bom: true }) : [];
  const communes = read('communes.csv');
  const provinces = read('provinces.csv');

  it('has every inside point of a province in that province', () => {
    expect(provinces).toHaveLength(34);
    for (const { code, name_vi, lat, lon } of provinces) {
      const holders = map.provinces.filter((province) => holds(province, Number(lat), Number(lon)));
      expect([name_vi, holders.map((province) => province.code)]).toEqual([name_vi, [code]]);
    }
  });

  it('has at least 98 % of commune points in their province', () => {
    const byCode = new Map(map.provinces.map((province) => [province.code, province]));
    const placed = communes.filter(({ province_code = '', lat, lon }) => {
      const province = byCode.get(province_code);
      return province && holds(province, Number(lat), Number(lon));
    });
    expect(placed.length / communes.length).toBeGreaterThan(0.98);
  });
});
