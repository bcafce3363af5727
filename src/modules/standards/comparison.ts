import { pointerToken } from './issue.ts';
import type { Field, RecordStandard, Rule } from './schema.ts';

/** `pointer` points into the newer standard, for removed fields into the older one. */
interface FieldPlace {
  field: string;
  pointer: string;
}

interface PropertyChange {
  property: string;
  pointer: string;
  from: unknown;
  to: unknown;
  breaking: boolean;
}

export interface StandardComparison {
  added: (FieldPlace & { breaking: boolean })[];
  removed: FieldPlace[];
  renamed: { from: string; to: string; pointer: string }[];
  changed: (FieldPlace & { changes: PropertyChange[] })[];
  /** `additive`: every valid record of the older version is valid in the newer one as it stands. */
  compatibility: 'additive' | 'breaking';
}

/** What changed from standard `a` to its later version `b`, field by field. */
export function compareStandards(a: RecordStandard, b: RecordStandard): StandardComparison {
  const before = placedFields(a);
  const after = placedFields(b);
  const renamed = b.migrations
    .filter((step) => step.op === 'rename')
    .filter((step) => before.has(step.from) && after.has(step.to))
    .map((step) => ({ from: step.from, to: step.to, pointer: after.get(step.to)?.pointer ?? '' }));
  const formerId = new Map(renamed.map((step) => [step.to, step.from]));
  const gone = new Set(renamed.map((step) => step.from));

  const added = [...after.values()]
    .filter(({ field }) => !before.has(field.id) && !formerId.has(field.id))
    .map(({ field, pointer }) => ({ field: field.id, pointer, breaking: isMandatory(field) }));
  const removed = [...before.values()]
    .filter(({ field }) => !after.has(field.id) && !gone.has(field.id))
    .map(({ field, pointer }) => ({ field: field.id, pointer }));
  const changed = [...after.values()].flatMap(({ field, pointer }) => {
    const former = before.get(formerId.get(field.id) ?? field.id)?.field;
    const changes = former ? fieldChanges(former, field, pointer) : [];
    return changes.length > 0 ? [{ field: field.id, pointer, changes }] : [];
  });
  const breaking =
    removed.length + renamed.length > 0 ||
    added.some((place) => place.breaking) ||
    changed.some((place) => place.changes.some((change) => change.breaking));
  return { added, removed, renamed, changed, compatibility: breaking ? 'breaking' : 'additive' };
}

function placedFields(standard: RecordStandard): Map<string, { field: Field; pointer: string }> {
  return new Map(
    standard.groups.flatMap((group, g) =>
      group.fields.map((field, f) => [field.id, { field, pointer: `/groups/${g}/fields/${f}` }] as const),
    ),
  );
}

function isMandatory(field: Field): boolean {
  return Object.values(field.obligation).includes('mandatory');
}

function fieldChanges(from: Field, to: Field, pointer: string): PropertyChange[] {
  const properties = [...new Set([...Object.keys(from), ...Object.keys(to)])] as (keyof Field)[];
  return properties
    .filter(
      (property) => property !== 'id' && JSON.stringify(from[property]) !== JSON.stringify(to[property]),
    )
    .map((property) => ({
      property,
      pointer: `${pointer}/${pointerToken(property)}`,
      from: from[property],
      to: to[property],
      breaking: isBreaking(property, from, to),
    }));
}

/** Changes of meaning or of what is accepted; labels, help, weight and mappings never break a record. */
function isBreaking(property: keyof Field, from: Field, to: Field): boolean {
  switch (property) {
    case 'cardinality':
      return narrowsCardinality(from.cardinality, to.cardinality);
    case 'obligation':
      return (['draft', 'submitted', 'published'] as const).some(
        (state) => to.obligation[state] === 'mandatory' && from.obligation[state] !== 'mandatory',
      );
    case 'rules':
      return addsRule(from.rules ?? [], to.rules ?? []);
    case 'targets':
      return from.targets?.some((kind) => !to.targets?.includes(kind)) ?? false;
    default:
      return ['datatype', 'codeList', 'vocabulary', 'roles', 'measure', 'geometryRoles'].includes(property);
  }
}

function narrowsCardinality(from: Field['cardinality'], to: Field['cardinality']): boolean {
  return (from.startsWith('0') && to.startsWith('1')) || (from.endsWith('*') && to.endsWith('1'));
}

/** A rule that was not there before can refuse what used to pass, unless it only loosens a length. */
function addsRule(from: readonly Rule[], to: readonly Rule[]): boolean {
  return to.some(
    (rule) => !from.some((old) => JSON.stringify(old) === JSON.stringify(rule) || loosens(old, rule)),
  );
}

function loosens(from: Rule, to: Rule): boolean {
  if (from.rule === 'maxLength' && to.rule === 'maxLength') return to.value >= from.value;
  return from.rule === 'minLength' && to.rule === 'minLength' && to.value <= from.value;
}
