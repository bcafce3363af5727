import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { checkTerritory, type TerritoryMap } from '#formats/geo/index.ts';
import { MapFigure } from './map-figure.tsx';
import { type ToldMap, tint } from './told-map.ts';

function shippedMap(): TerritoryMap {
  const outcome = checkTerritory(JSON.parse(readFileSync('data/map/provinces.json', 'utf8')));
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.violations));
  return outcome.map;
}

const map = shippedMap();
const interactive = { outlines: '/map/provinces.abc.json', sheet: '/assets/map.css', search: 'q=a&kind=b' };

function draw(changes: Partial<Parameters<typeof MapFigure>[0]> = {}) {
  return renderToString(
    <MapFigure map={map} lang="vi" title="Bản đồ" interactive={interactive} {...changes} />,
  );
}

function told(html: string): ToldMap {
  const written = /data-map="([^"]*)"/.exec(html)?.[1] ?? '';
  return JSON.parse(
    written
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
}

describe('the map with its button', () => {
  it('tells the browser what the drawing shows, and nothing else of it', () => {
    const html = draw({
      provinces: new Map([
        ['01', { href: '/vi/tim-kiem?place=01', count: 12 }],
        ['48', { href: '/vi/tim-kiem?place=48', count: null }],
      ]),
      marks: [{ lat: 16, lon: 108, label: 'Hội An' }],
      highlighted: new Set(['48']),
    });
    expect(told(html)).toEqual({
      ...interactive,
      counts: { '01': 12, '48': 0 },
      marks: [{ lat: 16, lon: 108, label: 'Hội An' }],
      highlighted: ['48'],
    });
  });

  it('is empty where nothing is counted or marked', () => {
    expect(told(draw())).toEqual({ ...interactive, counts: {}, marks: [], highlighted: [] });
  });

  it.each([
    ['vi', 'Bản đồ tương tác'],
    ['en', 'Interactive map'],
  ] as const)('hides its button until a script shows it (%s)', (lang, label) => {
    const html = draw({ lang });
    expect(html).toMatch(new RegExp(`<button type="button"[^>]* hidden[^>]*>${label}</button>`));
    expect(html).toContain('role="status"');
  });

  it('lets no label end its attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'"\'<>&\\ộ ;a') }), (label) => {
        const html = draw({ marks: [{ lat: 16, lon: 108, label }] });
        expect(told(html).marks[0]?.label).toBe(label);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the tint of a count', () => {
  it('changes at its bounds only', () => {
    expect([0, 9, 10, 24, 25, 49, 50, 99, 100, 5_000].map(tint)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });
});
