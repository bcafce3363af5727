/** RFC 7946 §3.1.1: longitude, latitude, optionally altitude in metres. */
export type Position = readonly [lon: number, lat: number, altitude?: number];
type Line = readonly Position[];
type Rings = readonly Line[];

export type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'MultiPoint'; coordinates: Line }
  | { type: 'LineString'; coordinates: Line }
  | { type: 'MultiLineString'; coordinates: Rings }
  | { type: 'Polygon'; coordinates: Rings }
  | { type: 'MultiPolygon'; coordinates: readonly Rings[] };

export type ArealGeometry = Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>;

/** Runs of positions: one per point, line or ring; `closed` marks rings, `hole` inner rings. */
export interface Run {
  positions: Line;
  closed: boolean;
  hole: boolean;
}

const open = (positions: Line): Run => ({ positions, closed: false, hole: false });
const rings = (polygon: Rings): Run[] =>
  polygon.map((positions, index) => ({ positions, closed: true, hole: index > 0 }));

/** The parts of a geometry: points, lines or whole polygons, each as its runs. */
export function partsOf(geometry: Geometry): Run[][] {
  switch (geometry.type) {
    case 'Point':
      return [[open([geometry.coordinates])]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [open([position])]);
    case 'LineString':
      return [[open(geometry.coordinates)]];
    case 'MultiLineString':
      return geometry.coordinates.map((line) => [open(line)]);
    case 'Polygon':
      return [rings(geometry.coordinates)];
    case 'MultiPolygon':
      return geometry.coordinates.map(rings);
  }
}
