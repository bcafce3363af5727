import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** The opaque token under which the next page of a list is asked for. */
export function writeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key in a token; undefined when it was not written here for this list. */
export function readCursor<Key extends TSchema>(schema: Key, token: string): Static<Key> | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    return Value.Check(schema, key) ? key : undefined;
  } catch {
    return undefined;
  }
}
