import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMetres } from './measure.ts';
import { type GeoPoint, isInside, vietnamFrame } from './point.ts';
import { vn2000ToWgs84, wgs84ToVn2000 } from './vn2000.ts';
import { zoneOfMeridian, zones } from './zones.ts';

/** EPSG, latitude, longitude, E, N: computed with PROJ 9.5.1, operation "VN-2000 to WGS 84 (2)". */
const golden: [epsg: number, lat: number, lon: number, e: number, n: number][] = [
  [5896, 21.71124, 103.02102, 605441.469, 2402038.544],
  [9205, 21.71124, 103.02102, 501978.535, 2401691.727],
  [9206, 21.19474, 104.06934, 507003.107, 2344512.032],
  [9207, 9.1362, 105.18218, 574781.115, 1010395.599],
  [9208, 10.17934, 105.09569, 537680.826, 1125710.45],
  [5897, 21.0285, 105.8542, 588591.944, 2326345.312],
  [9209, 18.29122, 105.73488, 524635.556, 2023138.326],
  [9210, 10.7769, 106.7019, 603906.633, 1191942.645],
  [9211, 17.24046, 106.5268, 555823.99, 1906915.457],
  [9212, 11.3, 106.6, 538012.332, 1249660.976],
  [9213, 22.0239, 105.82383, 429999.518, 2436467.27],
  [9214, 16.469, 107.5778, 561497.42, 1821561.369],
  [9215, 21.83957, 106.61883, 434561.503, 2416038.836],
  [9216, 14.35, 107.9, 542948.219, 1587061.47],
  [5899, 15.877, 108.328, 561703.149, 1756054.983],
  [5898, 14.76883, 108.14294, 515193.181, 1633366.006],
  [9217, 12.2388, 109.1967, 602805.66, 1353660.028],
  [9218, 12.92159, 108.44422, 493752.716, 1429007.873],
  [3405, 21.0285, 105.8542, 588565.364, 2325647.338],
  [3406, 8.645, 111.92, 601028.545, 955841.837],
  [32648, 21.0285, 105.8542, 588761.587, 2325539.252],
  [32649, 16.833, 112.333, 642024.635, 1861559.301],
];

function planeOf(epsg: number, point: GeoPoint): { e: number; n: number } {
  const outcome = wgs84ToVn2000({ epsg, ...point });
  if (outcome.kind !== 'converted') throw new Error(outcome.message.en);
  return outcome;
}

function geographicOf(epsg: number, e: number, n: number): GeoPoint {
  const outcome = vn2000ToWgs84({ epsg, e, n });
  if (outcome.kind !== 'converted') throw new Error(outcome.message.en);
  return outcome;
}

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** North of 6.5°N (south of it a plane point counts as swapped) and a hair inside, since edges round. */
const inFrame = fc.record({ lat: degrees(6.500001, 23.499999), lon: degrees(102.000001, 117.999999) });
const onLand = fc.record({ lat: degrees(8.3, 23.4), lon: degrees(102.1, 109.5) });
const anyZone = fc.constantFrom(...zones);

describe('zones', () => {
  it('hold every code of the provincial axes, the national zones and UTM, each once', () => {
    const codes = zones.map((zone) => zone.epsg).sort((a, b) => a - b);
    const provincial = Array.from({ length: 14 }, (_, index) => 9205 + index);
    expect(codes).toEqual([3405, 3406, 5896, 5897, 5898, 5899, ...provincial, 32648, 32649]);
  });

  it('scale by 0.9999 in 3° zones and 0.9996 in 6° zones', () => {
    for (const { width, k0 } of zones) expect(k0).toBe(width === 3 ? 0.9999 : 0.9996);
  });

  it.each([
    [105.75, 9210, 'VN-2000 / TM-3 105-45'],
    [107.75, 5899, 'VN-2000 / TM-3 Da Nang zone'],
    [105, 5897, 'VN-2000 / TM-3 zone 482'],
    [108.25, 9217, 'VN-2000 / TM-3 108-15'],
  ])('find the zone of the meridian %d', (meridian, epsg, name) => {
    expect(zoneOfMeridian(meridian)).toMatchObject({ epsg, name });
  });

  it('know no zone for a meridian without one', () => {
    expect(zoneOfMeridian(111)).toBeUndefined();
    expect(zoneOfMeridian(Number.NaN)).toBeUndefined();
  });
});

