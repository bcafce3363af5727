import { type CurrentRecord, publicGeometry } from '#modules/registry/index.ts';
import type { RecordStandard } from '#modules/standards/index.ts';
import type { CellKnowledge } from '../cells/knowledge.ts';
import { isObject } from '../cells/unseen-parts.ts';
import { RECORD_COLUMN } from '../sheet/columns.ts';
import { recordRows } from './record-rows.ts';

/**
 * A FeatureCollection (RFC 7946), each feature on a line of its own: where things are as far as the public may know it,
 * and the cells of the import template as properties, without those of places in numbers.
 */
export function geoJsonWriter({
  standard,
  knowledge,
}: {
  standard: RecordStandard | undefined;
  knowledge: CellKnowledge;
}) {
  if (!standard) return { kind: 'needs-one-kind' as const };
  const { keys, row } = recordRows(standard, knowledge, { hidden: (datatype) => datatype === 'geometry' });
  const write = (record: CurrentRecord): string => {
    const { cells, rest } = row(record);
    const named = keys.flatMap((key, index) => (cells[index] ? [[key, cells[index]]] : []));
    const properties = { ...Object.fromEntries(named), [RECORD_COLUMN]: rest };
    return JSON.stringify({
      type: 'Feature',
      id: record.pid,
      geometry: geometryOf(record, standard),
      properties,
    });
  };
  const head = '{"type":"FeatureCollection","features":[\n';
  return { kind: 'writer' as const, writer: { head, write, between: ',\n', tail: '\n]}\n' } };
}

/** What does not say how open it is stays closed. */
function geometryOf({ body }: CurrentRecord, { groups }: RecordStandard): unknown {
  const fields = groups.flatMap((group) => group.fields).filter(({ datatype }) => datatype === 'geometry');
  const geometries = fields
    .flatMap(({ id }) => body.fields[id] ?? [])
    .filter(({ value }) => isObject(value) && typeof value.publicPrecision === 'string')
    .flatMap((statement) => {
      const { value } = publicGeometry(statement);
      return isObject(value) && isObject(value.geojson) ? [value.geojson] : [];
    });
  if (geometries.length < 2) return geometries[0] ?? null;
  return { type: 'GeometryCollection', geometries };
}
