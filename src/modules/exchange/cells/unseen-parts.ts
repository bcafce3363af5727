import type { Datatype } from '#modules/standards/index.ts';
import type { CellGroup } from './groups.ts';

/** Which cell decides about a property that has none of its own: when that cell changes, the property is void. */
const DECIDED_BY: Partial<Record<Datatype, Readonly<Record<string, string>>>> = {
  identifier: {},
  measurement: { approximate: 'value' },
  agentRole: { pid: 'verbatim' },
  place: { historicUnits: 'units' },
  decision: { id: 'number' },
  recurrence: { leap: 'start', everyYears: 'start', anchorYear: 'start', overrides: 'start' },
  geometry: { geojson: 'n', original: 'n', crs: 'n', precisionMetres: 'n' },
  inscription: { script: 'original' },
};

/** What of a value stays when the cells of a sheet that has not all its columns change it. */
export function unseenParts(
  value: unknown,
  { field, columns }: CellGroup,
): Record<string, unknown> | undefined {
  const decidedBy = DECIDED_BY[field.datatype];
  if (decidedBy === undefined || !isObject(value)) return undefined;
  const seen = new Set(columns.map(({ part }) => part));
  return Object.fromEntries(
    Object.entries(value).filter(([property]) => !seen.has(decidedBy[property] ?? property)),
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
