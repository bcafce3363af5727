import { Buffer } from 'node:buffer';
import type { RandomAccess } from '#formats/xlsx/index.ts';
import { KEY_COLUMN, RECORD_COLUMN } from '../sheet/columns.ts';
import { flatObject, type JsonObject } from './flat-object.ts';
import { readObjects } from './json-lines.ts';
import { piecesOf } from './spooled-file.ts';
import type { TableEvent, TableOptions } from './table-event.ts';
import { isObject, type Numbered, numberedLines } from './text-lines.ts';

/** Bytes of a collection that is not written line by line, and has to be held as a whole. */
const LARGEST = 67_108_864;

// How our own exports begin, and each other feature on a line of its own (RFC 7946 says nothing of lines).
const OPENING = /^\ufeff?\{"type":"FeatureCollection","features":\[\s*$/;

/** A GeoJSON collection: the properties are cells; points become coordinates. */
export async function* readGeoJson(source: RandomAccess, options: TableOptions): AsyncGenerator<TableEvent> {
  const byLine = await isByLine(source);
  if (byLine) return yield* readObjects(() => featureLines(source), options, flatFeature);
  if (source.size > LARGEST) return yield { kind: 'not-geojson', reason: 'size' };
  const features = await featuresOf(source);
  if (!Array.isArray(features)) return yield features;
  yield* readObjects(() => numbered(features), options, flatFeature);
}

async function isByLine(source: RandomAccess): Promise<boolean> {
  for await (const { text } of numberedLines(source)) return OPENING.test(text);
  return false;
}

async function* featureLines(source: RandomAccess): AsyncGenerator<Numbered<string>> {
  for await (const { line, text } of numberedLines(source)) {
    const feature = text.trim().replace(/,$/, '');
    if (feature.startsWith('{') && !OPENING.test(text)) yield { line, text: feature };
  }
}

async function* numbered(features: readonly unknown[]): AsyncGenerator<Numbered<string>> {
  for (const [index, feature] of features.entries()) yield { line: index + 1, text: JSON.stringify(feature) };
}

async function featuresOf(
  source: RandomAccess,
): Promise<unknown[] | Extract<TableEvent, { kind: 'not-json' | 'not-geojson' }>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(source)) pieces.push(piece);
  try {
    const value: unknown = JSON.parse(
      Buffer.concat(pieces)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    );
    if (!isObject(value) || value.type !== 'FeatureCollection')
      return { kind: 'not-geojson', reason: 'type' };
    return Array.isArray(value.features) ? value.features : { kind: 'not-geojson', reason: 'features' };
  } catch {
    return { kind: 'not-json', line: 1, column: 1, reason: 'malformed' };
  }
}

/** What our own exports show of a place is only what the public may know, and never replaces what is recorded. */
function flatFeature({ id, geometry, properties }: JsonObject): Record<string, string> {
  const cells = isObject(properties) ? flatObject(properties) : {};
  const keyed =
    id === undefined || Object.hasOwn(cells, KEY_COLUMN) ? cells : { [KEY_COLUMN]: String(id), ...cells };
  return Object.hasOwn(cells, RECORD_COLUMN) ? keyed : { ...keyed, ...pointCells(geometry) };
}

function pointCells(geometry: unknown): Record<string, string> {
  if (!isObject(geometry) || geometry.type !== 'Point' || !Array.isArray(geometry.coordinates)) return {};
  const [lon, lat] = geometry.coordinates;
  return { 'geometry.n': String(lat), 'geometry.e': String(lon) };
}
