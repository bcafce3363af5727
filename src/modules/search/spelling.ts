import { withinOneEdit } from '#formats/vietnamese/index.ts';
import type { Db } from '#platform/db/index.ts';
import { pairOf, type Word } from './analysis.ts';
import { deletionsOf } from './deletions.ts';
import { lookUpDeletions, pairFrequencies } from './lexicon-queries.ts';

/** Folded words of a query after one typing error was taken back; `at` is the word that was changed. */
export interface Correction {
  words: string[];
  at: number;
}

interface Guess extends Correction {
  /** How often the word that was put in is found; 0 for split words, which count as a pair. */
  wordFrequency: number;
}

interface Candidate extends Guess {
  /** Neighbouring pairs that somebody wrote, of all pairs that the change makes. */
  fitting: number;
  frequency: number;
}

/** Trying more guesses would cost more than it finds. */
const MOST_CORRECTIONS = 8;
const SHORTEST_JOINED = 4;

/**
 * Queries that one typing error away stand in the index, best first. Words are compared within the lexicon, pairs of
 * neighbours decide between them: "trong dang ngoc lu" has no word that is unknown, but only "trong dong" is a pair.
 */
export async function corrections(
  db: Db,
  classes: readonly number[],
  { words, unknown }: { words: readonly Word[]; unknown: readonly number[] },
): Promise<Correction[]> {
  if (unknown.length > 1 || words.length === 0) return [];
  const folded = words.map((word) => word.forms.folded);
  const positions = unknown.length === 1 ? unknown : folded.keys().toArray();
  const candidates = [
    ...(await replacements(db, classes, { folded, positions })),
    ...positions.flatMap((at) => splits(folded, at)),
  ];
  const pairs = await pairFrequencies(db, classes, [...new Set(candidates.flatMap(changedPairs))]);
  return candidates
    .map((candidate) => rate(candidate, pairs))
    .filter(({ words: guess, fitting }) => fitting > 0 || guess.length === 1)
    .toSorted(
      (a, b) => b.fitting - a.fitting || b.frequency - a.frequency || b.wordFrequency - a.wordFrequency,
    )
    .slice(0, MOST_CORRECTIONS);
}

interface Searched {
  folded: readonly string[];
  positions: readonly number[];
}

async function replacements(
  db: Db,
  classes: readonly number[],
  { folded, positions }: Searched,
): Promise<Guess[]> {
  const typed = positions.map((at) => folded[at] ?? '');
  const near = await lookUpDeletions(db, classes, [...new Set(typed.flatMap(deletionsOf))]);
  return positions.flatMap((at) => {
    const word = folded[at] ?? '';
    return [...near]
      .filter(([lexeme]) => lexeme !== word && withinOneEdit(word, lexeme))
      .map(([lexeme, wordFrequency]) => ({ words: folded.with(at, lexeme), at, wordFrequency }));
  });
}

/** A blank that was left out: "ngoclu" for "ngoc lu". */
function splits(folded: readonly string[], at: number): Guess[] {
  const word = folded[at] ?? '';
  if (word.length < SHORTEST_JOINED || deletionsOf(word).length === 0) return [];
  return Array.from({ length: word.length - 1 }, (_, index) => ({
    words: folded.toSpliced(at, 1, word.slice(0, index + 1), word.slice(index + 1)),
    at,
    wordFrequency: 0,
  }));
}

/** The pairs of neighbours around the changed place. A split word brings one of its own. */
function changedPairs({ words, at }: Correction): string[] {
  return [at - 1, at, at + 1].flatMap((from) => {
    const [first, second] = [words[from], words[from + 1]];
    return first === undefined || second === undefined ? [] : [pairOf(first, second)];
  });
}

function rate(correction: Guess, pairs: ReadonlyMap<string, number>): Candidate {
  const around = changedPairs(correction).map((pair) => pairs.get(pair) ?? 0);
  const found = around.filter((frequency) => frequency > 0);
  return { ...correction, fitting: found.length, frequency: found.reduce((sum, n) => sum + n, 0) };
}
