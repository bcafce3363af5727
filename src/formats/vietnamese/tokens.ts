import { classOf, EXTEND, HAN, LATIN, OTHER } from './scripts.ts';

export type TokenScript = 'latin' | 'han' | 'other';

export interface Token {
  /** NFC, case as given. */
  readonly text: string;
  readonly script: TokenScript;
  /** Ordinal of the syllable, character or run; a Hán-Nôm 2-gram has the position of its first character. */
  readonly position: number;
  /** Where the token stands in the text, in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

interface Cursor {
  readonly text: string;
  readonly tokens: Token[];
  position: number;
}

const INVISIBLE = /[\u00ad\u2060\ufeff]|\u200c|\u200d/g;
const width = (codePoint: number): number => (codePoint > 0xffff ? 2 : 1);
const codePointAt = (text: string, at: number): number => text.codePointAt(at) ?? 0;

/** End of the marks and joiners that follow. */
function skipExtending(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const codePoint = codePointAt(text, at);
    if (classOf(codePoint) !== EXTEND) break;
    at += width(codePoint);
  }
  return at;
}

function runText(slice: string, script: TokenScript): string {
  const composed = slice.normalize('NFC');
  // In Khmer and other scripts the joiners change what is read; in Latin they are typesetting.
  return script === 'latin' ? composed.replace(INVISIBLE, '') : composed;
}

/** A run of Latin letters and digits, or of another script; returns where it ends. */
function readRun(cursor: Cursor, start: number, charClass: number): number {
  const { text } = cursor;
  let at = start;
  let composed = charClass === LATIN;
  while (at < text.length) {
    const codePoint = codePointAt(text, at);
    const found = classOf(codePoint);
    if (found !== charClass && found !== EXTEND) break;
    // Kelvin, Ångström and other letters beyond U+2000 have another NFC even without a mark.
    if (found === EXTEND || codePoint >= 0x2000) composed = false;
    at += width(codePoint);
  }
  const script = charClass === LATIN ? 'latin' : 'other';
  const slice = text.slice(start, at);
  const token = composed ? slice : runText(slice, script);
  cursor.tokens.push({ text: token, script, position: cursor.position, start, end: at });
  cursor.position += 1;
  return at;
}

/** A run of Hán-Nôm as overlapping 1- and 2-grams of code points; returns where it ends. */
function readHan(cursor: Cursor, start: number): number {
  const { text, tokens } = cursor;
  let at = start;
  let previous: Token | undefined;
  while (at < text.length) {
    const codePoint = codePointAt(text, at);
    if (classOf(codePoint) !== HAN) break;
    // NFC maps compatibility ideographs to the unified character: right in an index, never in the stored text.
    const character = String.fromCodePoint(codePoint).normalize('NFC');
    const end = at + width(codePoint);
    if (previous) tokens.push({ ...previous, text: previous.text + character, end });
    previous = { text: character, script: 'han', position: cursor.position, start: at, end };
    tokens.push(previous);
    cursor.position += 1;
    at = skipExtending(text, end);
  }
  return at;
}

/**
 * The tokens of a text in order: Latin syllables, words and numbers; Hán-Nôm characters and pairs; runs of other
 * scripts (Chăm, Khmer, Tai Viet). Punctuation, symbols and blanks separate.
 */
export function tokenize(text: string): Token[] {
  const cursor: Cursor = { text, tokens: [], position: 0 };
  let at = 0;
  while (at < text.length) {
    const codePoint = codePointAt(text, at);
    const charClass = classOf(codePoint);
    if (charClass === HAN) at = readHan(cursor, at);
    else if (charClass === LATIN || charClass === OTHER) at = readRun(cursor, at, charClass);
    else at += width(codePoint);
  }
  return cursor.tokens;
}
