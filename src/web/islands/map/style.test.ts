import { describe, expect, test } from 'vitest';
import type { Basemap, Box } from '../../components/told-map.ts';
import { archipelagosIn, type Outlines, provincesIn } from './outlines.ts';
import { mapStyle } from './style.ts';

type Feature = Outlines['features'][number];

function area(role: string, province: string, [west, south, east, north]: Box): Feature {
  const ring: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, south],
  ];
  return {
    type: 'Feature',
    properties: { role, province },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

function label(of: string, province: string, [vi, en]: [string, string], at: [number, number]): Feature {
  return {
    type: 'Feature',
    properties: { role: 'label', of, province, vi, en },
    geometry: { type: 'Point', coordinates: at },
  };
}

/** Two provinces, one of them in two parts, and the archipelago of one. */
const outlines: Outlines = {
  type: 'FeatureCollection',
  features: [
    area('province', '01', [105.3, 20.6, 106, 21.4]),
    area('province', '48', [107.2, 15, 108.5, 16.2]),
    area('province', '48', [108.4, 15.9, 108.6, 16]),
    area('archipelago', '48', [111.2, 15.7, 112.8, 17.1]),
    label('province', '01', ['Hà Nội', 'Hanoi'], [105.7, 21]),
    label('province', '48', ['Đà Nẵng', 'Da Nang'], [108, 15.5]),
    label('province', '48', ['Đà Nẵng', 'Da Nang'], [108.5, 15.95]),
    label('archipelago', '48', ['Quần đảo Hoàng Sa', 'Hoàng Sa Archipelago'], [112, 15.7]),
  ],
};

const names = [
  'sea',
  'land',
  'boundary',
  'ink',
  'seaName',
  'accent',
  'tint1',
  'tint2',
  'tint3',
  'tint4',
  'tint5',
];
const colours = Object.fromEntries(names.map((name) => [name, name])) as Parameters<
  typeof mapStyle
>[0]['colours'];
const VECTOR: Basemap = {
  address: '/basemap/abc.pmtiles',
  tiles: 'vector',
  maxZoom: 10,
  layers: ['water', 'roads'],
};

function style(told: Partial<Parameters<typeof mapStyle>[0]['told']> = {}, lang: 'vi' | 'en' = 'vi') {
  return mapStyle({
    told: { counts: {}, highlighted: [], ...told },
    colours,
    lang,
    outlines,
    origin: 'https://disan.example',
  });
}

const layer = (id: string, told = {}) => style(told).layers.find((candidate) => candidate.id === id);

describe('the style of the interactive map', () => {
  test('asks nothing of anybody: no glyphs, no sprite, no address', () => {
    const text = JSON.stringify({ ...style(), sources: undefined });
    expect(text).not.toMatch(/glyphs|sprite|https?:|\/\//);
    expect(style().sources.territory).toMatchObject({ type: 'geojson', data: outlines });
  });

  test.each([
    [{}],
    [{ basemap: VECTOR }],
    [{ basemap: { ...VECTOR, tiles: 'raster' as const, layers: [] } }],
  ])('has both archipelagos with their names above everything, at every zoom (%#)', (told) => {
    const { layers } = style(told);
    const top = layers.slice(-3);
    expect(top.map(({ id }) => id)).toEqual(['archipelagos', 'archipelago-edges', 'archipelago-names']);
    for (const each of top) {
      expect(each).not.toHaveProperty('minzoom');
      expect(each).not.toHaveProperty('maxzoom');
    }
    expect(top[2]).toMatchObject({ layout: { 'text-allow-overlap': true, 'text-ignore-placement': true } });
    expect(layers[0]?.id).toBe('sea');
  });

  test('draws shapes of the own basemap below, and none of its names', () => {
    const { layers, sources } = style({ basemap: VECTOR });
    const own = layers.filter((each) => 'source' in each && each.source === 'basemap');
    expect(sources.basemap).toMatchObject({
      type: 'vector',
      url: 'pmtiles://https://disan.example/basemap/abc.pmtiles',
    });
    expect(own.length).toBe(4);
    expect(own.every(({ type }) => type === 'fill' || type === 'line')).toBe(true);
    const last = layers.findLastIndex((each) => own.includes(each));
    expect(last).toBeLessThan(layers.findIndex(({ id }) => id === 'provinces'));
    expect(layers.find(({ id }) => id === 'basemap-fill-water')).toMatchObject({
      paint: { 'fill-color': 'sea' },
    });
    expect(layers.find(({ id }) => id === 'basemap-fill-roads')).toMatchObject({
      paint: { 'fill-color': 'land' },
    });
  });

  test('tints provinces by their number, as the drawing does', () => {
    const counts = { '01': 120, '04': 9, '08': 0 };
    expect(layer('provinces', { counts })).toMatchObject({
      paint: { 'fill-color': ['match', ['get', 'province'], '01', 'tint5', '04', 'tint1', 'land'] },
    });
    expect(layer('provinces')).toMatchObject({ paint: { 'fill-color': 'land' } });
  });

  test('writes names in the language of the page, with the font of the page', () => {
    for (const lang of ['vi', 'en'] as const) {
      const written = style({}, lang).layers.filter(({ type }) => type === 'symbol');
      expect(written.length).toBe(4);
      for (const each of written)
        expect(each).toMatchObject({
          layout: { 'text-font': ['Be Vietnam Pro'], 'text-field': ['get', lang] },
        });
    }
  });
});

describe('the outlines', () => {
  test('give each province once, with its name and the extent of all its parts', () => {
    expect(provincesIn(outlines, 'vi')).toEqual([
      { code: '01', name: 'Hà Nội', at: [105.7, 21], box: [105.3, 20.6, 106, 21.4] },
      { code: '48', name: 'Đà Nẵng', at: [108, 15.5], box: [107.2, 15, 108.6, 16.2] },
    ]);
    expect(provincesIn(outlines, 'en').map(({ name }) => name)).toEqual(['Hanoi', 'Da Nang']);
  });

  test('know where the archipelagos are, whatever province they belong to', () => {
    expect(archipelagosIn(outlines)).toEqual([[111.2, 15.7, 112.8, 17.1]]);
  });
});
