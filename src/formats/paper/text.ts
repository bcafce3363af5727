import { toNfcLatin } from '#formats/vietnamese/index.ts';

// Neither XML 1.0 (§2.2) nor a printed page knows them; a lone surrogate is no character at all.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** A text as it may stand on paper: Latin letters in NFC, line feeds kept, other control characters gone. */
export function printable(text: string): string {
  const lines = toNfcLatin(text)
    .replace(/\t/g, ' ')
    .split(/\r\n|\r|\n|\u2028|\u2029/);
  return lines.map((line) => line.replace(UNPRINTABLE, '')).join('\n');
}
