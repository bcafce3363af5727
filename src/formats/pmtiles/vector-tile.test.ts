import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aTile } from '#tests/support/pmtiles.ts';
import { bytesOf, fieldsOf, packed } from './protobuf.ts';
import { namedFeatures } from './vector-tile.ts';

const WORLD = { z: 0, x: 0, y: 0 };

const varint = (value: number): number[] =>
  value < 0x80 ? [value] : [(value % 0x80) | 0x80, ...varint(Math.floor(value / 0x80))];
const part = (number: number, bytes: readonly number[]): number[] => [
  ...varint(number * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
];
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const step = (value: number): number[] => varint(value < 0 ? -value * 2 - 1 : value * 2);

/** A tile with one feature named Huế. `type`: 1 points, 2 lines, 3 areas; `extent` is left out for the usual one. */
function shape(type: number, geometry: readonly number[], extent?: number): Uint8Array {
  const feature = [...part(2, [0, 0]), ...varint(3 * 8), type, ...part(4, geometry)];
  const size = extent === undefined ? [] : [...varint(5 * 8), ...varint(extent)];
  const layer = [...part(2, feature), ...part(3, utf8('name')), ...part(4, part(1, utf8('Huế'))), ...size];
  return Uint8Array.from(part(3, layer));
}

const boxes = (tile: Uint8Array, at = WORLD) => namedFeatures(tile, at).flatMap((feature) => feature.boxes);
const moveTo = (count: number) => varint(count * 8 + 1);
const lineTo = (count: number) => varint(count * 8 + 2);
const CLOSE = varint(8 + 7);

describe('the fields of a message', () => {
  it('are read in their order, of every wire type that there is', () => {
    const message = [8, 150, 1, ...part(2, [7, 8]), 25, 1, 2, 3, 4, 5, 6, 7, 8, 37, 9, 9, 9, 9];
    expect(fieldsOf(Uint8Array.from(message))).toEqual([
      { number: 1, value: 150 },
      { number: 2, bytes: Uint8Array.from([7, 8]) },
      { number: 3, bytes: Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]) },
      { number: 4, bytes: Uint8Array.from([9, 9, 9, 9]) },
    ]);
  });

  it.each([
    ['a number without end', [8, 0x80]],
    ['a number of eleven bytes', [8, ...Array<number>(10).fill(0x80), 0]],
    ['a text longer than its message', [10, 5, 1]],
    ['half a number of eight bytes', [9, 1, 2, 3]],
    ['a group, which no tile holds', [11]],
  ])('are refused of %s', (_what, bytes) => {
    expect(() => fieldsOf(Uint8Array.from(bytes))).toThrow();
  });

  it('give packed numbers back, those beyond 32 bits too', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), (values) => {
        expect(packed(Uint8Array.from(values.flatMap(varint)))).toEqual(values);
      }),
    );
  });

  it('of one number are the contents of all of its fields', () => {
    const message = fieldsOf(Uint8Array.from([...part(3, [1]), 24, 5, ...part(4, [2]), ...part(3, [])]));
    expect(bytesOf(message, 3)).toEqual([Uint8Array.from([1]), new Uint8Array()]);
  });
});

describe('features of a tile', () => {
  it('stand where the tile stands', () => {
    const tile = aTile([{ x: 2048, y: 2048, texts: { name: 'Huế' } }]);
    const [middle] = boxes(tile);
    for (const side of ['west', 'east', 'north', 'south'] as const) expect(middle?.[side]).toBeCloseTo(0, 9);
    const [eastern] = boxes(tile, { z: 1, x: 1, y: 0 });
    expect(eastern?.west).toBeCloseTo(90, 9);
    // The middle of the northern half on a Mercator map.
    expect(eastern?.north).toBeCloseTo(66.513_26, 4);
  });

  it('are measured by the extent of their layer', () => {
    const point = [...moveTo(1), ...step(256), ...step(128)];
    expect(boxes(shape(1, point, 512))[0]?.west).toBeCloseTo(0, 9);
    expect(boxes(shape(1, point))[0]?.west).toBeCloseTo(-157.5, 9);
  });

  it('have a box for each point, each segment, and each side of an area with the one that closes it', () => {
    const triangle = [...moveTo(1), ...step(0), ...step(0), ...lineTo(2)];
    const sides = [...triangle, ...step(2048), ...step(0), ...step(0), ...step(2048)];
    const points = [...moveTo(2), ...step(0), ...step(0), ...step(2048), ...step(0)];
    expect(boxes(shape(1, points)).map(({ west }) => west)).toEqual([-180, 0]);
    expect(boxes(shape(2, sides))).toHaveLength(2);
    const closed = boxes(shape(3, [...sides, ...CLOSE]));
    expect(closed).toHaveLength(3);
    expect(closed[2]).toMatchObject({ west: -180, east: 0 });
  });

  it('have boxes the right way round, whichever way a line runs', () => {
    const coordinate = fc.integer({ min: -200, max: 4_296 });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 8 }), (line) => {
        const steps = line.flatMap(([x, y], index) => {
          const [fromX, fromY] = line[index - 1] ?? [0, 0];
          return [...(index === 1 ? lineTo(line.length - 1) : []), ...step(x - fromX), ...step(y - fromY)];
        });
        const found = boxes(shape(2, [...moveTo(1), ...steps]));
        expect(found).toHaveLength(line.length - 1);
        for (const [index, { west, east, south, north }] of found.entries()) {
          expect(west).toBeLessThanOrEqual(east);
          expect(south).toBeLessThanOrEqual(north);
          const xs = [line[index]?.[0] ?? 0, line[index + 1]?.[0] ?? 0];
          expect(west).toBeCloseTo((Math.min(...xs) / 4096) * 360 - 180, 9);
        }
      }),
    );
  });

  it('that say nothing, or only numbers, are passed over', () => {
    expect(namedFeatures(aTile([{ x: 1, y: 1, texts: {} }]), WORLD)).toEqual([]);
    // The value is the truth value of field 7.
    const layer = [...part(2, part(2, [0, 0])), ...part(3, utf8('capital')), ...part(4, [56, 1])];
    expect(namedFeatures(Uint8Array.from(part(3, layer)), WORLD)).toEqual([]);
    expect(namedFeatures(new Uint8Array(), WORLD)).toEqual([]);
  });

  it('with commands that promise more than there is end where the commands end', () => {
    expect(boxes(shape(2, [...moveTo(1), ...step(1), ...step(1), ...lineTo(1_000_000)]))).toHaveLength(1);
    expect(boxes(shape(1, []))).toEqual([]);
  });
});
