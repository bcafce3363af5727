import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkTerritory, type TerritoryMap } from '#formats/geo/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { HttpServer } from '#platform/http/index.ts';
import { testDatabase } from '#tests/support/postgres.ts';
import { aPortal, aPortalServer } from '../portal.fixture.ts';
import type { Portal } from '../portal.ts';
import { outlinesOf } from './outlines.ts';

let database: Database;
let portal: Portal;
let server: HttpServer;
beforeAll(async () => {
  database = await testDatabase();
  portal = await aPortal(database.db);
  server = await aPortalServer(portal);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

interface Outlines {
  features: { properties: Record<string, string>; geometry: { type: string; coordinates: unknown } }[];
}

describe('the outlines for interactive maps', () => {
  test('hold every province, both archipelagos on land of their own, and all names', async () => {
    const answer = await server.inject(outlinesOf(portal.map).address);
    expect(answer.headers['content-type']).toMatch(/^application\/geo\+json/);
    const { features } = JSON.parse(answer.payload) as Outlines;
    const of = (role: string) => features.filter(({ properties }) => properties.role === role);
    expect(new Set(of('province').map(({ properties }) => properties.province)).size).toBe(34);
    expect(of('archipelago').map(({ properties }) => properties.province)).toEqual(['48', '56']);
    const names = of('label').map(({ properties }) => properties.vi?.replace('\n', ' '));
    expect(names).toEqual(
      expect.arrayContaining([
        'Biển Đông',
        'Quần đảo Hoàng Sa (TP. Đà Nẵng)',
        'Quần đảo Trường Sa (tỉnh Khánh Hòa)',
        'Cao Bằng',
      ]),
    );
    expect(of('label').every(({ geometry }) => geometry.type === 'Point')).toBe(true);
  });

  test('are kept for ever, compressed, and stay the same', async () => {
    const { address, json } = outlinesOf(portal.map);
    const br = await server.inject({ url: address, headers: { 'accept-encoding': 'br, gzip' } });
    expect(br.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(json);
    const gzip = await server.inject({ url: address, headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(json);
    const etag = String(br.headers.etag);
    const held = await server.inject({ url: address, headers: { 'if-none-match': etag } });
    expect([held.statusCode, held.payload]).toEqual([304, '']);
  });

  test('are under no other name', async () => {
    for (const name of ['provinces.json', 'provinces.AAAAAAAAAAAA.json', '..%2fprovinces.json'])
      expect((await server.inject(`/map/${name}`)).statusCode).toBe(404);
  });

  test('of boundaries that an operator loaded take the place of the shipped ones, under another address', async () => {
    const [first, ...others] = portal.map.provinces;
    if (!first) throw new Error('a map without provinces');
    const geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [105, 21],
          [106, 21],
          [106, 22],
          [105, 21],
        ],
      ],
    } as const;
    const map: TerritoryMap = { ...portal.map, provinces: [{ ...first, geometry }, ...others] };
    const own = outlinesOf(map);
    expect(own.address).not.toBe(outlinesOf(portal.map).address);
    const other = await aPortalServer({ ...portal, map });
    const answer = await other.inject(own.address);
    expect((JSON.parse(answer.payload) as Outlines).features[0]?.geometry).toEqual(geometry);
    await other.close();
  });
});

test('what is served passes the territory rules again', () => {
  const { provinces, archipelagos, seas, islands, frame } = portal.map;
  const features = [...provinces, ...archipelagos, ...seas, ...islands].map((feature) => ({
    type: 'Feature',
    properties: {
      kind: feature.kind,
      code: feature.code,
      province_code: feature.provinceCode,
      name_vi: feature.name.vi,
      name_en: feature.name.en,
      label_vi: feature.label.vi,
      label_en: feature.label.en,
    },
    geometry: feature.geometry,
  }));
  const bbox = [frame.west, frame.south, frame.east, frame.north];
  expect(checkTerritory({ type: 'FeatureCollection', bbox, features }).kind).toBe('accepted');
});
