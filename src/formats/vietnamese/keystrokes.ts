import { decodeTelex } from './telex.ts';
import { decodeVni } from './vni.ts';

export interface KeystrokeOptions {
  /** Whether the lower-case token is a word as it stands; such a token is never decoded. */
  readonly isKnownWord: (token: string) => boolean;
}

export interface DecodedKeystrokes {
  readonly text: string;
  readonly changed: boolean;
}

// A token between blanks without the quotes, brackets and stops around it; what has punctuation inside (addresses,
// inventory numbers such as LSb.5704) never matches the decoders.
const TOKEN = /[^\s"'“”‘’«»()[\]{},;:.!?]+(?:[.,:;!?'’]+[^\s"'“”‘’«»()[\]{},;:.!?]+)*/g;

/**
 * A query with its Telex and VNI keystrokes turned into the syllables they stand for: "trongs ddoongf" → "tróng đồng".
 * Every other token, and everything between tokens, stays as typed.
 */
export function decodeKeystrokes(query: string, { isKnownWord }: KeystrokeOptions): DecodedKeystrokes {
  const text = query.replace(TOKEN, (token) => {
    const syllable = decodeTelex(token) ?? decodeVni(token);
    return syllable === null || isKnownWord(token.toLowerCase()) ? token : syllable;
  });
  return { text, changed: text !== query };
}
