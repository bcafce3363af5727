import { zxyToTileId } from 'pmtiles';
import type { ByteSource } from '#formats/pmtiles/index.ts';

interface TileAddress {
  z: number;
  x: number;
  y: number;
}

/** Protocol Buffers, as far as tiles need them. */
const varint = (value: number): number[] =>
  value < 0x80 ? [value] : [(value % 0x80) | 0x80, ...varint(Math.floor(value / 0x80))];
const field = (number: number, bytes: readonly number[]): number[] => [
  ...varint(number * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
];
const count = (number: number, value: number): number[] => [...varint(number * 8), ...varint(value)];
const text = (words: string): number[] => [...new TextEncoder().encode(words)];
const zigzag = (value: number): number => (value < 0 ? -value * 2 - 1 : value * 2);

/** A vector tile with one layer; each feature is a point at these units of the tile. */
export function aTile(
  features: readonly { x: number; y: number; texts: Record<string, string> }[],
  layer = 'places',
): Uint8Array {
  const pairs = features.flatMap(({ texts }) => Object.entries(texts));
  let next = 0;
  const encoded = features.flatMap(({ x, y, texts }) => {
    const tags = Object.keys(texts).flatMap(() => [...varint(next), ...varint(next++)]);
    const geometry = [...varint(9), ...varint(zigzag(x)), ...varint(zigzag(y))];
    return field(2, [...field(2, tags), ...count(3, 1), ...field(4, geometry)]);
  });
  const keys = pairs.flatMap(([key]) => field(3, text(key)));
  const values = pairs.flatMap(([, value]) => field(4, field(1, text(value))));
  return Uint8Array.from(
    field(3, [...count(15, 2), ...field(1, text(layer)), ...encoded, ...keys, ...values]),
  );
}

interface Made {
  tiles: readonly (TileAddress & { bytes: Uint8Array })[];
  /** Tile type of the specification: 1 is MVT, 2 is PNG. */
  type?: number;
  maxZoom?: number;
  bounds?: readonly [number, number, number, number];
  metadata?: object;
}

/** A small archive of version 3 without any compression. */
export function anArchive({
  tiles,
  type = 1,
  maxZoom = 8,
  bounds = [102, 4.5, 118, 23.5],
  metadata,
}: Made): Buffer {
  const sorted = tiles
    .map(({ z, x, y, bytes }) => ({ id: zxyToTileId(z, x, y), bytes }))
    .sort((a, b) => a.id - b.id);
  const ids = sorted.flatMap(({ id }, index) => varint(id - (sorted[index - 1]?.id ?? 0)));
  const lengths = sorted.flatMap(({ bytes }) => varint(bytes.length));
  // An offset of 0 means: right behind the one before.
  const offsets = sorted.flatMap((_, index) => varint(index === 0 ? 1 : 0));
  const directory = Buffer.from([
    ...varint(sorted.length),
    ...ids,
    ...sorted.map(() => 1),
    ...lengths,
    ...offsets,
  ]);
  const json = Buffer.from(JSON.stringify(metadata ?? { vector_layers: [{ id: 'places' }] }));
  const data = Buffer.concat(sorted.map(({ bytes }) => bytes));
  const header = Buffer.alloc(127);
  header.write('PMTiles');
  header[7] = 3;
  const parts = [127, directory.length, 127 + directory.length, json.length];
  const dataAt = 127 + directory.length + json.length;
  [...parts, dataAt, 0, dataAt, data.length].forEach((value, index) => {
    header.writeBigUInt64LE(BigInt(value), 8 + 8 * index);
  });
  header.set([1, 1, 1, type, 0, maxZoom], 96);
  bounds.forEach((degrees, index) => {
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * index);
  });
  return Buffer.concat([header, directory, json, data]);
}

export function sourceOf(bytes: Uint8Array): ByteSource {
  return { length: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}
