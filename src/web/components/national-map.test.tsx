import { readFileSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { checkTerritory, type TerritoryMap } from '#formats/geo/index.ts';
import { NationalMap, type NationalMapProps } from './national-map.tsx';

function shippedMap(): TerritoryMap {
  const outcome = checkTerritory(JSON.parse(readFileSync('data/map/provinces.json', 'utf8')));
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.violations));
  return outcome.map;
}

const map = shippedMap();
const draw = (changes: Partial<NationalMapProps> = {}) =>
  renderToString(<NationalMap map={map} lang="vi" title="Bản đồ" {...changes} />);
const count = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;
const entry = (n: number | null) => ({ href: '/vi/tim-kiem?place=01', count: n });
const CODES = [...new Set(map.provinces.map((feature) => feature.provinceCode))];
const everywhere = (n: number | null) => new Map(CODES.map((code) => [code, entry(n)]));

describe('the map of the country', () => {
  it.each(['vi', 'en'] as const)('shows the whole territory, whatever it is used for (%s)', (lang) => {
    const uses: Partial<NationalMapProps>[] = [
      {},
      { provinces: everywhere(3) },
      { marks: [{ lat: 21, lon: 105.8, label: 'Hà Nội' }] },
      { highlighted: new Set(['01']) },
    ];
    for (const use of uses) {
      const svg = draw({ lang, ...use });
      expect(count(svg, /class="map-land/g)).toBe(map.provinces.length);
      expect(count(svg, /class="map-islands"/g)).toBe(map.archipelagos.length);
      for (const feature of [...map.archipelagos, ...map.seas])
        expect(svg).toContain(`<tspan>${feature.label[lang].split(' (')[0]}</tspan>`);
    }
  });

  it('names both archipelagos with their province, and the sea, in Vietnamese', () => {
    const svg = draw();
    expect(svg).toMatch(/<tspan>[^<]*Hoàng Sa<\/tspan><tspan [^>]*>\([^<]*Đà Nẵng\)<\/tspan>/);
    expect(svg).toMatch(/<tspan>[^<]*Trường Sa<\/tspan><tspan [^>]*>\([^<]*Khánh Hòa\)<\/tspan>/);
    expect(svg).toMatch(/class="map-label map-sea-label"[^>]*><tspan>Biển Đông<\/tspan>/i);
  });

  it('keeps every label and every land inside its frame', () => {
    const svg = draw();
    const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
    const labels = [...svg.matchAll(/<text class="[^"]+" x="(-?\d+)" y="(-?\d+)"/g)];
    expect(labels).toHaveLength(map.archipelagos.length + map.seas.length);
    for (const [, x, y] of labels) {
      expect(Number(x)).toBeGreaterThanOrEqual(100);
      expect(Number(x)).toBeLessThanOrEqual(width - 100);
      expect(Number(y)).toBeGreaterThan(0);
      // Two lines of a label follow its place.
      expect(Number(y)).toBeLessThan(height - 20);
    }
    expect(height / width).toBeGreaterThan(1);
    expect(svg).not.toContain('NaN');
  });

  it('is one picture with a title, and a group of links when provinces can be chosen', () => {
    expect(draw()).toContain('aria-labelledby="map-title" role="img"><title id="map-title">Bản đồ</title>');
    expect(draw()).not.toContain('<a ');
    expect(draw({ provinces: everywhere(1) })).toContain('role="group"');
    expect(draw({ title: '<&>' })).toContain('<title id="map-title">&lt;&amp;></title>');
  });

  it('gives the same drawing each time, and each map its own', () => {
    expect(draw()).toBe(draw());
    const one: TerritoryMap = { ...map, provinces: map.provinces.slice(0, 1) };
    expect(count(draw({ map: one }), /class="map-land/g)).toBe(1);
    expect(count(draw(), /class="map-land/g)).toBe(map.provinces.length);
  });
});

describe('a province', () => {
  const code = CODES[0] ?? '';
  const parts = map.provinces.filter((feature) => feature.provinceCode === code);
  const name = parts[0]?.name ?? { vi: '', en: '' };

  it('is a link that says its name and number', () => {
    const svg = draw({ provinces: new Map([[code, entry(12)]]) });
    expect(count(svg, /<a /g)).toBe(parts.length);
    expect(svg).toContain(`<a href="/vi/tim-kiem?place=01" aria-label="${name.vi}: 12">`);
    expect(svg).toContain(`<title>${name.vi}: 12</title>`);
    expect(draw({ lang: 'en', provinces: new Map([[code, entry(12)]]) })).toContain(
      `aria-label="${name.en}: 12"`,
    );
  });

  it('without a number is plain land with its name', () => {
    const svg = draw({ provinces: new Map([[code, entry(null)]]) });
    expect(svg).toContain(`aria-label="${name.vi}">`);
    expect(svg).not.toContain('map-tint');
  });

  it.each([
    [0, 1],
    [9, 1],
    [10, 2],
    [24, 2],
    [25, 3],
    [49, 3],
    [50, 4],
    [99, 4],
    [100, 5],
    [100_000, 5],
  ])('with %i records has tint %i', (records, tint) => {
    const svg = draw({ provinces: new Map([[code, entry(records)]]) });
    expect(count(svg, new RegExp(`map-tint-${tint}\\b`, 'g'))).toBe(parts.length);
    expect(count(svg, /map-tint-/g)).toBe(parts.length);
  });

  it('can be set off from the others', () => {
    expect(count(draw({ highlighted: new Set([code]) }), /map-land map-here/g)).toBe(parts.length);
    expect(draw({ highlighted: new Set(['no such code']) })).not.toContain('map-here');
  });
});

describe('a mark', () => {
  it('stands where its place is, north above south and east right of west', () => {
    const at = (lat: number, lon: number) => {
      const svg = draw({ marks: [{ lat, lon, label: 'x' }] });
      const [, x, y] = /class="map-mark"><circle cx="([\d.-]+)" cy="([\d.-]+)"/.exec(svg) ?? [];
      return { x: Number(x), y: Number(y) };
    };
    const [haNoi, hue, caMau] = [at(21.03, 105.85), at(16.46, 107.59), at(9.18, 105.15)];
    expect(haNoi.y).toBeLessThan(hue.y);
    expect(hue.y).toBeLessThan(caMau.y);
    expect(caMau.x).toBeLessThan(haNoi.x);
    expect(haNoi.x).toBeLessThan(hue.x);
  });

  it('is drawn for each place', () => {
    const marks = ['a', 'b', 'c'].map((label, i) => ({ lat: 10 + i, lon: 106, label }));
    expect(count(draw({ marks }), /class="map-mark"/g)).toBe(3);
  });
});
