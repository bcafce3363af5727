import type { Geometry } from './geojson.ts';
import { type GeometryProblem, geometryProblem } from './geometry-problems.ts';
import { type BoundingBox, isInside } from './point.ts';

export type GeometryOutcome =
  | { kind: 'valid'; geometry: Geometry }
  | { kind: 'invalid'; problems: GeometryProblem[] };

interface Options {
  /** Largest number of positions accepted; 100,000 is about 2 MB of JSON. */
  maxPositions?: number;
  /** When given, every position must lie inside, e.g. `vietnamFrame`. */
  within?: BoundingBox;
}

/** Nesting of `coordinates` above a position, and what the innermost array is (RFC 7946 §3.1). */
const shapes = {
  Point: { depth: 0, least: 1, ring: false },
  MultiPoint: { depth: 1, least: 1, ring: false },
  LineString: { depth: 1, least: 2, ring: false },
  MultiLineString: { depth: 2, least: 2, ring: false },
  Polygon: { depth: 2, least: 4, ring: true },
  MultiPolygon: { depth: 3, least: 4, ring: true },
} satisfies Record<Geometry['type'], { depth: number; least: number; ring: boolean }>;

const MAX_PROBLEMS = 20;

interface Walk {
  shape: { least: number; ring: boolean };
  positionsLeft: number;
  within: BoundingBox | undefined;
  problems: GeometryProblem[];
}

const report = (walk: Walk, pointer: string, code: GeometryProblem['code']): void => {
  walk.problems.push(geometryProblem(pointer, code));
};

const isDone = (walk: Walk): boolean => walk.positionsLeft < 0 || walk.problems.length >= MAX_PROBLEMS;

function isPosition(value: unknown): value is [number, number, number?] {
  return Array.isArray(value) && (value.length === 2 || value.length === 3) && value.every(Number.isFinite);
}

function checkRange(walk: Walk, [lon, lat]: [number, number, number?], pointer: string): void {
  const { within } = walk;
  const isSwapped = within !== undefined && isInside(within, { lat: lon, lon: lat });
  if (isSwapped) report(walk, pointer, 'axes-swapped');
  else if (Math.abs(lon) > 180 || Math.abs(lat) > 90) report(walk, pointer, 'out-of-range');
  else if (within && !isInside(within, { lat, lon })) report(walk, pointer, 'outside-vietnam');
}

function checkPosition(walk: Walk, value: unknown, pointer: string): void {
  walk.positionsLeft -= 1;
  if (walk.positionsLeft < 0) report(walk, '/coordinates', 'too-many-positions');
  else if (isPosition(value)) checkRange(walk, value, pointer);
  else report(walk, pointer, 'not-a-position');
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function checkRun(walk: Walk, run: unknown[], pointer: string): void {
  if (run.length < walk.shape.least) report(walk, pointer, 'too-few-positions');
  else if (walk.shape.ring && !isSame(run[0], run.at(-1))) report(walk, pointer, 'ring-not-closed');
}

interface Level {
  value: unknown;
  depth: number;
  pointer: string;
}

function checkLevel(walk: Walk, { value, depth, pointer }: Level): void {
  if (depth === 0) checkPosition(walk, value, pointer);
  else if (!Array.isArray(value)) report(walk, pointer, 'not-an-array');
  else if (value.length === 0) report(walk, pointer, 'empty');
  else {
    if (depth === 1) checkRun(walk, value, pointer);
    checkItems(walk, { value, depth, pointer });
  }
}

function checkItems(walk: Walk, { value, depth, pointer }: Level & { value: unknown[] }): void {
  for (const [index, item] of value.entries()) {
    if (isDone(walk)) return;
    checkLevel(walk, { value: item, depth: depth - 1, pointer: `${pointer}/${index}` });
  }
}

const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

function unknownMembers(json: object): GeometryProblem[] {
  return Object.keys(json)
    .filter((name) => !['type', 'coordinates', 'bbox'].includes(name))
    .slice(0, MAX_PROBLEMS)
    .map((name) => geometryProblem(`/${escapePointer(name)}`, 'unknown-member'));
}

const isShape = (type: unknown): type is Geometry['type'] =>
  typeof type === 'string' && Object.hasOwn(shapes, type);

/**
 * A GeoJSON geometry (RFC 7946, no GeometryCollection) in WGS 84 degrees, with pointers to what is wrong;
 * at most 20 problems are listed. Ring direction and self-crossing are not judged.
 */
export function validateGeometry(
  json: unknown,
  { maxPositions = 100_000, within }: Options = {},
): GeometryOutcome {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { kind: 'invalid', problems: [geometryProblem('', 'not-an-object')] };
  const { type, coordinates } = json as { type?: unknown; coordinates?: unknown };
  if (!isShape(type)) return { kind: 'invalid', problems: [geometryProblem('/type', 'unknown-type')] };
  const shape = shapes[type];
  const walk: Walk = { shape, positionsLeft: maxPositions, within, problems: unknownMembers(json) };
  checkLevel(walk, { value: coordinates, depth: shape.depth, pointer: '/coordinates' });
  if (walk.problems.length > 0) return { kind: 'invalid', problems: walk.problems };
  return { kind: 'valid', geometry: { type, coordinates } as Geometry };
}
