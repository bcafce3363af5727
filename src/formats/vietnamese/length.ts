const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const ELLIPSIS = '…';

/** Characters as Unicode counts them: 𡨸 is one, "ề" in NFD three. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** The first `count` graphemes, or undefined when there are no more than that. */
function firstGraphemes(text: string, count: number): { kept: string; shorter: string } | undefined {
  let shorter = '';
  let seen = 0;
  for (const { index } of segmenter.segment(text)) {
    if (seen === count - 1) shorter = text.slice(0, index);
    if (seen === count) return { kept: text.slice(0, index), shorter };
    seen += 1;
  }
  return undefined;
}

/** Back to the last blank, unless that would give away more than half of the text. */
function atWord(text: string, wasInside: boolean): string {
  const blank = text.search(/\s\S*$/);
  return wasInside && blank > text.length / 2 ? text.slice(0, blank) : text;
}

/**
 * At most `max` graphemes (what a reader takes for one character), the ellipsis included; cut behind a word where that
 * is possible. `max` ≥ 1.
 */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = firstGraphemes(text, max);
  if (cut === undefined) return text;
  const next = text.slice(cut.shorter.length);
  return atWord(cut.shorter, /^\S/.test(next)).trimEnd() + ELLIPSIS;
}
