import type { Geometry } from './geojson.ts';
import type { Bilingual } from './point.ts';
import { validateGeometry } from './validate.ts';

/** What a feature of the national map is: an area of a province, an archipelago, a sea label or a named island. */
const mapFeatureKinds = ['province', 'archipelago', 'sea', 'island'] as const;

export interface MapFeature {
  kind: (typeof mapFeatureKinds)[number];
  /** Code of the administrative unit (General Statistics Office), or a key for a sea label. */
  code: string;
  /** Code of the governing province; empty for a sea. */
  provinceCode: string;
  name: Bilingual;
  /** Text to print on the map: the name, for an archipelago with its province. */
  label: Bilingual;
  geometry: Geometry;
}

export interface RawFeature {
  pointer: string;
  properties: Record<string, unknown>;
  feature: MapFeature;
}

type RawFeatureOutcome =
  | ({ kind: 'read' } & RawFeature)
  | { kind: 'unreadable'; pointer: string; message: Bilingual };

/** Official outlines can be large; 2 million positions are about 40 MB of JSON. */
const MAX_POSITIONS = 2_000_000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFC').trim() : '');

function kindOf(value: unknown): MapFeature['kind'] | undefined {
  // Boundary files of the mapping agency have no `kind`: their features are areas of provinces.
  if (value === undefined) return 'province';
  return mapFeatureKinds.find((kind) => kind === value);
}

function unreadable(pointer: string, message: Bilingual): RawFeatureOutcome {
  return { kind: 'unreadable', pointer, message };
}

function describe(
  properties: Record<string, unknown>,
  kind: MapFeature['kind'],
): Omit<MapFeature, 'geometry'> {
  const code = text(properties.code);
  const name = { vi: text(properties.name_vi), en: text(properties.name_en) };
  return {
    kind,
    code,
    provinceCode: text(properties.province_code) || (kind === 'province' ? code : ''),
    name,
    label: { vi: text(properties.label_vi) || name.vi, en: text(properties.label_en) || name.en },
  };
}

/** A feature of a map file; `pointer` is its place in the file. Properties: kind, code, province_code, name_vi/en, label_vi/en. */
export function readMapFeature(json: unknown, pointer: string): RawFeatureOutcome {
  if (!isRecord(json) || json.type !== 'Feature' || !isRecord(json.properties))
    return unreadable(pointer, {
      vi: 'Mỗi phần tử phải là một Feature GeoJSON có "properties" và "geometry".',
      en: 'Each item must be a GeoJSON Feature with "properties" and "geometry".',
    });
  const kind = kindOf(json.properties.kind);
  if (!kind)
    return unreadable(`${pointer}/properties/kind`, {
      vi: `"kind" phải là một trong: ${mapFeatureKinds.join(', ')}.`,
      en: `"kind" must be one of: ${mapFeatureKinds.join(', ')}.`,
    });
  const outcome = validateGeometry(json.geometry, { maxPositions: MAX_POSITIONS });
  if (outcome.kind === 'invalid') {
    const [first] = outcome.problems;
    return unreadable(`${pointer}/geometry${first?.pointer ?? ''}`, first?.message ?? { vi: '', en: '' });
  }
  const feature = { ...describe(json.properties, kind), geometry: outcome.geometry };
  return { kind: 'read', pointer, properties: json.properties, feature };
}
