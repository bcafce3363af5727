import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkTerritory } from '#formats/geo/index.ts';
import { outlinesOf } from '#web/portal/map/outlines.ts';
import type { Basemap } from '../../components/told-map.ts';
import { archipelagosIn, type Outlines, provincesIn } from './outlines.ts';
import { mapStyle } from './style.ts';

const territory = checkTerritory(JSON.parse(readFileSync('data/map/provinces.json', 'utf8')));
if (territory.kind === 'refused') throw new Error('the shipped map is refused');
const outlines = JSON.parse(outlinesOf(territory.map).json) as Outlines;

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
    told: { provinces: {}, highlighted: [], ...told },
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
    const provinces = {
      '01': { count: 120, href: '' },
      '04': { count: 9, href: '' },
      '08': { count: null, href: '' },
    };
    expect(layer('provinces', { provinces })).toMatchObject({
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
  test('give each province once, with its name within its extent', () => {
    const provinces = provincesIn(outlines, 'vi');
    expect(provinces).toHaveLength(34);
    expect(provinces.find(({ code }) => code === '01')?.name).toBe('Hà Nội');
    for (const { at, box, name } of provinces) {
      expect(at[0] > box[0] && at[0] < box[2] && at[1] > box[1] && at[1] < box[3], name).toBe(true);
    }
    expect(provincesIn(outlines, 'en').find(({ code }) => code === '01')?.name).toBe('Hanoi');
  });

  test('keep the archipelagos out of the extents of their provinces, and know where they are', () => {
    const daNang = provincesIn(outlines, 'vi').find(({ code }) => code === '48');
    expect(daNang?.box[2]).toBeLessThan(110);
    const [hoangSa, truongSa] = archipelagosIn(outlines);
    expect(hoangSa?.[0]).toBeGreaterThan(110);
    expect(truongSa?.[3]).toBeLessThan(13);
  });
});
