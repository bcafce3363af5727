import { centroid, validateGeometry } from '#formats/geo/index.ts';
import type { PublicRecord } from '#modules/registry/index.ts';
import { fieldStatements, type Statement } from '#modules/standards/index.ts';

/** One record as a row; lists are joined by `; `, so that a spreadsheet holds them in one cell. */
export interface OpenRow {
  pid: string;
  url: string;
  kind: string;
  name: string;
  name_en: string;
  provinces: string;
  province_names: string;
  lists: string;
  decisions: string;
  decided_on: string;
  date: string;
  lat: number | null;
  lon: number | null;
  position_licence: string;
  verification: string;
  version: number;
  updated_at: string;
}

export interface RowContext {
  /** Absolute address of the installation; empty where it is not set, and addresses begin with `/id/`. */
  origin: string;
  provinceName(code: string): string;
}

export function openRow(record: PublicRecord, { origin, provinceName }: RowContext): OpenRow {
  const { pid, kind, title, provinces, entries, verification, version, updatedAt } = record;
  const position = positionOf(fieldStatements(record.body, 'geometry'));
  return {
    pid,
    url: `${origin}/id/${pid}`,
    kind,
    name: title.vi,
    name_en: title.en ?? '',
    provinces: joined(provinces),
    province_names: joined(provinces.map(provinceName)),
    lists: joined(entries.map(({ list }) => list)),
    decisions: joined(entries.map(({ decision }) => decision ?? '')),
    decided_on: joined(entries.map(({ on }) => on ?? '')),
    date: dateOf(fieldStatements(record.body, 'date')),
    lat: position?.lat ?? null,
    lon: position?.lon ?? null,
    position_licence: position?.licence ?? '',
    verification,
    version,
    updated_at: updatedAt,
  };
}

function joined(values: readonly string[]): string {
  return values.every((value) => value === '') ? '' : values.join('; ');
}

interface Position {
  lat: number;
  lon: number;
  licence: string;
}

/** Coordinates of the starter data carry the licence of their source in the note (data/LICENCE.md). */
const COORDINATES = 'starter:coordinates';

/** Of the first location that is public; a body from `publicRecordsAfter` holds no other. */
function positionOf(list: readonly Statement[]): Position | undefined {
  for (const { value, note, by } of list) {
    const outcome = validateGeometry(
      typeof value === 'object' && value !== null ? Reflect.get(value, 'geojson') : null,
    );
    if (outcome.kind !== 'valid') continue;
    const { lat, lon } = centroid(outcome.geometry);
    return { lat, lon, licence: by === COORDINATES ? (note ?? '') : '' };
  }
  return undefined;
}

function dateOf(list: readonly Statement[]): string {
  for (const { value } of list) {
    const edtf = typeof value === 'object' && value !== null ? Reflect.get(value, 'edtf') : undefined;
    if (typeof edtf === 'string') return edtf;
  }
  return '';
}
