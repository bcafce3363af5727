import { createHash } from 'node:crypto';
import { DEPTH_LIMIT, jsonPointer } from './value.ts';

type Defect = 'lone-surrogate' | 'non-finite-number' | 'not-json' | 'too-deep';

export type CanonicalOutcome =
  | { kind: 'canonical'; text: string }
  | { kind: 'unrepresentable'; reason: Defect; pointer: string };

/**
 * Canonical JSON (RFC 8785). Stricter than `JSON.stringify`: what that would drop or change in silence
 * (undefined, dates, maps, NaN, half a character) is refused, because the text is hashed and must mean the value.
 */
export function canonicalJson(value: unknown): CanonicalOutcome {
  const text = textOf(value, 0);
  if (text !== undefined) return { kind: 'canonical', text };
  const defect = findDefect(value, []) ?? { reason: 'not-json', pointer: '' };
  return { kind: 'unrepresentable', ...defect };
}

/** Undefined as soon as there is a defect: where it is, is looked for only then. */
function textOf(value: unknown, depth: number): string | undefined {
  if (defectOf(value, depth)) return undefined;
  // RFC 8785 §3.2.2 takes strings, numbers and literals as ECMAScript writes them.
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? arrayText(value, depth) : objectText(value, depth);
}

function arrayText(list: readonly unknown[], depth: number): string | undefined {
  let text = '';
  for (const item of list) {
    const part = textOf(item, depth + 1);
    if (part === undefined) return undefined;
    text += text === '' ? part : `,${part}`;
  }
  return `[${text}]`;
}

/** Keys in the order of their UTF-16 units, as `sort` has them (RFC 8785 §3.2.3). */
function objectText(object: object, depth: number): string | undefined {
  const members = object as Record<string, unknown>;
  let text = '';
  for (const key of Object.keys(members).sort()) {
    const part = textOf(members[key], depth + 1);
    if (part === undefined || !key.isWellFormed()) return undefined;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${part}`;
  }
  return `{${text}}`;
}

/** SHA-256 of the UTF-8 bytes, 64 lower-case hexadecimal digits. */
export function sha256Hex(canonical: string): string {
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

/** Holes of a list are no JSON either, and `every` would skip them. */
function soundItems(list: readonly unknown[], depth: number): boolean {
  for (const item of list) if (!isSound(item, depth)) return false;
  return true;
}

type Path = readonly (string | number)[];
type Found = { reason: Defect; pointer: string } | null;

/** Why a value has no canonical JSON, and where; null when it has. The same answer as `canonicalJson`, without the text. */
export function jsonDefect(value: unknown): Found {
  if (isSound(value, 0)) return null;
  return findDefect(value, []) ?? { reason: 'not-json', pointer: '' };
}

function isSound(value: unknown, depth: number): boolean {
  if (defectOf(value, depth)) return false;
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return soundItems(value, depth + 1);
  const members = value as Record<string, unknown>;
  return Object.keys(members).every((key) => key.isWellFormed() && isSound(members[key], depth + 1));
}

function findDefect(value: unknown, path: Path): Found {
  const reason = defectOf(value, path.length);
  if (reason) return { reason, pointer: jsonPointer(path) };
  if (typeof value !== 'object' || value === null) return null;
  const members = Array.isArray(value) ? Array.from(value).entries() : Object.entries(value);
  for (const [key, member] of members) {
    const found = findDefect(key, path) ?? findDefect(member, [...path, key]);
    if (found) return found;
  }
  return null;
}

function defectOf(value: unknown, depth: number): Defect | null {
  switch (typeof value) {
    case 'boolean':
      return null;
    case 'number':
      return Number.isFinite(value) ? null : 'non-finite-number';
    case 'string':
      return value.isWellFormed() ? null : 'lone-surrogate';
    case 'object':
      if (!isPlain(value)) return 'not-json';
      return depth > DEPTH_LIMIT ? 'too-deep' : null;
    default:
      return 'not-json';
  }
}

function isPlain(value: object | null): boolean {
  if (value === null || Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
