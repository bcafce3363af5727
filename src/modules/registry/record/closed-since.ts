import { type PublicPrecision, publicPrecisions } from '#formats/geo/index.ts';
import { mapFields, type RecordBody, type Statement } from '../body.ts';

/**
 * An earlier body that tells of locations no more than today's: what was closed since is closed in the history too, or
 * whoever asks for the version before would find it. A statement that is gone follows the most closed of its field.
 */
export function closedSince(earlier: RecordBody, current: RecordBody): RecordBody {
  return mapFields(earlier, (field, list) => {
    const today = current.fields[field] ?? [];
    const [strictest] = today.map(closure).toSorted((a, b) => b - a);
    const byId = new Map(today.map((statement) => [statement.id, closure(statement)]));
    return list.map((statement) => closed(statement, byId.get(statement.id) ?? strictest ?? OPEN));
  });
}

const OPEN = 0;

/** From 0, open, to the place of `withheld` among the precisions. */
function closure({ value, absent }: Statement): number {
  if (absent === 'restricted') return publicPrecisions.length - 1;
  return isLocated(value) ? Math.max(OPEN, publicPrecisions.indexOf(value.publicPrecision)) : OPEN;
}

function closed(statement: Statement, least: number): Statement {
  const { value } = statement;
  if (!isLocated(value) || closure(statement) >= least) return statement;
  return { ...statement, value: { ...value, publicPrecision: publicPrecisions[least] } };
}

function isLocated(value: unknown): value is { publicPrecision: PublicPrecision } {
  return typeof value === 'object' && value !== null && 'geojson' in value && 'publicPrecision' in value;
}
