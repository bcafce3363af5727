import type { Box } from '../../components/told-map.ts';

/** The overview of QCVN 80:2024/BTNMT: 102°–118°E, 4°30′–23°30′N. */
export const COUNTRY: Box = [102, 4.5, 118, 23.5];
/** The map cannot be moved beyond; there is nothing to see. Degrees. */
export const BOUNDS: Box = [94, -4, 126, 30];

/** Goes with moves that a button of the map makes; the library's own have the event of the hand. */
export const BY_READER = { byReader: true };

/** Zooms below which results are summed by province, and the zooms that the server counts cells for. */
const PROVINCES_BELOW = 6.5;
const CELL_ZOOMS = { least: 3, most: 18 };

export const showsProvinces = (zoom: number): boolean => zoom < PROVINCES_BELOW;

export function overlap(a: Box, b: Box): Box | null {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[0] < box[2] && box[1] < box[3] ? box : null;
}

export const contains = (outer: Box, inner: Box): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

const DECIMALS = 4;

const text = (box: Box): string => box.map((degrees) => Number(degrees.toFixed(DECIMALS))).join(',');

/** Grown outwards to a step, so that small moves ask the same question, which caches then answer. */
function grown([west, south, east, north]: Box, step: number): Box {
  const down = (degrees: number) => Math.floor(degrees / step) * step;
  const up = (degrees: number) => Math.ceil(degrees / step) * step;
  return [
    Math.max(-180, down(west)),
    Math.max(-90, down(south)),
    Math.min(180, up(east)),
    Math.min(90, up(north)),
  ];
}

/** What the server is asked for the clusters of a window; null where the search itself is limited to elsewhere. */
export function clustersAddress({ search, zoom, window, limit }: ClusterQuestion): string | null {
  const level = Math.min(CELL_ZOOMS.most, Math.max(CELL_ZOOMS.least, Math.round(zoom)));
  const wide = grown(window, 360 / 2 ** level);
  const box = limit ? overlap(wide, limit) : wide;
  if (!box) return null;
  return `/api/v1/map/clusters?${withBox(search, box)}&zoom=${level}`;
}

interface ClusterQuestion {
  search: string;
  zoom: number;
  window: Box;
  /** A box that the search has already. */
  limit?: Box | undefined;
}

/** What is asked for the results of one cell. */
export function cellAddress(search: string, box: Box, most: number): string {
  return `/api/v1/search?${withBox(search, box)}&limit=${most}`;
}

function withBox(search: string, box: Box): string {
  const query = new URLSearchParams(search);
  query.set('bbox', text(box));
  return query.toString();
}

/** The page with the results of this window: the same search, from its first page. */
export function windowAddress(page: string, window: Box): string {
  const url = new URL(page);
  for (const key of ['after', 'before']) url.searchParams.delete(key);
  // About 100 m: nobody means a window more exactly.
  url.searchParams.set('bbox', text(grown(window, 0.001)));
  return url.href;
}
