import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { canonicalJson } from '#formats/jcs/index.ts';
import { mapFields, type RecordBody, type Statement } from '../body.ts';

/** What stands in a stored body in the place of a personal value. `digest`: hexadecimal SHA-256. */
export interface SealedReference {
  sealed: string;
  digest: string;
}

/** A personal value kept beside the body; both are null once it was erased. */
export interface SealedValue {
  id: string;
  field: string;
  value: unknown;
  salt: Buffer | null;
}

export interface NewSealedValue {
  id: string;
  field: string;
  value: unknown;
  salt: Buffer;
}

const SALT_BYTES = 32;

/** SHA-256 (salt || RFC 8785 form of the value): without the salt, nobody can find the value by trying names. */
export function sealedDigest(salt: Buffer, value: unknown): string {
  return createHash('sha256').update(salt).update(canonicalText(value), 'utf8').digest('hex');
}

/** Replaces the personal values of a body by references; a value that was sealed before keeps its reference. */
export function sealBody(
  body: RecordBody,
  personal: readonly string[],
  existing: readonly SealedValue[],
): { body: RecordBody; added: NewSealedValue[] } {
  if (!personal.some((field) => Object.hasOwn(body.fields, field))) return { body, added: [] };
  const added: NewSealedValue[] = [];
  const known = new Map(existing.flatMap(keyed));
  const seal = (field: string, statement: Statement): Statement => {
    if (statement.value === undefined) return statement;
    const key = valueKey(field, statement.value);
    const found = known.get(key);
    if (found) return { ...statement, value: found };
    const fresh: NewSealedValue = {
      id: randomUUID(),
      field,
      value: statement.value,
      salt: randomBytes(SALT_BYTES),
    };
    const reference = { sealed: fresh.id, digest: sealedDigest(fresh.salt, fresh.value) };
    added.push(fresh);
    known.set(key, reference);
    return { ...statement, value: reference };
  };
  const sealed = mapFields(body, (field, list) =>
    personal.includes(field) ? list.map((statement) => seal(field, statement)) : list,
  );
  return { body: sealed, added };
}

function keyed({ id, field, value, salt }: SealedValue): [string, SealedReference][] {
  if (salt === null) return [];
  return [[valueKey(field, value), { sealed: id, digest: sealedDigest(salt, value) }]];
}

function valueKey(field: string, value: unknown): string {
  return `${field} ${canonicalText(value)}`;
}

function canonicalText(value: unknown): string {
  const canonical = canonicalJson(value);
  if (canonical.kind !== 'canonical')
    throw new Error(`A value that was validated is not JSON: ${canonical.reason}`);
  return canonical.text;
}

/** Puts the personal values back; an erased one reads as restricted. References nobody knows stay as they are. */
export function openBody(body: RecordBody, values: ReadonlyMap<string, SealedValue>): RecordBody {
  if (values.size === 0) return body;
  return mapFields(body, (_field, list) => list.map((statement) => openStatement(statement, values)));
}

function openStatement(statement: Statement, values: ReadonlyMap<string, SealedValue>): Statement {
  if (!isSealedReference(statement.value)) return statement;
  const kept = values.get(statement.value.sealed);
  if (kept === undefined) return statement;
  if (kept.salt !== null) return { ...statement, value: kept.value };
  const { value: _erased, ...rest } = statement;
  return { ...rest, absent: 'restricted' };
}

export function isSealedReference(value: unknown): value is SealedReference {
  return (
    typeof value === 'object' &&
    value !== null &&
    'sealed' in value &&
    typeof value.sealed === 'string' &&
    'digest' in value &&
    typeof value.digest === 'string'
  );
}

export function sealedReferences(body: RecordBody): SealedReference[] {
  return Object.values(body.fields)
    .flat()
    .map((statement) => statement.value)
    .filter(isSealedReference);
}
