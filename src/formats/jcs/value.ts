export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** Nesting beyond this is no record; it keeps every recursive reader of the value safe from the stack's end. */
export const DEPTH_LIMIT = 256;

/** JSON Pointer (RFC 6901) of a path of keys and indexes; '' is the whole document. */
export function jsonPointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
