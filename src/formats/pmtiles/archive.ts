import { type Header, PMTiles, type Source, TileType } from 'pmtiles';
import type { BoundingBox } from '#formats/geo/index.ts';
import type { TileAddress } from './vector-tile.ts';

/** Bytes of an archive, wherever they are kept. */
export interface ByteSource {
  length: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

export type ArchiveProblem =
  | { rule: 'not-pmtiles' }
  | { rule: 'version'; version: number }
  | { rule: 'tile-type' }
  | { rule: 'damaged' }
  | { rule: 'bounds' };

export interface Archive {
  tiles: 'vector' | 'raster';
  minZoom: number;
  maxZoom: number;
  bounds: BoundingBox;
  /** Names of the layers of vector tiles, as the metadata list them. */
  layers: string[];
  /** The uncompressed bytes of a tile, if there is one. */
  tile(address: TileAddress): Promise<Uint8Array | undefined>;
}

export type ArchiveOutcome =
  | { kind: 'archive'; archive: Archive }
  | { kind: 'refused'; problem: ArchiveProblem };

/** PMTiles specification 3: 127 bytes of header, of which the first 7 are the magic and the 8th the version. */
const HEADER_BYTES = 127;
const VERSION = 3;
/** The root directory lies within the first 16 KiB; leaves and metadata beyond this are no map of a country. */
const LARGEST_PART = 64 * 1024 * 1024;

const VECTOR = [TileType.Mvt];
const RASTER = [TileType.Png, TileType.Jpeg, TileType.Webp];

/** Opens a PMTiles archive of version 3 with vector (MVT) or picture tiles. Throws only what the source throws. */
export async function openArchive(source: ByteSource): Promise<ArchiveOutcome> {
  if (source.length < HEADER_BYTES) return refused({ rule: 'not-pmtiles' });
  const head = await source.read(0, 8);
  const magic = new TextDecoder().decode(head.subarray(0, 7));
  if (!magic.startsWith('PM')) return refused({ rule: 'not-pmtiles' });
  if (magic !== 'PMTiles' || head[7] !== VERSION)
    return refused({ rule: 'version', version: magic === 'PMTiles' ? (head[7] ?? 0) : 2 });
  try {
    const tiles = new PMTiles(asSource(source));
    return await judge(tiles, source.length);
  } catch {
    return refused({ rule: 'damaged' });
  }
}

const refused = (problem: ArchiveProblem): ArchiveOutcome => ({ kind: 'refused', problem });

function asSource(source: ByteSource): Source {
  return {
    getKey: () => 'archive',
    getBytes: async (offset, length) => {
      if (length > LARGEST_PART) throw new Error('a part is too large');
      const bytes = await source.read(offset, Math.min(length, Math.max(0, source.length - offset)));
      return { data: new Uint8Array(bytes).buffer };
    },
  };
}

async function judge(tiles: PMTiles, length: number): Promise<ArchiveOutcome> {
  const header = await tiles.getHeader();
  const kind = VECTOR.includes(header.tileType) ? 'vector' : 'raster';
  if (kind === 'raster' && !RASTER.includes(header.tileType)) return refused({ rule: 'tile-type' });
  if (isCutOff(header, length)) return refused({ rule: 'damaged' });
  const bounds = { west: header.minLon, south: header.minLat, east: header.maxLon, north: header.maxLat };
  if (!isBox(bounds) || header.minZoom > header.maxZoom) return refused({ rule: 'bounds' });
  const { minZoom, maxZoom } = header;
  return {
    kind: 'archive',
    archive: {
      ...{ tiles: kind, minZoom, maxZoom, bounds },
      layers: kind === 'vector' ? layersIn(await tiles.getMetadata()) : [],
      tile: async ({ z, x, y }) => {
        const found = await tiles.getZxy(z, x, y);
        return found && new Uint8Array(found.data);
      },
    },
  };
}

function isCutOff({ tileDataOffset, tileDataLength = 0 }: Header, length: number): boolean {
  return tileDataOffset + tileDataLength > length;
}

function isBox({ west, south, east, north }: BoundingBox): boolean {
  return west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north;
}

function layersIn(metadata: unknown): string[] {
  const layers =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'vector_layers') : [];
  if (!Array.isArray(layers)) return [];
  return layers.flatMap((layer) => (typeof layer?.id === 'string' ? [layer.id as string] : []));
}
