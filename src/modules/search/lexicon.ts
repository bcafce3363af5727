import { FACET_TIER, lexemeKey } from './analysis.ts';
import { lexiconKey } from './projected.ts';
import type { LexemeClass } from './tables.ts';

/** A row of the lexicon of a class that the reader may see. */
export interface LexiconEntry {
  id: number;
  class: LexemeClass;
  tier: number;
  lexeme: string;
  lower: string | null;
  df: number;
}

/** What the lexicons of a reader's classes know of some lexemes; the same lexeme has one id per class. */
export interface Lexicon {
  ids(lexemeClass: LexemeClass, tier: number, lexeme: string): number[];
  facetIds(facet: string, value: string): number[];
  /** Whether any record that the reader may see has it, in a name or in the text. */
  isKnown(tier: number, lexeme: string): boolean;
  /** An upper bound of the rows that hold at least one of the ids. */
  frequency(ids: readonly number[]): number;
  /** Takes the frequencies of more entries into account. */
  learn(entries: readonly LexiconEntry[]): void;
}

export function createLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const byKey = Map.groupBy(entries, (entry) => lexiconKey(entry.class, lexemeKey(entry.tier, entry.lexeme)));
  const frequencies = new Map(entries.map(({ id, df }) => [id, df]));
  const ids = (lexemeClass: LexemeClass, tier: number, lexeme: string) =>
    (byKey.get(lexiconKey(lexemeClass, lexemeKey(tier, lexeme))) ?? []).map(({ id }) => id);
  const frequency = (list: readonly number[]) =>
    list.reduce((sum, id) => sum + (frequencies.get(id) ?? 0), 0);
  return {
    ids,
    facetIds: (facet, value) => ids('facet', FACET_TIER, `${facet}=${value}`),
    isKnown: (tier, lexeme) => frequency([...ids('name', tier, lexeme), ...ids('text', tier, lexeme)]) > 0,
    frequency,
    learn: (more) => {
      for (const { id, df } of more) frequencies.set(id, df);
    },
  };
}
