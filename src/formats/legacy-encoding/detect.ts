import { toByteString, undoWindows1252 } from './byte-string.ts';
import { decodeAs, decodeByteString } from './decode.ts';
import type { LegacyEncoding, TextEncoding, UnicodeEncoding } from './encodings.ts';
import { repairMojibake } from './mojibake.ts';
import { goodShare, type Plausibility, plausibility } from './plausibility.ts';

type DetectedText = { encoding: TextEncoding; text: string; confidence: number };

/**
 * `carrier` says what the bytes themselves are: `bytes` for a legacy file, or the Unicode form in which legacy or
 * mis-decoded characters were saved. `confidence` is 0 … 1. `undecodable`: neither Unicode nor Vietnamese in any
 * encoding known here; `offset` is the first byte that is not UTF-8.
 */
export type DecodeOutcome =
  | ({ kind: 'decoded'; carrier: 'bytes' | UnicodeEncoding; bom: boolean } & DetectedText)
  | { kind: 'undecodable'; offset: number };

const BOMS: readonly (readonly [UnicodeEncoding, readonly number[]])[] = [
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];

// The capitals fonts are not among them: bytes cannot tell them from the others.
const CANDIDATES: readonly LegacyEncoding[] = ['TCVN3', 'VNI', 'Windows-1258', 'VISCII'];

// TCVN3 was the national standard and is by far the commonest: in doubt, others must be likelier by this much.
const ADVANTAGE_OF_TCVN3 = 0.3;

// Characters of text that decide; more would cost time and change nothing.
const SAMPLE = 65_536;

/** Recognises the encoding of a file and decodes it. */
export function decodeBytes(bytes: Uint8Array): DecodeOutcome {
  const marked = BOMS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const carrier = marked ?? 'UTF-8';
  const unicode = decodeAs(bytes, carrier);
  if (unicode.kind === 'undecodable') return recogniseBytes(bytes) ?? unicode;
  if (!marked && MIXED_SCRIPTS.test(unicode.text)) {
    const legacy = recogniseBytes(bytes);
    if (legacy) return legacy;
  }
  return { kind: 'decoded', carrier, bom: marked !== undefined, ...recogniseText(unicode.text, carrier) };
}

// "ph߶ng": two legacy letters in a row can happen to form a UTF-8 sequence, of a script that no word mixes with Latin.
const MIXED_SCRIPTS = /[a-z][\u0370-\u07ff]|[\u0370-\u07ff][a-z]/i;

function recogniseBytes(bytes: Uint8Array): DecodeOutcome | null {
  const byteString = toByteString(bytes);
  const legacy = isDamagedUtf8(byteString) ? null : bestLegacy(byteString);
  if (!legacy || !isConvincing(legacy.score)) return null;
  const { encoding, score, text } = legacy;
  return { kind: 'decoded', carrier: 'bytes', bom: false, encoding, text, confidence: confidenceOf(score) };
}

/** Recognises legacy or mis-decoded characters in text that came as Unicode (as spreadsheet cells and web forms do). */
export function detectText(text: string): DetectedText {
  return recogniseText(text, 'UTF-8');
}

function recogniseText(text: string, carrier: UnicodeEncoding): DetectedText {
  const repair = repairMojibake(text);
  if (repair.kind === 'repaired') {
    const confidence = confidenceOf(plausibility(sampleOf(repair.text)));
    return { encoding: 'mis-decoded UTF-8', text: repair.text, confidence };
  }
  return recogniseFontText(text) ?? { encoding: carrier, text, confidence: 1 };
}

/**
 * Signs and letters with accents are at home in many Unicode texts, so more is asked here than of bytes: at least two
 * longer Vietnamese words, nearly nothing else, and a text that is not already Vietnamese.
 */
function recogniseFontText(text: string): DetectedText | null {
  const own = plausibility(sampleOf(text));
  if (own.bad === 0 || goodShare(own) > 0.5) return null;
  const best = bestLegacy(undoWindows1252(text));
  if (!best || best.score.long < 2 || goodShare(best.score) < 0.9) return null;
  return { encoding: best.encoding, text: best.text, confidence: confidenceOf(best.score) };
}

type Candidate = { encoding: LegacyEncoding; score: Plausibility };

function bestLegacy(byteString: string): (Candidate & { text: string }) | null {
  const sample = sampleOf(byteString);
  let best: Candidate | null = null;
  for (const encoding of CANDIDATES) {
    const score = plausibility(decodeByteString(sample, encoding));
    if (encoding === 'TCVN3') score.surprise -= ADVANTAGE_OF_TCVN3;
    if (score.good > 0 && (!best || isLikelier(score, best.score))) best = { encoding, score };
  }
  return best && { ...best, text: decodeByteString(byteString, best.encoding) };
}

function isLikelier(score: Plausibility, than: Plausibility): boolean {
  const difference = goodShare(score) - goodShare(than);
  return difference === 0 ? score.surprise < than.surprise : difference > 0;
}

/**
 * A file cut off or patched together is not legacy text: most of its high bytes still form UTF-8 sequences of the
 * letters that Vietnamese needs (C3, C4, C6 and E1 lead them) or of punctuation (E2).
 */
function isDamagedUtf8(byteString: string): boolean {
  const sample = sampleOf(byteString);
  const high = sample.match(/[\x80-\xff]/g)?.length ?? 0;
  const sequences = sample.match(/[\xc3\xc4\xc6][\x80-\xbf]|[\xe1\xe2][\x80-\xbf]{2}/g) ?? [];
  return sequences.join('').length > high / 2;
}

/** One word of two letters is no evidence: "µm" is "àm" in TCVN3. */
function isConvincing(score: Plausibility): boolean {
  return goodShare(score) >= 0.6 && (score.long > 0 || score.good > 1);
}

/** One good word may be chance, ten are not. */
function confidenceOf(score: Plausibility): number {
  return Math.round(goodShare(score) * (1 - 0.5 ** (score.good + 1)) * 100) / 100;
}

/** From a little before the first character that is not ASCII. */
function sampleOf(text: string): string {
  const start = Math.max(0, text.search(/[^\0-\x7f]/) - 256);
  return text.slice(start, start + SAMPLE);
}