describe('conversion', () => {
  it.each(golden)('EPSG:%d agrees with PROJ at %d, %d', (epsg, lat, lon, e, n) => {
    const plane = planeOf(epsg, { lat, lon });
    expect(Math.hypot(plane.e - e, plane.n - n)).toBeLessThan(0.002);
    expect(distanceMetres(geographicOf(epsg, e, n), { lat, lon })).toBeLessThan(0.002);
  });

  it('covers every zone with a golden value', () => {
    expect(new Set(golden.map(([epsg]) => epsg))).toEqual(new Set(zones.map((zone) => zone.epsg)));
  });

  it('uses the coordinate-frame rotations: with the signs copied the point would be 0.3 m or more away', () => {
    const copied = { e: 588591.944 + 0.3, n: 2326345.312 };
    const plane = planeOf(5897, { lat: 21.0285, lon: 105.8542 });
    expect(Math.hypot(plane.e - copied.e, plane.n - copied.n)).toBeGreaterThan(0.29);
  });

  it('shifts the datum: WGS 84 and VN-2000 eastings of one place differ by about 200 m', () => {
    const hanoi = { lat: 21.0285, lon: 105.8542 };
    expect(planeOf(32648, hanoi).e - planeOf(3405, hanoi).e).toBeCloseTo(196.223, 2);
  });

  it('returns within 1 mm, WGS 84 → plane → WGS 84, in every zone over the land', () => {
    fc.assert(
      fc.property(anyZone, onLand, ({ epsg }, point) => {
        const { e, n } = planeOf(epsg, point);
        expect(distanceMetres(geographicOf(epsg, e, n), point)).toBeLessThan(0.001);
      }),
      { numRuns: 500 },
    );
  });

  it('returns within 1 mm over sea and islands too', () => {
    fc.assert(
      fc.property(inFrame, (point) => {
        const zone = point.lon < 108 ? 3405 : 3406;
        const { e, n } = planeOf(zone, point);
        expect(distanceMetres(geographicOf(zone, e, n), point)).toBeLessThan(0.001);
      }),
    );
  });

  it('keeps Trường Sa and Hoàng Sa in the provincial zones of Khánh Hòa and Đà Nẵng', () => {
    for (const [epsg, lat, lon] of [
      [9217, 10.733, 115.803],
      [5899, 16.667, 112.733],
    ] as const) {
      const { e, n } = planeOf(epsg, { lat, lon });
      expect(distanceMetres(geographicOf(epsg, e, n), { lat, lon })).toBeLessThan(0.001);
    }
  });
});

