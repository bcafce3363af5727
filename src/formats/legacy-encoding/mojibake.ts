import { fromByteString, undoWindows1252 } from './byte-string.ts';
import { WINDOWS_1252_SPECIALS } from './code-tables.ts';

export type MojibakeRepair =
  | { kind: 'clean'; text: string }
  | { kind: 'repaired'; text: string; rounds: number };

// The forms of UTF-8 (RFC 3629 §4) as they look after reading as Windows-1252 or Latin-1.
const REST = `[\\x80-\\xbf${WINDOWS_1252_SPECIALS}]`;
const SEQUENCE = new RegExp(`[\\xc2-\\xdf]${REST}|[\\xe0-\\xef]${REST}{2}|[\\xf0-\\xf4]${REST}{3}`, 'g');

// What such a text can have been: Latin letters with their marks, punctuation, ₫, Hán-Nôm (the planes 2 and 3 too).
const LATIN =
  /^(?:[\u00a0-\u024f\u02c6\u02dc\u1ea0-\u1ef9\u2010-\u203a\u20ab\u20ac\u2122\ufeff]|[\u0300-\u036f])$/;
const HAN = /^\p{Script=Han}$/u;

// No text by itself, but a first wrong reading leaves it for the second round.
const CONTROL = /^[\x80-\x9f]$/;

// “XÃ” or 'né”…' can be right as they stand: closing punctuation after a Vietnamese letter that happens to begin a sequence.
const ONLY_PUNCTUATION = /^[ÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíð][’”…–—›†‡•]+$/;

// Letters that a wrong reading never gives.
const PROPER = /[ăđơư\u1ea0-\u1ef9]/i;

const MAX_ROUNDS = 3;

/** Undoes UTF-8 read as Windows-1252 or Latin-1, once or more often ("Trá»‘ng" → "Trống"); other text is left alone. */
export function repairMojibake(text: string): MojibakeRepair {
  let repaired = text;
  let rounds = 0;
  while (rounds < MAX_ROUNDS && isMojibake(repaired)) {
    repaired = undoOnce(repaired);
    rounds += 1;
  }
  if (rounds === 0) return { kind: 'clean', text };
  // Where some of the text was right all along, "XÃ LAO CHẢI" may be right too.
  return { kind: 'repaired', text: PROPER.test(text) ? repaired : restoreLostBytes(repaired), rounds };
}

/** One certain sequence is enough; Hán characters alone, which any three odd letters can give, must be two. */
function isMojibake(text: string): boolean {
  let han = 0;
  for (const { 0: sequence, index } of text.matchAll(SEQUENCE)) {
    const character = decodeSequence(sequence);
    const couldBeRight =
      ONLY_PUNCTUATION.test(sequence) && !/^\p{L}/u.test(text.slice(index + sequence.length));
    if (character === undefined || couldBeRight) continue;
    if (LATIN.test(character)) return true;
    if (HAN.test(character) && !ONLY_PUNCTUATION.test(sequence)) han += 1;
  }
  return han >= 2;
}

function undoOnce(text: string): string {
  return text.replace(SEQUENCE, (sequence) => decodeSequence(sequence) ?? sequence).replace(/^\ufeff/, '');
}

/** Letters that lost their second byte on the way, where only one Vietnamese letter can have stood. */
function restoreLostBytes(text: string): string {
  return (
    text
      // "à" is C3 A0, and A0, the no-break space, often became a space: a second one then follows, or was merged.
      .replace(/Ã (?= )/g, 'à')
      .replace(/Ã (?=\S|$)/g, 'à ')
      // "Đ" is C4 90, and Windows-1252 has nothing at 90, so some programs dropped it.
      .replace(/Ä(?=\p{L}|$)/gu, 'Đ')
  );
}

function decodeSequence(sequence: string): string | undefined {
  try {
    const bytes = fromByteString(undoWindows1252(sequence));
    const character = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return [LATIN, HAN, CONTROL].some((kind) => kind.test(character)) ? character : undefined;
  } catch {
    return undefined;
  }
}
