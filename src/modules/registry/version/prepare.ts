import type { RecordBody } from '../body.ts';
import type { BodyRules, BodyState } from '../context.ts';
import { issue } from '../messages.ts';
import type { Issue } from '../outcome.ts';
import type { RecordKind } from '../record/record.ts';
import { type NewSealedValue, openBody, type SealedValue, sealBody } from '../sealed/sealed.ts';
import { bodyHash, storageDefect } from './hash.ts';

export interface PreparedBody {
  kind: 'prepared';
  /** As stored: personal values sealed. */
  body: RecordBody;
  /** As its author reads it. */
  opened: RecordBody;
  hash: Buffer;
  added: NewSealedValue[];
  recordKind: RecordKind;
}

export interface Given {
  body: unknown;
  /** The obligations to meet. */
  state: BodyState;
  /** What the record is, unless it is being created. */
  kind?: RecordKind | undefined;
  /** The body before this one, as its author read it. */
  prior?: RecordBody | undefined;
  sealed?: readonly SealedValue[];
}

type Invalid = { kind: 'invalid'; issues: Issue[] };

/** From what came in to what is stored: opened, checked against its standard, normalised, sealed, hashed. */
export function prepareBody(rules: BodyRules, given: Given): PreparedBody | Invalid {
  const judged = judgeBody(rules, given);
  return judged.kind === 'invalid' ? judged : storedForm(rules, judged);
}

/** Whether a body could be stored, by the rules of `prepareBody` and without its work on the stored form. */
export function checkBody(rules: BodyRules, given: Given): { kind: 'sound' } | Invalid {
  const judged = judgeBody(rules, given);
  if (judged.kind === 'invalid') return judged;
  const defect = storageDefect(judged.readable);
  return defect ? unstorable(defect) : { kind: 'sound' };
}

interface Readable {
  kind: 'readable';
  readable: RecordBody;
  recordKind: RecordKind;
  sealed: readonly SealedValue[];
}

function judgeBody(rules: BodyRules, given: Given): Readable | Invalid {
  const { body, kind, sealed = [] } = given;
  if (!hasBodyShape(body)) return invalid(issue('', 'not-an-object'));
  const recordKind = rules.kindOf(body.standard);
  if (recordKind === undefined)
    return invalid(issue('/standard', 'unknown-standard', { given: body.standard }));
  if (kind !== undefined && recordKind !== kind) {
    return invalid(issue('/standard', 'other-kind', { kind, given: body.standard }));
  }
  const readable = withValues(body, sealed);
  const issues = bodyIssues(rules, { ...given, body: readable });
  if (issues.length > 0) return invalid(...issues);
  return { kind: 'readable', readable, recordKind, sealed };
}

function storedForm(rules: BodyRules, { readable, recordKind, sealed }: Readable) {
  const opened = rules.normalise(readable);
  const whole = bodyHash(opened);
  if (whole.kind === 'unstorable') return unstorable(whole);
  const { body, added } = sealBody(opened, rules.personalFields(opened.standard), sealed);
  const stored = body === opened ? whole : bodyHash(body);
  if (stored.kind === 'unstorable') throw new Error(`A sealed body cannot be hashed: ${stored.reason}`);
  return { kind: 'prepared', body, opened, hash: stored.hash, added, recordKind } as const;
}

function withValues(body: RecordBody, sealed: readonly SealedValue[]): RecordBody {
  return sealed.length === 0 ? body : openBody(body, new Map(sealed.map((value) => [value.id, value])));
}

/**
 * A body must be sound, and must meet the obligations of its state; what the version before did not meet either is
 * let through, or nobody could correct one field of starter data without completing all the others.
 */
function bodyIssues(rules: BodyRules, { body, state, prior }: Given): Issue[] {
  const issues = rules.validate(body, state);
  if (issues.length === 0 || prior === undefined || state === 'draft') return issues;
  const unsound = rules.validate(body, 'draft');
  if (unsound.length > 0) return issues;
  const old = new Set(rules.validate(prior, state).map(issueKey));
  return issues.filter((found) => !old.has(issueKey(found)));
}

function issueKey({ pointer, code }: Issue): string {
  return `${code} ${pointer}`;
}

function hasBodyShape(body: unknown): body is RecordBody {
  if (typeof body !== 'object' || body === null) return false;
  if (!('standard' in body) || typeof body.standard !== 'string') return false;
  if (!('fields' in body) || typeof body.fields !== 'object' || body.fields === null) return false;
  return Object.values(body.fields).every(isStatementList);
}

function isStatementList(list: unknown): boolean {
  return (
    Array.isArray(list) && list.every((statement) => typeof statement === 'object' && statement !== null)
  );
}

function unstorable({ pointer, reason }: { pointer: string; reason: string }): Invalid {
  return invalid(issue(pointer, 'unstorable-text', { reason }));
}

function invalid(...issues: Issue[]): Invalid {
  return { kind: 'invalid', issues };
}
