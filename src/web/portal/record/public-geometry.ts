import {
  centroid,
  type Geometry,
  type GeoPoint,
  generalise,
  type PublicPrecision,
  validateGeometry,
} from '#formats/geo/index.ts';
import { fieldStatements, type RecordBody, type Values } from '#modules/standards/index.ts';
import type { RecordFrame, UnitName } from './frame.ts';

type GeometryValue = Values['geometry'];

/** Where a geometry may be shown: the outline itself, one point standing for it, or nowhere. */
export type ShownGeometry =
  | { kind: 'exact'; point: GeoPoint; geometry: Geometry }
  | { kind: 'generalised'; point: GeoPoint; precision: Exclude<PublicPrecision, 'exact' | 'withheld'> }
  | { kind: 'withheld' };

type Units = Pick<RecordFrame, 'units'>;

/**
 * What the public may know of a location (ux.md G15). Everything on the page that speaks of a place goes through here:
 * numbers, map and structured data.
 */
export function shownGeometry(value: GeometryValue, body: RecordBody, frame: Units): ShownGeometry {
  const valid = validateGeometry(value.geojson);
  if (valid.kind === 'invalid') return { kind: 'withheld' };
  const point = centroid(valid.geometry);
  if (value.publicPrecision === 'exact') return { kind: 'exact', point, geometry: valid.geometry };
  const units = unitsOf(body, frame);
  const shown = generalise(point, {
    precision: value.publicPrecision,
    commune: onlyPoint(units.filter((unit) => !unit.isProvince)),
    province: onlyPoint(units.filter((unit) => unit.isProvince)),
  });
  if (shown.kind === 'withheld' || shown.precision === 'exact') return { kind: 'withheld' };
  return { kind: 'generalised', point: shown.point, precision: shown.precision };
}

/** With several units no one of them stands for the place. */
function onlyPoint(units: readonly UnitName[]): GeoPoint | undefined {
  return units.length === 1 ? units[0]?.point : undefined;
}

/** The administrative units of today that the record lies in. */
export function unitsOf(body: RecordBody, frame: Units): UnitName[] {
  const places = fieldStatements(body, 'place').map(
    (statement) => statement.value as Values['place'] | undefined,
  );
  const codes = new Set(places.flatMap((place) => place?.units ?? []));
  return [...codes].flatMap((code) => frame.units.get(code) ?? []);
}
