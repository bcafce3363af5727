/** A place in the order of results: the last row seen. Opaque to everybody else. */
export interface Cursor {
  /** True when the page before it is wanted. */
  backwards: boolean;
  sort: string;
  group: number;
  /** The sort value of the row: static rank, name, time or day; null sorts last. */
  key: string | number | null;
  id: number;
  /** How many results stand before the row; only for "25–48 of 214". */
  position: number;
}

const VERSION = 1;

export function writeCursor({ sort, group, key, id, position }: Omit<Cursor, 'backwards'>): string {
  return Buffer.from(JSON.stringify([VERSION, sort, group, key, id, position])).toString('base64url');
}

const LONGEST = 2_000;
const isInteger = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
const isKey = (value: unknown): value is Cursor['key'] =>
  value === null ||
  isInteger(value) ||
  typeof value === 'number' ||
  (typeof value === 'string' && value.length <= 600 && !value.includes('\0'));

/** Null for anything that this program did not write. */
export function readCursor(token: string, backwards: boolean): Cursor | null {
  const parts = token.length > LONGEST ? undefined : decode(token);
  if (!Array.isArray(parts) || parts.length !== 6) return null;
  const [version, sort, group, key, id, position]: unknown[] = parts;
  if (version !== VERSION || typeof sort !== 'string' || !isKey(key)) return null;
  if (!isInteger(group) || !isInteger(id) || !isInteger(position) || position < 0) return null;
  return { backwards, sort, group, key, id, position };
}

function decode(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
