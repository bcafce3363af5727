import { csvLine } from '#formats/csv/index.ts';
import type { PublicRecord } from '#modules/registry/index.ts';
import { OPEN_COLUMNS } from './columns.ts';
import type { OpenRow } from './row.ts';

/** A file as text: what stands before the first record, between two, after the last, and each record. */
export interface OpenFormat {
  extension: string;
  mediaType: string;
  head: string;
  between: string;
  foot: string;
  /** Null for a record that the format cannot hold. */
  write(record: PublicRecord, row: OpenRow): string | null;
}

const KEYS = OPEN_COLUMNS.map(({ key }) => key);

export const OPEN_FORMATS = {
  csv: {
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    // The mark lets Excel read the file as UTF-8.
    head: `\ufeff${csvLine(KEYS)}`,
    between: '',
    foot: '',
    // A spreadsheet would run a text that begins like a formula.
    write: (_record, row) =>
      csvLine(
        KEYS.map((key) => row[key]),
        { guardFormulas: true },
      ),
  },
  jsonl: {
    extension: 'jsonl',
    mediaType: 'application/jsonl; charset=utf-8',
    head: '',
    between: '',
    foot: '',
    write: ({ body, entries }, row) =>
      `${JSON.stringify({ ...row, standard: body.standard, designations: entries, fields: body.fields })}\n`,
  },
  geojson: {
    extension: 'geojson',
    mediaType: 'application/geo+json; charset=utf-8',
    head: '{"type":"FeatureCollection","features":[\n',
    between: ',\n',
    foot: '\n]}\n',
    write: (_record, row) => (row.lat === null || row.lon === null ? null : feature(row)),
  },
} as const satisfies Record<string, OpenFormat>;

export type OpenFormatName = keyof typeof OPEN_FORMATS;
export const OPEN_FORMAT_NAMES = Object.keys(OPEN_FORMATS) as OpenFormatName[];

/** RFC 7946: longitude before latitude. */
function feature({ lat, lon, ...properties }: OpenRow): string {
  return JSON.stringify({
    type: 'Feature',
    id: properties.pid,
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties,
  });
}
