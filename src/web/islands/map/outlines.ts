import type { Box } from '../../components/told-map.ts';

type Position = [lon: number, lat: number];

/** What `/map/provinces.….json` holds: outlines and, on points of their own, names. */
export interface Outlines {
  type: 'FeatureCollection';
  features: Outline[];
}

interface Outline {
  type: 'Feature';
  properties: { role: string; of?: string; province: string; vi?: string; en?: string };
  geometry:
    | { type: 'Point'; coordinates: Position }
    | { type: 'Polygon'; coordinates: Position[][] }
    | { type: 'MultiPolygon'; coordinates: Position[][][] };
}

export interface NamedPlace {
  code: string;
  name: string;
  at: Position;
  box: Box;
}

/** Name, place of the name and extent of each province, its archipelago left out: nobody looks for Đà Nẵng at sea. */
export function provincesIn({ features }: Outlines, lang: 'vi' | 'en'): NamedPlace[] {
  const boxes = new Map<string, Box>();
  for (const { properties, geometry } of features) {
    if (properties.role !== 'province') continue;
    boxes.set(properties.province, boxAround(positionsOf(geometry), boxes.get(properties.province)));
  }
  const places = features.flatMap(({ properties: { role, of, province: code, ...names }, geometry }) => {
    const box = boxes.get(code);
    return role === 'label' && of === 'province' && geometry.type === 'Point' && box
      ? [{ code, name: names[lang] ?? code, at: geometry.coordinates, box }]
      : [];
  });
  return [...new Map(places.toReversed().map((place) => [place.code, place])).values()].reverse();
}

/** Extents of the archipelagos, to know whether the window shows them. */
export function archipelagosIn({ features }: Outlines): Box[] {
  return features
    .filter(({ properties }) => properties.role === 'archipelago')
    .map(({ geometry }) => boxAround(positionsOf(geometry)));
}

function positionsOf(geometry: Outline['geometry']): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}

function boxAround(positions: readonly Position[], known?: Box): Box {
  let [west, south, east, north] = known ?? [180, 90, -180, -90];
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}
