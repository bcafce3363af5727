import { type Geometry, type Position, partsOf } from './geojson.ts';
import type { BoundingBox, GeoPoint } from './point.ts';

export interface SvgProjection {
  /** Size of the drawing in user units; the height follows from the frame. */
  width: number;
  height: number;
  project: (point: GeoPoint) => { x: number; y: number };
}

const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

/** Spherical Mercator fitted to a frame: the same shape as the interactive map that may replace the drawing. */
export function projectToSvg({ frame, width }: { frame: BoundingBox; width: number }): SvgProjection {
  const perDegree = width / (frame.east - frame.west);
  const perUnit = (perDegree * 180) / Math.PI;
  const top = mercator(frame.north);
  return {
    width,
    height: perUnit * (top - mercator(frame.south)),
    project: ({ lat, lon }) => ({ x: (lon - frame.west) * perDegree, y: (top - mercator(lat)) * perUnit }),
  };
}

interface Cell {
  x: number;
  y: number;
}

const compact = (value: number): string => String(value).replace(/^(-?)0\./, '$1.');

/** SVG 2 §9.3 grammar lets a sign, or a second decimal point, stand for the separator. */
function joinNumbers(values: readonly number[]): string {
  let path = '';
  let previous = '';
  for (const digits of values.map(compact)) {
    const isSeparated =
      previous === '' || digits.startsWith('-') || (digits.startsWith('.') && previous.includes('.'));
    path += isSeparated ? digits : ` ${digits}`;
    previous = digits;
  }
  return path;
}

function toCells(positions: readonly Position[], toCell: (position: Position) => Cell): Cell[] {
  const cells: Cell[] = [];
  for (const position of positions) {
    const cell = toCell(position);
    const last = cells.at(-1);
    if (!last || last.x !== cell.x || last.y !== cell.y) cells.push(cell);
  }
  return cells;
}

/** Pairs after the first of `m` are relative line-tos; `h0` keeps what shrank to a dot visible with round line caps. */
function drawRun(
  cells: readonly Cell[],
  { from, scale, closed }: { from: Cell; scale: number; closed: boolean },
): string {
  let at = from;
  const numbers: number[] = [];
  for (const cell of cells) {
    numbers.push((cell.x - at.x) / scale, (cell.y - at.y) / scale);
    at = cell;
  }
  return `m${joinNumbers(numbers)}${cells.length === 1 ? 'h0' : ''}${closed ? 'z' : ''}`;
}

/**
 * Compact relative `d` of an SVG path; `precision` is decimals of a user unit. Fill with `nonzero` or `evenodd`.
 * Points become `m… h0`: draw them with `stroke-linecap="round"`.
 */
export function pathData(
  geometry: Geometry,
  { projection, precision }: { projection: SvgProjection; precision: number },
): string {
  const scale = 10 ** precision;
  const toCell = ([lon, lat]: Position): Cell => {
    const { x, y } = projection.project({ lat, lon });
    return { x: Math.round(x * scale), y: Math.round(y * scale) };
  };
  let from: Cell = { x: 0, y: 0 };
  let path = '';
  for (const { positions, closed } of partsOf(geometry).flat()) {
    const cells = toCells(closed ? positions.slice(0, -1) : positions, toCell);
    path += drawRun(cells, { from, scale, closed });
    // `z` returns to the start of the ring, so the next relative move starts there.
    from = (closed ? cells[0] : cells.at(-1)) ?? from;
  }
  return path;
}
