export { type CanonicalOutcome, canonicalJson, jsonDefect, sha256Hex } from './canonical.ts';
export { parseStrictJson, type StrictJsonOutcome } from './strict-json.ts';
export type { JsonValue } from './value.ts';
