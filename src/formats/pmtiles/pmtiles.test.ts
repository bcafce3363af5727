import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anArchive, aTile, sourceOf } from '#tests/support/pmtiles.ts';
import { type Archive, foreignNamesIn, openArchive } from './index.ts';

/** z5 25/14 holds 101°–112°E, 11°–22°N; 26/14 is east of it. Units are 1/4096 of the tile. */
const WEST = { z: 5, x: 25, y: 14 };
const EAST = { z: 5, x: 26, y: 14 };

async function opened(bytes: Uint8Array): Promise<Archive> {
  const outcome = await openArchive(sourceOf(bytes));
  if (outcome.kind === 'refused') throw new Error(outcome.problem.rule);
  return outcome.archive;
}

const problem = async (bytes: Uint8Array) => {
  const outcome = await openArchive(sourceOf(bytes));
  return outcome.kind === 'refused' ? outcome.problem : undefined;
};

const named = (texts: Record<string, string>, at: { z: number; x: number; y: number } = EAST, unit = 300) =>
  anArchive({ tiles: [{ ...at, bytes: aTile([{ x: unit, y: 1800, texts }]) }] });

describe('an archive', () => {
  test('tells its tiles, zooms, bounds and layers', async () => {
    const tile = aTile([{ x: 1, y: 2, texts: { name: 'Huế' } }]);
    const archive = await opened(anArchive({ tiles: [{ ...WEST, bytes: tile }] }));
    expect(archive).toMatchObject({
      tiles: 'vector',
      minZoom: 0,
      maxZoom: 8,
      bounds: { west: 102, south: 4.5, east: 118, north: 23.5 },
      layers: ['places'],
    });
    expect(await archive.tile(WEST)).toEqual(tile);
    expect(await archive.tile(EAST)).toBeUndefined();
    expect((await opened(anArchive({ tiles: [], type: 2 }))).tiles).toBe('raster');
  });

  test('is refused with its reason', async () => {
    const good = named({ name: 'Huế' });
    expect(
      await problem(
        Buffer.from(
          'a picture, or anything else, of more than one hundred and twenty-seven bytes. '.repeat(3),
        ),
      ),
    ).toEqual({
      rule: 'not-pmtiles',
    });
    expect(await problem(Buffer.alloc(5))).toEqual({ rule: 'not-pmtiles' });
    expect(await problem(Buffer.from(good).fill(2, 7, 8))).toEqual({ rule: 'version', version: 2 });
    expect(await problem(anArchive({ tiles: [], type: 0 }))).toEqual({ rule: 'tile-type' });
    expect(await problem(good.subarray(0, -3))).toEqual({ rule: 'damaged' });
    expect(await problem(anArchive({ tiles: [], bounds: [118, 4, 102, 23] }))).toEqual({ rule: 'bounds' });
  });

  test('of any bytes is judged, never an accident', async () => {
    const good = named({ name: 'Huế' });
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = Buffer.from(good);
        bytes[at] = byte;
        const outcome = await openArchive(sourceOf(bytes));
        expect(['archive', 'refused']).toContain(outcome.kind);
      }),
    );
  });
});

describe('names around the archipelagos', () => {
  const found = async (bytes: Uint8Array) =>
    (await foreignNamesIn(await opened(bytes))).map(({ text }) => text);

  test.each([
    [{ name: 'Paracel Islands' }],
    [{ 'name:zh': '西沙群岛' }],
    [{ name: 'Đảo Phú Lâm', country: 'China' }],
    [{ iso_a2: 'CN' }],
  ])('of others are found: %j', async (texts) => {
    expect(await found(named(texts))).toHaveLength(1);
  });

  test('of Vietnam are right, and names elsewhere are no matter', async () => {
    expect(await found(named({ name: 'Quần đảo Hoàng Sa', country: 'Việt Nam' }))).toEqual([]);
    // The same text at 102°E, far from the sea.
    expect(await found(named({ name: 'China' }, WEST, 300))).toEqual([]);
  });

  test('of the sea are found wherever they stand', async () => {
    expect(await found(named({ name: 'South China Sea' }, WEST, 300))).toEqual(['South China Sea']);
  });

  test('are given once, with the tile', async () => {
    const bytes = aTile([1, 2, 3].map((x) => ({ x: 300 + x, y: 1800, texts: { name: 'Xisha' } })));
    const archive = await opened(anArchive({ tiles: [{ ...EAST, bytes }] }));
    expect(await foreignNamesIn(archive)).toEqual([{ text: 'Xisha', tile: EAST }]);
  });

  test('in a damaged tile are no names: it is refused', async () => {
    const archive = await opened(
      anArchive({ tiles: [{ ...EAST, bytes: Uint8Array.from([0x1a, 0x7f, 1]) }] }),
    );
    await expect(foreignNamesIn(archive)).rejects.toThrow();
  });
});
