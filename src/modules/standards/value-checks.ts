import type { Catalogue } from './catalogue.ts';
import { dateIssues, decisionIssues, recurrenceIssues } from './date-checks.ts';
import { geometryIssues } from './geometry-checks.ts';
import { asWarning, type Issue, issueAt } from './issue.ts';
import { termCodes } from './json-schema.ts';
import type { Field, Kind } from './schema.ts';
import type { Values } from './values.ts';

export interface ValueContext {
  field: Field;
  value: unknown;
  at: string;
  catalogue: Catalogue;
  kind: Kind;
}

/** What a sound structure still leaves open: codes that exist, dates that exist, places in Viet Nam. */
export function valueIssues(context: ValueContext): Issue[] {
  const { field, value, at } = context;
  switch (field.datatype) {
    case 'term':
      return termIssues(context);
    case 'identifier':
      return schemeIssues(context);
    case 'agentRole':
      return codeIssues(context, 'role', field.roles);
    case 'measurement':
      return [
        ...codeIssues(context, 'type', field.measure?.types),
        ...codeIssues(context, 'unit', field.measure?.units),
      ];
    case 'reference':
      return targetIssues(context);
    case 'date':
      return dateIssues(value as Values['date'], at);
    case 'decision':
      return decisionIssues(value as Values['decision'], at);
    case 'recurrence':
      return recurrenceIssues(value as Values['recurrence'], at);
    case 'geometry':
      return [
        ...codeIssues(context, 'role', field.geometryRoles),
        ...geometryIssues(value as Values['geometry'], { at, kind: context.kind }),
      ];
    default:
      return [];
  }
}

/** Name types and identifier schemes are common to all standards, so no field names their list. */
export function sharedCodeIssues(
  scheme: 'name-type' | 'identifier-scheme',
  code: string | undefined,
  { field, at, catalogue }: Pick<ValueContext, 'field' | 'at' | 'catalogue'>,
): Issue[] {
  const codes = catalogue.codeList(scheme)?.codes;
  if (code === undefined || !codes || codes.some((candidate) => candidate.code === code)) return [];
  return [issueAt(at, 'unknown-code', { code, list: scheme, label: field.label })];
}

/** Only a warning: the number of an unlisted foreign scheme is still worth keeping. */
function schemeIssues({ value, at, ...context }: ValueContext): Issue[] {
  const { scheme } = value as Values['identifier'];
  return sharedCodeIssues('identifier-scheme', scheme, { ...context, at: `${at}/scheme` }).map(asWarning);
}

function termIssues({ field, value, at, catalogue }: ValueContext): Issue[] {
  const codes = termCodes(field, catalogue);
  const code = String(value);
  if (codes === undefined || codes.includes(code)) return [];
  const list = field.codeList ?? field.vocabulary ?? '';
  return [issueAt(at, 'unknown-code', { code, list, label: field.label })];
}

function codeIssues(
  { field, value, at, catalogue }: ValueContext,
  property: string,
  list: string | undefined,
): Issue[] {
  const codes = list === undefined ? undefined : catalogue.codeListByReference(list)?.codes;
  const code = String((value as Record<string, unknown>)[property]);
  if (!list || !codes || codes.some((candidate) => candidate.code === code)) return [];
  return [issueAt(`${at}/${property}`, 'unknown-code', { code, list, label: field.label })];
}

function targetIssues({ field, value, at }: ValueContext): Issue[] {
  const { kind } = value as Values['reference'];
  const allowed: readonly string[] = field.targets ?? [];
  return kind === undefined || allowed.includes(kind)
    ? []
    : [issueAt(`${at}/kind`, 'unknown-kind', { kind, allowed })];
}
