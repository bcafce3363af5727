import { pairsOf, type Word, wordsOf } from './analysis.ts';

/** What somebody typed into the search box, taken apart. */
export interface QueryText {
  /** Every distinct word looked for, those of phrases included, in order. */
  words: Word[];
  /** Folded pairs of neighbours that must stand side by side. */
  pairs: string[];
  excluded: Word[];
  /** The whole text as one name: decides whether a record is called exactly so. Empty with phrases, excluded words. */
  name: Word[];
  /** True while the last word may still be growing: no blank, quotation mark or stop after it. */
  isOpen: boolean;
}

export interface WrittenFilter {
  key: string;
  value: string;
}

const PHRASE = /["“”„«»]([^"“”„«»]*)["“”„«»]/gu;
const EXCLUDED = /(?<=^|\s)[-−–]([\p{L}\p{N}][^\s]*)/gu;
const FILTER = /(?<=^|\s)([a-zA-Z]+):([^\s"]+)/gu;

/** Takes out what is written as `field:value` with a known field; any other colon is text. */
export function takeFilters(
  text: string,
  keys: readonly string[],
): { text: string; filters: WrittenFilter[] } {
  const filters: WrittenFilter[] = [];
  const rest = text.replace(FILTER, (written, key: string, value: string) => {
    if (!keys.includes(key)) return written;
    filters.push({ key, value: value.toLowerCase() });
    return ' ';
  });
  return { text: rest, filters };
}

/** Quoted text is a phrase, a word after a minus sign is excluded, everything else is looked for word by word. */
export function parseQueryText(text: string): QueryText {
  const phrases: Word[][] = [];
  const withoutPhrases = text.replace(PHRASE, (_quoted, phrase: string) => {
    phrases.push(wordsOf(phrase));
    return ' ';
  });
  const excluded: Word[] = [];
  const plain = withoutPhrases.replace(EXCLUDED, (_written, word: string) => {
    excluded.push(...searched(wordsOf(word)));
    return ' ';
  });
  const words = wordsOf(plain);
  return {
    words: distinct([...phrases.flat(), ...words].filter(isSearched([...phrases.flat(), ...words]))),
    pairs: [...new Set(phrases.flatMap(pairsOf))],
    excluded,
    name: phrases.length + excluded.length === 0 ? words : [],
    isOpen: /[\p{L}\p{M}\p{N}]$/u.test(plain) && text.endsWith(plain.slice(-1)),
  };
}

const searched = (words: readonly Word[]): Word[] => words.filter(isSearched(words));

/** A Hán-Nôm character inside a longer run is covered by its 2-grams, which say more. */
function isSearched(all: readonly Word[]): (word: Word) => boolean {
  const covered = new Set(
    all
      .filter((word) => word.isHan && [...word.forms.exact].length === 2)
      .flatMap((word) => [...word.forms.exact]),
  );
  return (word) => !word.isHan || !covered.has(word.forms.exact);
}

function distinct(words: readonly Word[]): Word[] {
  return [...new Map(words.map((word) => [word.forms.exact, word])).values()];
}
