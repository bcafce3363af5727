/** Longer words are foreign names and codes, whose neighbours nobody means. */
const LONGEST = 12;
const SHORTEST = 2;
const LETTERS = /^[a-z]+$/;

/**
 * A folded word whole and with each letter left out once. Two words within one typing error (a letter too many,
 * missing or wrong, or two neighbours swapped) always share one of these.
 */
export function deletionsOf(word: string): string[] {
  if (word.length < SHORTEST || word.length > LONGEST || !LETTERS.test(word)) return [];
  const shorter = Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
  return [...new Set([word, ...shorter])];
}