describe('refusal', () => {
  it('names swapped axes in both languages', () => {
    const outcome = vn2000ToWgs84({ epsg: 5897, e: 2326345.312, n: 588591.944 });
    expect(outcome).toMatchObject({ kind: 'axes-swapped' });
    expect(outcome).toHaveProperty(
      'message.en',
      expect.stringContaining('X = Northing, Y = Easting on Vietnamese paper'),
    );
    expect(outcome).toHaveProperty('message.vi', expect.stringContaining('X là tọa độ Bắc'));
  });

  it('detects swapped axes for every golden place on the mainland', () => {
    for (const [epsg, , lon, e, n] of golden.filter(([, , lon]) => lon < 110))
      expect([lon, vn2000ToWgs84({ epsg, e: n, n: e }).kind]).toEqual([lon, 'axes-swapped']);
  });

  it('detects swapped axes in a zone six degrees wide as well', () => {
    const { e, n } = planeOf(3405, { lat: 15.877, lon: 108.328 });
    expect(vn2000ToWgs84({ epsg: 3405, e: n, n: e }).kind).toBe('axes-swapped');
  });

  it.each([
    ['unknown-crs', { epsg: 9999, e: 588591, n: 2326345 }],
    ['unknown-crs', { epsg: 4756, e: 588591, n: 2326345 }],
    ['not-a-number', { epsg: 5897, e: Number.NaN, n: 2326345 }],
    ['not-a-number', { epsg: 5897, e: 588591, n: Number.POSITIVE_INFINITY }],
    ['looks-like-degrees', { epsg: 5897, e: 105.85, n: 21.03 }],
    ['looks-like-degrees', { epsg: 5897, e: 0, n: 0 }],
    ['outside-vietnam', { epsg: 5897, e: 588591, n: 9_326_345 }],
    ['outside-vietnam', { epsg: 5897, e: 588591, n: -2_326_345 }],
    ['outside-vietnam', { epsg: 5897, e: 1e12, n: 1e12 }],
    ['outside-vietnam', { epsg: 5897, e: 588.591, n: 2326.345 }],
    ['outside-vietnam', { epsg: 5897, e: 18_588_591, n: 2_326_345 }],
  ])('%s for %o', (kind, plane) => {
    expect(vn2000ToWgs84(plane).kind).toBe(kind);
  });

  it.each([
    ['unknown-crs', { epsg: 1, lat: 21, lon: 105 }],
    ['not-a-number', { epsg: 5897, lat: Number.NaN, lon: 105 }],
    ['axes-swapped', { epsg: 5897, lat: 105.85, lon: 21.03 }],
    ['outside-vietnam', { epsg: 5897, lat: 48.85, lon: 2.35 }],
    ['outside-vietnam', { epsg: 5897, lat: 4.49, lon: 105 }],
    ['outside-vietnam', { epsg: 5897, lat: 21, lon: 118.01 }],
  ])('%s for geographic %o', (kind, point) => {
    expect(wgs84ToVn2000(point).kind).toBe(kind);
  });

  it('still tells where a point just beyond the frame lies, but not one on another continent', () => {
    const bangkok = wgs84ToVn2000({ epsg: 5896, lat: 13.75, lon: 100.5 });
    expect(bangkok).toMatchObject({ kind: 'outside-vietnam', plane: { n: expect.any(Number) } });
    if (!('plane' in bangkok) || !bangkok.plane) throw new Error('a plane point was expected');
    const back = vn2000ToWgs84({ epsg: 5896, ...bangkok.plane });
    expect(back).toMatchObject({ kind: 'outside-vietnam', point: { lat: expect.closeTo(13.75, 8) } });
    expect(wgs84ToVn2000({ epsg: 5896, lat: 48.85, lon: 2.35 })).not.toHaveProperty('plane');
  });

  it('never throws and never answers outside the frame, whatever the numbers', () => {
    fc.assert(
      fc.property(anyZone, fc.double(), fc.double(), ({ epsg }, e, n) => {
        const outcome = vn2000ToWgs84({ epsg, e, n });
        if (outcome.kind !== 'converted') return;
        expect(outcome.lat).toBeGreaterThanOrEqual(vietnamFrame.south);
        expect(outcome.lon).toBeLessThanOrEqual(vietnamFrame.east);
      }),
    );
  });
});

const fixture = join(process.cwd(), '../shared/fixtures/vn/vn2000.csv');

describe.skipIf(!existsSync(fixture))('conformance: vn2000.csv', () => {
  const rows = existsSync(fixture)
    ? readFileSync(fixture, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').map(Number))
    : [];

  it('has rows', () => expect(rows.length).toBeGreaterThan(300));

  const kindAt = (point: GeoPoint) => (isInside(vietnamFrame, point) ? 'converted' : 'outside-vietnam');

  it('describes the same zones', () => {
    for (const [epsg, centralMeridian, k0] of rows)
      expect(zones).toContainEqual(expect.objectContaining({ epsg, centralMeridian, k0 }));
  });

  it('agrees within 2 cm to the plane', () => {
    for (const [epsg = 0, , , lat = 0, lon = 0, e = 0, n = 0] of rows) {
      const outcome = wgs84ToVn2000({ epsg, lat, lon });
      const plane = { e: 0, n: 0, ...outcome, ...('plane' in outcome ? outcome.plane : {}) };
      expect(Math.hypot(plane.e - e, plane.n - n)).toBeLessThan(0.02);
      expect(outcome.kind).toBe(kindAt({ lat, lon }));
    }
  });

  it('agrees within 2 cm to WGS 84', () => {
    for (const [epsg = 0, , , lat = 0, lon = 0, e = 0, n = 0] of rows) {
      const outcome = vn2000ToWgs84({ epsg, e, n });
      const point = { lat: 0, lon: 0, ...outcome, ...('point' in outcome ? outcome.point : {}) };
      expect(distanceMetres(point, { lat, lon })).toBeLessThan(0.02);
      expect(outcome.kind).toBe(kindAt({ lat, lon }));
    }
  });
});
