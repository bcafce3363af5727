import {
  type Catalogue,
  fieldMap,
  fieldStatements,
  KINDS,
  names,
  normaliseBody,
  type RecordStandard,
  type RecordBody as StandardBody,
  standardReference,
  validateBody,
} from '#modules/standards/index.ts';
import type { RecordBody } from './body.ts';
import type { BodyRules, Identity, RelationType } from './context.ts';
import type { RecordKind } from './record/record.ts';

/** Relations that build a tree: a whole cannot be part of its own part. */
const HIERARCHICAL = new Set([
  'partOf',
  'hasPart',
  'memberOf',
  'hasMember',
  'inCollection',
  'collects',
  'childOf',
  'parentOf',
]);

/** The registry's rules as the loaded record standards and code lists state them. */
export function catalogueRules(catalogue: Catalogue): BodyRules {
  const standardOf = (reference: string) => catalogue.standardByReference(reference);
  const personal = new Map<string, readonly string[]>();
  return {
    validate: (body, state) => validateBody(catalogue, body, { state, errorsOnly: true }).issues,
    normalise: (body) => normaliseBody(body as StandardBody) as RecordBody,
    standardOf: (kind) => {
      const standard = catalogue.standard(kind);
      if (!standard) throw new Error(`no record standard is in force for ${kind}`);
      return standardReference(standard);
    },
    kindOf: (reference) => standardOf(reference)?.kind,
    personalFields: (reference) => {
      const known = personal.get(reference);
      if (known) return known;
      const fields = fieldIds(standardOf(reference), (field) => field.personal === true);
      personal.set(reference, fields);
      return fields;
    },
    visibilityOf: (reference, field) => {
      const standard = standardOf(reference);
      // A field that its standard does not know is shown to staff only.
      return (standard && fieldMap(standard).get(field)?.visibility) ?? 'organisation';
    },
    identity: (body) => identityOf(body as StandardBody),
    relationType: (code) => relationType(catalogue, code),
    hasCode: (scheme, code) => catalogue.code(scheme, code) !== undefined,
  };
}

type FieldFilter = (field: RecordStandard['groups'][number]['fields'][number]) => boolean;

function fieldIds(standard: RecordStandard | undefined, wanted: FieldFilter): string[] {
  return standard ? [...fieldMap(standard).values()].filter(wanted).map((field) => field.id) : [];
}

function identityOf(body: StandardBody): Identity {
  const places = fieldStatements(body, 'place').flatMap(({ value }) => unitsOf(value));
  const identifiers = fieldStatements(body, 'identifiers').flatMap(({ value }) => identifierOf(value));
  return {
    names: names(body).map(({ id, ...name }) => name),
    // A commune's code has five digits, a province's two.
    provinces: [...new Set(places.filter((code) => code.length === 2))],
    identifiers,
  };
}

function unitsOf(value: unknown): string[] {
  const units = typeof value === 'object' && value !== null && 'units' in value ? value.units : [];
  return Array.isArray(units) ? units.filter((unit) => typeof unit === 'string') : [];
}

function identifierOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || !('scheme' in value && 'value' in value)) return [];
  return [`${String(value.scheme)}:${String(value.value)}`];
}

function relationType(catalogue: Catalogue, code: string): RelationType | undefined {
  const mappings = catalogue.code('relation-type', code)?.mappings;
  if (!mappings) return undefined;
  const inverse = mappings.inverse ?? code;
  const codes = catalogue.codeList('relation-type')?.codes.map((one) => one.code) ?? [];
  return {
    inverse,
    // Of each pair the list names first the direction that is stored.
    storedAsInverse: codes.indexOf(inverse) < codes.indexOf(code),
    from: kindsIn(mappings.from),
    to: kindsIn(mappings.to),
    hierarchical: HIERARCHICAL.has(code),
  };
}

function kindsIn(list: string | undefined): RecordKind[] {
  const named = new Set((list ?? '').split(' '));
  return KINDS.filter((kind) => named.has(kind));
}
