import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { type ToldMap, tint } from '../../components/told-map.ts';
import type { Colours } from './colours.ts';
import type { Outlines } from './outlines.ts';

/** Names are drawn in the browser with the font of the page: no glyph server, and every Vietnamese letter. */
const FONT = ['Be Vietnam Pro'];

interface StyleOptions {
  told: Pick<ToldMap, 'counts' | 'highlighted' | 'basemap'>;
  colours: Colours;
  lang: 'vi' | 'en';
  /** Outlines and names, fetched already. */
  outlines: Outlines;
  origin: string;
}

/**
 * The whole style: own background below, provinces above it, and above everything both archipelagos with name and
 * province at every zoom (QCVN 80:2024/BTNMT). It names no address but the basemap of this very site.
 */
export function mapStyle({ told, colours, lang, outlines, origin }: StyleOptions): StyleSpecification {
  const { basemap } = told;
  const background: Record<string, SourceSpecification> = basemap
    ? { basemap: basemapSource(basemap, origin) }
    : {};
  return {
    version: 8,
    sources: { territory: { type: 'geojson', data: outlines, tolerance: 0.2 }, ...background },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      ...(basemap ? basemapLayers(basemap, colours) : []),
      ...provinceLayers(told, colours),
      ...nameLayers(colours, lang),
      ...archipelagoLayers(colours, lang),
    ],
  };
}

function basemapSource(
  { address, tiles, maxZoom }: NonNullable<ToldMap['basemap']>,
  origin: string,
): SourceSpecification {
  const source = { url: `pmtiles://${origin}${address}`, maxzoom: maxZoom };
  return tiles === 'vector' ? { type: 'vector', ...source } : { type: 'raster', tileSize: 256, ...source };
}

const WATER = /water|ocean|sea|lake|river|thuy|nuoc|bien|song|ho$/i;

/** Shapes of the operator's tiles without their names: names on this map are its own alone (G15 of the interface). */
function basemapLayers(
  { tiles, layers }: NonNullable<ToldMap['basemap']>,
  colours: Colours,
): LayerSpecification[] {
  if (tiles === 'raster') return [{ id: 'basemap', type: 'raster', source: 'basemap' }];
  return layers.flatMap((name): LayerSpecification[] => {
    const isWater = WATER.test(name);
    const shared = { source: 'basemap', 'source-layer': name };
    const fill = isWater ? colours.sea : colours.land;
    return [
      {
        ...shared,
        id: `basemap-fill-${name}`,
        type: 'fill',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': fill, 'fill-antialias': true },
      },
      {
        ...shared,
        id: `basemap-line-${name}`,
        type: 'line',
        filter: ['==', ['geometry-type'], 'LineString'],
        paint: {
          'line-color': isWater ? colours.seaName : colours.boundary,
          'line-width': 0.6,
          'line-opacity': 0.6,
        },
      },
    ];
  });
}

const role = (name: string): FilterSpecification => ['==', ['get', 'role'], name];

function provinceLayers(
  { counts, highlighted, basemap }: StyleOptions['told'],
  colours: Colours,
): LayerSpecification[] {
  return [
    {
      id: 'provinces',
      type: 'fill',
      source: 'territory',
      filter: role('province'),
      paint: { 'fill-color': fillOf(counts, colours), 'fill-opacity': basemap ? 0.5 : 1 },
    },
    {
      id: 'province-edges',
      type: 'line',
      source: 'territory',
      filter: role('province'),
      paint: {
        'line-color': colours.boundary,
        'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 10, 1.6],
      },
    },
    {
      id: 'highlighted',
      type: 'line',
      source: 'territory',
      filter: [
        'all',
        role('province'),
        ['in', ['get', 'province'], ['literal', [...highlighted]]],
      ] as FilterSpecification,
      paint: { 'line-color': colours.accent, 'line-width': 3 },
    },
  ];
}

function fillOf(counts: ToldMap['counts'], colours: Colours): ExpressionSpecification | string {
  const byTint = [colours.tint1, colours.tint2, colours.tint3, colours.tint4, colours.tint5];
  const cases = Object.entries(counts).flatMap(([code, count]) =>
    count === 0 ? [] : [code, byTint[tint(count) - 1] ?? colours.land],
  );
  if (cases.length === 0) return colours.land;
  return ['match', ['get', 'province'], ...cases, colours.land] as unknown as ExpressionSpecification;
}

const labelOf = (kind: string): FilterSpecification => [
  'all',
  role('label') as ExpressionSpecification,
  ['==', ['get', 'of'], kind],
];

function nameLayers(colours: Colours, lang: 'vi' | 'en'): LayerSpecification[] {
  const shared = { source: 'territory', type: 'symbol' } as const;
  const halo = { 'text-color': colours.ink, 'text-halo-color': colours.land, 'text-halo-width': 1.6 };
  const name: SymbolLayerSpecification['layout'] = { 'text-font': FONT, 'text-field': ['get', lang] };
  return [
    {
      ...shared,
      id: 'province-names',
      minzoom: 5,
      filter: labelOf('province'),
      layout: {
        ...name,
        'text-size': ['interpolate', ['linear'], ['zoom'], 5, 11, 9, 18],
        'text-offset': [0, 1.9],
      },
      paint: halo,
    },
    {
      ...shared,
      id: 'island-names',
      minzoom: 6,
      filter: labelOf('island'),
      layout: { ...name, 'text-size': 12 },
      paint: { ...halo, 'text-halo-color': colours.sea },
    },
    {
      ...shared,
      id: 'sea-names',
      filter: labelOf('sea'),
      layout: { ...name, 'text-size': 18, 'text-letter-spacing': 0, 'text-allow-overlap': true },
      paint: { 'text-color': colours.seaName, 'text-halo-color': colours.sea, 'text-halo-width': 1.5 },
    },
  ];
}

/** Last, so that nothing covers them, and never dropped for want of room. */
function archipelagoLayers(colours: Colours, lang: 'vi' | 'en'): LayerSpecification[] {
  return [
    {
      id: 'archipelagos',
      type: 'fill',
      source: 'territory',
      filter: role('archipelago'),
      paint: { 'fill-color': colours.accent },
    },
    {
      id: 'archipelago-edges',
      type: 'line',
      source: 'territory',
      filter: role('archipelago'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colours.accent,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 3, 9, 5],
      },
    },
    {
      id: 'archipelago-names',
      type: 'symbol',
      source: 'territory',
      filter: labelOf('archipelago'),
      layout: {
        'text-font': FONT,
        'text-field': ['get', lang],
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, 12, 8, 16],
        'text-max-width': 20,
        'text-anchor': 'top',
        'text-offset': [0, 0.5],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': colours.ink, 'text-halo-color': colours.sea, 'text-halo-width': 2 },
    },
  ];
}
