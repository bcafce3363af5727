import { foreignTexts, tilesAroundArchipelagos } from '#formats/geo/index.ts';
import type { Archive } from './archive.ts';
import { namedFeatures, type TileAddress } from './vector-tile.ts';

interface ForeignText {
  tile: TileAddress;
  text: string;
}

/** Up to this zoom every tile around the archipelagos is read: at most about 90. */
const DEEPEST = 8;
const MOST_FINDINGS = 20;

/**
 * Foreign names in vector tiles around Hoàng Sa and Trường Sa, each text once. What cannot be read: tiles beyond zoom
 * 8, names that are painted into pictures, and lines without a name. Throws for tiles that are damaged.
 */
export async function foreignNamesIn(archive: Archive): Promise<ForeignText[]> {
  const found = new Map<string, ForeignText>();
  for (const tile of tilesToRead(archive)) {
    const bytes = await archive.tile(tile);
    const texts = bytes ? namedFeatures(bytes, tile).flatMap(foreignTexts) : [];
    for (const text of texts) found.set(text, found.get(text) ?? { text, tile });
    if (found.size >= MOST_FINDINGS) break;
  }
  return [...found.values()].slice(0, MOST_FINDINGS);
}

function tilesToRead({ minZoom, maxZoom }: Archive): TileAddress[] {
  const zooms = Array.from({ length: DEEPEST + 1 }, (_, z) => z).filter((z) => z >= minZoom && z <= maxZoom);
  return zooms.flatMap((z) => tilesAroundArchipelagos(z).map(({ x, y }) => ({ z, x, y })));
}
