import type { BoundingBox, NamedFeature } from '#formats/geo/index.ts';
import { bytesOf, type Field, fieldsOf, packed } from './protobuf.ts';

export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

const UTF8 = new TextDecoder();
/** Default extent of a layer (Mapbox Vector Tile 2.1 §4.1). */
const EXTENT = 4096;
const POLYGON = 3;

/**
 * The features of a vector tile that carry texts, with where their segments are (Mapbox Vector Tile 2.1). Only texts
 * and extents are read. Throws for bytes that are no tile.
 */
export function namedFeatures(tile: Uint8Array, address: TileAddress): NamedFeature[] {
  return bytesOf(fieldsOf(tile), 3).flatMap((layer) => featuresOfLayer(fieldsOf(layer), address));
}

function featuresOfLayer(layer: readonly Field[], address: TileAddress): NamedFeature[] {
  const keys = bytesOf(layer, 3).map((bytes) => UTF8.decode(bytes));
  const texts = bytesOf(layer, 4).map(textOf);
  const extent = numberOf(layer, 5) ?? EXTENT;
  return bytesOf(layer, 2).flatMap((bytes) => {
    const feature = fieldsOf(bytes);
    const own = textsOf(feature, { keys, texts });
    return own.size === 0 ? [] : [{ texts: own, boxes: boxesOf(feature, { extent, address }) }];
  });
}

function numberOf(fields: readonly Field[], number: number): number | undefined {
  const found = fields.findLast((field) => field.number === number);
  return found && 'value' in found ? found.value : undefined;
}

/** A value that is a text; numbers and truth values name nothing. */
function textOf(value: Uint8Array): string | undefined {
  const [bytes] = bytesOf(fieldsOf(value), 1);
  return bytes && UTF8.decode(bytes);
}

interface Dictionary {
  keys: readonly string[];
  texts: readonly (string | undefined)[];
}

/** Tags are pairs of positions in the lists of keys and values of the layer. */
function textsOf(feature: readonly Field[], { keys, texts }: Dictionary): Map<string, string> {
  const tags = bytesOf(feature, 2).flatMap(packed);
  const found = new Map<string, string>();
  for (let index = 0; index + 1 < tags.length; index += 2) {
    const text = texts[tags[index + 1] ?? -1];
    if (text !== undefined) found.set(keys[tags[index] ?? -1] ?? '', text);
  }
  return found;
}

interface Frame {
  extent: number;
  address: TileAddress;
}

type Pair = readonly [x: number, y: number];

/** Boxes of the segments, not of the whole: the outline of a large country may surround a sea that it does not touch. */
function boxesOf(feature: readonly Field[], frame: Frame): BoundingBox[] {
  const isArea = numberOf(feature, 3) === POLYGON;
  return linesOf(bytesOf(feature, 4).flatMap(packed)).flatMap((line) => {
    const [first] = line;
    const closed = isArea && first ? [...line, first] : line;
    if (closed.length === 1) return closed.map((point) => boxAround(point, point, frame));
    return closed.slice(1).map((end, index) => boxAround(closed[index] ?? end, end, frame));
  });
}

const MOVE_TO = 1;
const LINE_TO = 2;

/** Commands with zigzag-coded steps (Mapbox Vector Tile 2.1 §4.3) as lines in units of the tile. */
function linesOf(commands: readonly number[]): Pair[][] {
  const lines: Pair[][] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < commands.length; ) {
    const command = commands[at++] ?? 0;
    const id = command % 8;
    if (id !== MOVE_TO && id !== LINE_TO) continue;
    for (let left = Math.floor(command / 8); left > 0 && at + 1 < commands.length; left--) {
      x += zigzag(commands[at++] ?? 0);
      y += zigzag(commands[at++] ?? 0);
      if (id === MOVE_TO) lines.push([]);
      lines.at(-1)?.push([x, y]);
    }
  }
  return lines;
}

const zigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

function boxAround(a: Pair, b: Pair, { extent, address: { z, x, y } }: Frame): BoundingBox {
  const size = 2 ** z;
  const lon = (unit: number) => ((x + unit / extent) / size) * 360 - 180;
  const lat = (unit: number) => {
    const turn = Math.PI * (1 - (2 * (y + unit / extent)) / size);
    return (Math.atan(Math.sinh(turn)) * 180) / Math.PI;
  };
  return {
    west: lon(Math.min(a[0], b[0])),
    east: lon(Math.max(a[0], b[0])),
    north: lat(Math.min(a[1], b[1])),
    south: lat(Math.max(a[1], b[1])),
  };
}
