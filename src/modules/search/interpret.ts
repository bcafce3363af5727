import { decodeKeystrokes } from '#formats/vietnamese/index.ts';
import type { Db } from '#platform/db/index.ts';
import { TIERS, wordsOf } from './analysis.ts';
import { type Asked, type Attempt, attempt, attempts } from './attempt.ts';
import { atMost, type Counted, countSome } from './counting.ts';
import { countOnly } from './hit-queries.ts';
import { completions } from './lexicon-queries.ts';
import { parseQueryText } from './query-text.ts';
import { type Correction, corrections } from './spelling.ts';

/** What the words were taken for where that is not what was typed: "Tìm theo: trống đồng". */
export interface Interpretation {
  kind: 'keystrokes' | 'spelling';
  text: string;
}

export interface Interpreted {
  attempt: Attempt;
  counted: Counted;
  interpretation?: Interpretation;
}

/** With fewer results than this the last word is also tried as the beginning of a longer one. */
const FEW = 10;

/**
 * Finds the reading of the words that has results, from the literal one to the most forgiving: as typed; the last word
 * unfinished; Telex or VNI keystrokes; one typing error.
 */
export async function interpret(db: Db, asked: Asked): Promise<Interpreted> {
  const typed = await counted(db, asked, await attempt(db, asked, asked.query.text));
  if (typed.counted.count >= FEW || typed.attempt.text.words.length === 0) return typed;
  const completed = await complete(db, asked, typed);
  if (completed.counted.count > 0 || (await isFilteredAway(db, completed))) return completed;
  return (await asKeystrokes(db, asked, completed)) ?? (await asMisspelt(db, asked, completed)) ?? completed;
}

async function counted(db: Db, { query }: Asked, read: Attempt): Promise<Interpreted> {
  const { cover: clause, scope, lexicon } = read;
  return { attempt: read, counted: await countSome(db, { clause, scope, lexicon, exact: query.exact }) };
}

async function complete(db: Db, asked: Asked, typed: Interpreted): Promise<Interpreted> {
  const words = await completeWords(db, asked, typed.attempt);
  if (words.length === 0) return typed;
  const completed = await counted(db, asked, await attempt(db, asked, typed.attempt.text, words));
  return completed.counted.count > typed.counted.count ? completed : typed;
}

/** Folded words that the last one may grow into; none when it is finished, or an earlier word is a mistake. */
export async function completeWords(
  db: Db,
  { classes }: Asked,
  { text, unknown }: Attempt,
): Promise<string[]> {
  const [last, before] = [text.words.at(-1), text.words.at(-2)];
  if (!last || !text.isOpen || unknown.some((at) => at !== text.words.length - 1)) return [];
  const prefix = last.forms.folded;
  const words = await completions(db, classes, {
    before: before?.forms.folded ?? null,
    prefix,
    limit: MOST_COMPLETIONS,
  });
  return words.every((word) => word === prefix) ? [] : words;
}

/** More completions than this are no longer a hint at what somebody is typing. */
const MOST_COMPLETIONS = 100;

/** Words that are found without the filters are no mistakes. */
async function isFilteredAway(db: Db, { attempt: read }: Interpreted): Promise<boolean> {
  const { filters, scope, wordsOnly, lexicon } = read;
  const isFiltered =
    filters.size > 0 ||
    scope.undated ||
    scope.bbox !== null ||
    scope.days.earliest !== null ||
    scope.days.latest !== null;
  if (!isFiltered || atMost(wordsOnly, lexicon) === 0) return false;
  const open = { ...scope, undated: false, bbox: null, days: { earliest: null, latest: null } };
  return (await countOnly(db, { clause: wordsOnly, scope: open, share: 'all' })) > 0;
}

/**
 * A token that is a word as it stands is left alone ("moong", "coong" are names), unless that finds nothing while others
 * are certainly keystrokes.
 */
async function asKeystrokes(
  db: Db,
  asked: Asked,
  { attempt: read }: Interpreted,
): Promise<Interpreted | undefined> {
  if (read.unknown.length === 0) return undefined;
  const isKnownWord = (token: string) =>
    wordsOf(token).every(({ forms }) => read.lexicon.isKnown(TIERS.folded, forms.folded));
  const careful = decodeKeystrokes(asked.query.q, { isKnownWord });
  if (!careful.changed) return undefined;
  const bold = decodeKeystrokes(asked.query.q, { isKnownWord: () => false });
  for (const text of new Set([careful.text, bold.text])) {
    const decoded = await counted(db, asked, await attempt(db, asked, parseQueryText(text)));
    const found = decoded.counted.count > 0 ? decoded : await complete(db, asked, decoded);
    if (found.counted.count > 0) return { ...found, interpretation: { kind: 'keystrokes', text } };
  }
  return undefined;
}

async function asMisspelt(
  db: Db,
  asked: Asked,
  { attempt: read }: Interpreted,
): Promise<Interpreted | undefined> {
  const { words, pairs } = read.text;
  if (pairs.length > 0) return undefined;
  const guesses = await corrections(db, asked.classes, { words, unknown: read.unknown });
  if (guesses.length === 0) return undefined;
  const texts = guesses.map((guess) => corrected(asked, guess));
  const readings = await attempts(db, asked, texts.map(parseQueryText));
  for (const [at, reading] of readings.entries()) {
    const text = texts[at];
    const guess = await counted(db, asked, reading);
    if (guess.counted.count > 0 && text !== undefined)
      return { ...guess, interpretation: { kind: 'spelling', text } };
  }
  return undefined;
}

/** The words as typed, the changed one replaced; a split word leaves two in its place. */
function corrected({ query }: Asked, { words, at }: Correction): string {
  const typed = query.text.words.map((word) => word.forms.exact);
  const added = words.length - typed.length + 1;
  return typed.toSpliced(at, 1, ...words.slice(at, at + added)).join(' ');
}
