import { createHash } from 'node:crypto';
import {
  boundingBox,
  type GeoPoint,
  labelPoint,
  type MapFeature,
  type TerritoryMap,
} from '#formats/geo/index.ts';

export interface Outlines {
  /** Holds a hash of the content, so that it may be kept for ever. */
  address: string;
  json: string;
}

interface Feature {
  type: 'Feature';
  properties: Record<string, string>;
  geometry: object;
}

const made = new WeakMap<TerritoryMap, Outlines>();

/**
 * The map of the country as GeoJSON for browsers: each feature with `role` (province, archipelago or label), code of
 * the province, and texts in both languages. It is made once per map: the operator's own boundaries where some were loaded.
 */
export function outlinesOf(map: TerritoryMap): Outlines {
  const known = made.get(map);
  if (known) return known;
  const json = JSON.stringify({ type: 'FeatureCollection', features: featuresOf(map) });
  const hash = createHash('sha256').update(json).digest('base64url').slice(0, 12);
  const outlines = { address: `/map/provinces.${hash}.json`, json };
  made.set(map, outlines);
  return outlines;
}

function featuresOf(map: TerritoryMap): Feature[] {
  const drawn = [...map.provinces, ...map.archipelagos];
  const named = [...drawn, ...map.seas, ...map.islands];
  return [...drawn.map((feature) => outline(feature)), ...named.map((feature) => label(feature))];
}

function outline({ kind, provinceCode, geometry }: MapFeature): Feature {
  return { type: 'Feature', properties: { role: kind, province: provinceCode }, geometry };
}

/** Names stand on points of their own: a tile that cuts an outline would else repeat its name. */
function label(feature: MapFeature): Feature {
  const { kind, provinceCode, label } = feature;
  const { lat, lon } = kind === 'archipelago' ? below(feature) : labelPoint(feature.geometry);
  return {
    type: 'Feature',
    properties: {
      role: 'label',
      of: kind,
      province: provinceCode,
      vi: inLines(label.vi),
      en: inLines(label.en),
    },
    geometry: { type: 'Point', coordinates: [round(lon), round(lat)] },
  };
}

/** Below all its islands, so that the name of an archipelago covers none of them. */
function below({ geometry }: MapFeature): GeoPoint {
  const { west, south, east } = boundingBox(geometry);
  return { lat: south, lon: (west + east) / 2 };
}

/** The province of an archipelago stands on a line of its own. */
const inLines = (text: string): string => text.replace(' (', '\n(');

/** About 100 m. */
const round = (degrees: number): number => Math.round(degrees * 1_000) / 1_000;
