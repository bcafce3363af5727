import { DEPTH_LIMIT, type JsonValue, jsonPointer } from './value.ts';

type Reason = 'malformed' | 'duplicate-key' | 'lone-surrogate' | 'number-out-of-range' | 'too-deep';

/** `line` and `column` count from 1, columns in UTF-16 units; `pointer` (RFC 6901) names the value concerned. */
export type StrictJsonOutcome =
  | { kind: 'json'; value: JsonValue }
  | { kind: Reason; line: number; column: number; pointer: string };

/**
 * Reads JSON as I-JSON (RFC 7493) wants it: `JSON.parse` keeps the last of two equal keys, lets half a character
 * through and rounds large numbers, so that two readers of the same bytes could see different records.
 */
export function parseStrictJson(text: string, { maxDepth = DEPTH_LIMIT } = {}): StrictJsonOutcome {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'malformed', ...position(text, errorOffset(complaint(text), text)), pointer: '' };
  }
  const problem = inspect(text, maxDepth);
  if (!problem) return { kind: 'json', value };
  return { kind: problem.reason, ...position(text, problem.offset), pointer: problem.pointer };
}

// The text is known to be valid JSON when these are looked for, so loose patterns are enough.
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]|-?\d[\d.eE+-]*/g;

/** One open object or array: the keys seen so far (null in an array) and where we are in it. */
type Level = { keys: Set<string> | null; at: string | number; awaitsKey: boolean };
type Problem = { reason: Reason; offset: number; pointer: string };

function inspect(text: string, maxDepth: number): Problem | null {
  const levels: Level[] = [];
  for (const { 0: token, index: offset } of text.matchAll(TOKEN)) {
    const reason = take(token, levels, maxDepth);
    if (reason) return { reason, offset, pointer: jsonPointer(levels.map((level) => level.at)) };
  }
  return null;
}

function take(token: string, levels: Level[], maxDepth: number): Reason | null {
  switch (token[0]) {
    case '{':
      levels.push({ keys: new Set(), at: '', awaitsKey: true });
      return levels.length > maxDepth ? 'too-deep' : null;
    case '[':
      levels.push({ keys: null, at: 0, awaitsKey: false });
      return levels.length > maxDepth ? 'too-deep' : null;
    case '}':
    case ']':
      levels.pop();
      return null;
    case ',':
      advance(levels.at(-1));
      return null;
    case '"':
      return takeString(JSON.parse(token), levels.at(-1));
    default:
      return isRepresentable(token) ? null : 'number-out-of-range';
  }
}

function advance(level: Level | undefined): void {
  if (!level) return;
  level.awaitsKey = level.keys !== null;
  if (typeof level.at === 'number') level.at += 1;
}

function takeString(value: string, level: Level | undefined): Reason | null {
  if (level?.awaitsKey && level.keys) {
    level.at = value;
    level.awaitsKey = false;
    if (level.keys.has(value)) return 'duplicate-key';
    level.keys.add(value);
  }
  return value.isWellFormed() ? null : 'lone-surrogate';
}

/**
 * RFC 7493 §2.2: neither beyond a double's range at either end, nor an integer that a double would round to
 * another. Fractions may be longer than a double holds: decimals that matter are stored as strings.
 */
function isRepresentable(literal: string): boolean {
  const number = Number(literal);
  if (!Number.isFinite(number)) return false;
  if (/^-?\d+$/.test(literal)) return String(number) === literal || BigInt(number) === BigInt(literal);
  return number !== 0 || !/[1-9]/.test(literal.replace(/e.*$/i, ''));
}

/** V8 tells the position for most errors, not for an unexpected character or an unexpected end. */
function errorOffset(message: string, text: string): number {
  // This message quotes the text, which may itself say "at position".
  if (UNEXPECTED.test(message)) return unexpectedOffset(text);
  const found = /at position (\d+)/.exec(message);
  return found ? Number(found[1]) : text.length;
}

const UNEXPECTED = /^Unexpected token/;

/** Bisects for the shortest beginning of the text that already has the unexpected character. */
function unexpectedOffset(text: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (UNEXPECTED.test(complaint(text.slice(0, middle + 1)))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function complaint(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
