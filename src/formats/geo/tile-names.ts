import { assignsToOtherState, hasForeignName, hasForeignToponym } from './foreign-names.ts';
import { type BoundingBox, overlaps } from './point.ts';
import { sensitiveBox } from './territory-rules.ts';

/** A feature of a base map: its texts by attribute, and the boxes of its points, segments or rings. */
export interface NamedFeature {
  texts: ReadonlyMap<string, string>;
  boxes: readonly BoundingBox[];
}

/**
 * Texts of a base map that break the rules on national territory (G15 of the interface): around the two archipelagos
 * every name or code of another state, anywhere a foreign name of the sea or of the archipelagos.
 */
export function foreignTexts({ texts, boxes }: NamedFeature): string[] {
  const isInside = boxes.some((box) => overlaps(box, sensitiveBox));
  return [...texts]
    .filter(([key, text]) =>
      isInside ? hasForeignName(text) || assignsToOtherState(key, text) : hasForeignToponym(text),
    )
    .map(([, text]) => text);
}

/** Numbers of the tiles (z/x/y, XYZ scheme) that touch the sea around the archipelagos at a zoom. */
export function tilesAroundArchipelagos(zoom: number): { x: number; y: number }[] {
  const { west, south, east, north } = sensitiveBox;
  const [left, right] = [column(west, zoom), column(east, zoom)];
  const [top, bottom] = [row(north, zoom), row(south, zoom)];
  return span(left, right).flatMap((x) => span(top, bottom).map((y) => ({ x, y })));
}

const span = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const column = (lon: number, zoom: number): number => Math.floor(((lon + 180) / 360) * 2 ** zoom);

function row(lat: number, zoom: number): number {
  const mercator = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return Math.floor(((1 - mercator / Math.PI) / 2) * 2 ** zoom);
}
