export { type CanonicalOutcome, canonicalJson, sha256Hex } from './canonical.ts';
export { parseStrictJson, type StrictJsonOutcome } from './strict-json.ts';
export type { JsonValue } from './value.ts';
