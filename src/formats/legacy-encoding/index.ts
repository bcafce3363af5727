export { isByteText } from './byte-string.ts';
export { convertText, type DecodeAsOutcome, decodeAs } from './decode.ts';
export { type DecodeOutcome, decodeBytes, detectText } from './detect.ts';
export type { LegacyEncoding, TextEncoding, UnicodeEncoding } from './encodings.ts';
export { fontEncoding } from './font.ts';
export { type MojibakeRepair, repairMojibake } from './mojibake.ts';
export { vietnameseShare } from './plausibility.ts';
