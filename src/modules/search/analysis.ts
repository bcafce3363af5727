import { type SearchForms, searchForms, type Token, tokenize } from '#formats/vietnamese/index.ts';

/** The tiers of a lexeme, as stored: facet values have none, pairs of neighbours exist folded only. */
export const FACET_TIER = 0;
export const TIERS = { exact: 1, base: 2, folded: 3 } as const;
export const PAIR_TIER = 4;
export type TierName = keyof typeof TIERS;
export const TIER_NAMES = ['exact', 'base', 'folded'] as const satisfies readonly TierName[];

/** Nothing that people search for is longer; keeps index entries far below the limit of a page. UTF-16 units. */
const LONGEST_LEXEME = 60;

export interface Word {
  forms: SearchForms;
  isHan: boolean;
  position: number;
}

/** The searchable words of a text: syllables, numbers, Hán-Nôm characters and pairs, runs of other scripts. */
export function wordsOf(text: string): Word[] {
  return tokenize(text).map(wordOf);
}

function wordOf({ text, script, position }: Token): Word {
  const forms = searchForms(text.slice(0, LONGEST_LEXEME).toWellFormed());
  return { forms, isHan: script === 'han', position };
}

/** Neighbouring syllables as one folded lexeme. Hán-Nôm has its own 2-grams. */
export function pairsOf(words: readonly Word[]): string[] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index];
    if (!before || before.isHan || word.isHan || word.position !== before.position + 1) return [];
    return [pairOf(before.forms.folded, word.forms.folded)];
  });
}

export function pairOf(first: string, second: string): string {
  return `${first} ${second}`;
}

/** One lexeme of a record: the tier as a digit, then the form. Strings, so that sets compare by value. */
export type LexemeKey = string;

export function lexemeKey(tier: number, lexeme: string): LexemeKey {
  return `${tier}${lexeme}`;
}

export interface Lexeme {
  tier: number;
  lexeme: string;
  /** The form one tier below. */
  lower: string | null;
}

/** All lexemes of some texts, by key. */
export function lexemesOf(texts: readonly string[]): Map<LexemeKey, Lexeme> {
  const found = new Map<LexemeKey, Lexeme>();
  const add = (lexeme: Lexeme) => found.set(lexemeKey(lexeme.tier, lexeme.lexeme), lexeme);
  for (const text of texts) {
    const words = wordsOf(text);
    for (const { forms } of words) {
      add({ tier: TIERS.exact, lexeme: forms.exact, lower: forms.base });
      add({ tier: TIERS.base, lexeme: forms.base, lower: forms.folded });
      add({ tier: TIERS.folded, lexeme: forms.folded, lower: null });
    }
    for (const pair of pairsOf(words)) add({ tier: PAIR_TIER, lexeme: pair, lower: null });
  }
  return found;
}

/** A name as one string of a tier: punctuation, case and the place of tone marks do not count. */
function wholeForm(words: readonly Word[], tier: TierName): string {
  return words.map((word) => word.forms[tier]).join(' ');
}

/**
 * The token of a whole name: a negative hash of tier and form, because whole names are too many for the lexicon.
 * A collision could only lift a record that matches every word anyway.
 */
export function wholeNameToken(words: readonly Word[], tier: TierName): number {
  return -1 - (hash32(`${TIERS[tier]}${wholeForm(words, tier)}`) >>> 1);
}

/** The tokens of names as wholes, in every tier. */
export function wholeNameTokens(names: readonly string[]): number[] {
  const all = names.map(wordsOf).filter((words) => words.length > 0);
  return [...new Set(all.flatMap((words) => TIER_NAMES.map((tier) => wholeNameToken(words, tier))))];
}

/** FNV-1a over UTF-16 units, then a finaliser that spreads short strings over all 32 bits. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix32(hash);
}

/** The finaliser of MurmurHash3 (public domain): every bit of the input changes half of the output. */
export function mix32(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
