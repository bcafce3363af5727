import { fieldStatements } from './body.ts';
import { type Catalogue, fieldMap, standardReference } from './catalogue.ts';
import { isClean } from './characters.ts';
import { type FieldContext, fieldIssues } from './field-checks.ts';
import { isShaped } from './json-schema.ts';
import type { Field, ObligationState, RecordStandard, Rule } from './schema.ts';
import type { RecordBody } from './statement.ts';

type Judged = Pick<FieldContext, 'standard' | 'catalogue' | 'state'>;

const NONE_BROKEN: ReadonlySet<undefined> = new Set();

/**
 * Whether there is nothing to report, asked field by field of what is there: nearly every body of a long import is
 * flawless, and need not be walked as a whole. The same checks as in the report of what is wrong.
 */
export function isFlawless(body: object, judged: Judged): boolean {
  const { standard, state } = judged;
  if (!isEnvelope(body) || body.standard !== standardReference(standard)) return false;
  const fields = fieldMap(standard);
  const ids = new Set<string>();
  for (const id of Object.keys(body.fields)) {
    const field = fields.get(id);
    if (!field || !isFlawlessField(field, body, judged)) return false;
    for (const statement of fieldStatements(body, id)) {
      if (ids.has(statement.id)) return false;
      ids.add(statement.id);
    }
  }
  return mandatoryFields(standard, state).every((id) => fieldStatements(body, id).length > 0);
}

function isEnvelope(body: object): body is RecordBody {
  const [first, second, ...others] = Object.keys(body);
  if (others.length > 0 || !('fields' in body && 'standard' in body)) return false;
  const { fields } = body;
  return first !== second && typeof fields === 'object' && fields !== null && !Array.isArray(fields);
}

function isFlawlessField(field: Field, body: RecordBody, judged: Judged): boolean {
  const list: unknown = body.fields[field.id];
  if (!Array.isArray(list)) return false;
  const known = Object.isFrozen(list) ? verdictsOf(field, judged) : undefined;
  if (known?.has(list)) return true;
  const isSound = list.every((statement) => isShaped(field.datatype, statement)) && isClean(list, true);
  if (!isSound || fieldIssues({ ...judged, field, body, broken: NONE_BROKEN }).length > 0) return false;
  if (known && isDeepFrozen(list) && !(field.rules ?? []).some(isAcrossFields)) known.add(list);
  return true;
}

function isDeepFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeepFrozen);
}

const isAcrossFields = ({ rule }: Rule): boolean => rule === 'requires' || rule === 'notBefore';

type FlawlessLists = Map<ObligationState, WeakSet<object>>;

/** Lists that were found flawless. Only what cannot change is remembered: what is frozen through and through. */
const flawless = new WeakMap<Catalogue, WeakMap<Field, FlawlessLists>>();

function verdictsOf(field: Field, { catalogue, state }: Judged): WeakSet<object> {
  const fields = flawless.get(catalogue) ?? new WeakMap<Field, FlawlessLists>();
  const states: FlawlessLists = fields.get(field) ?? new Map();
  const lists = states.get(state) ?? new WeakSet();
  flawless.set(catalogue, fields);
  fields.set(field, states);
  states.set(state, lists);
  return lists;
}

const mandatory = new WeakMap<RecordStandard, Map<ObligationState, readonly string[]>>();

function mandatoryFields(standard: RecordStandard, state: ObligationState): readonly string[] {
  const states = mandatory.get(standard) ?? new Map<ObligationState, readonly string[]>();
  const known = states.get(state) ?? mandatoryIn(standard, state);
  mandatory.set(standard, states);
  states.set(state, known);
  return known;
}

function mandatoryIn(standard: RecordStandard, state: ObligationState): string[] {
  const due = [...fieldMap(standard).values()].filter(({ obligation }) => obligation[state] === 'mandatory');
  return due.map(({ id }) => id);
}
