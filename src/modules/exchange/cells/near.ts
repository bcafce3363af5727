import { foldFully } from '#formats/vietnamese/index.ts';

/** A label or what stands for it, without marks, case and punctuation: "Kiến trúc - nghệ thuật" is "kien truc nghe thuat". */
export function foldedWords(text: string): string {
  return foldFully(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const MOST_SUGGESTIONS = 3;
// Shorter words lie within one edit of too many others.
const LEAST_LETTERS = 4;
// One typing error for every so many letters, and never more than three.
const [LETTERS_PER_ERROR, MOST_ERRORS] = [6, 3];
/** Longer texts are sentences, and mean no label. */
const LONGEST = 120;

export interface FoldedLabel {
  label: string;
  folded: string;
}

/** Labels as they are compared, each once. */
export function foldedLabels(labels: readonly string[]): FoldedLabel[] {
  return [...new Set(labels)].map((label) => ({ label, folded: foldedWords(label) }));
}

/** Of the labels those that a text may have been meant for, the nearest first. `text` is folded. */
export function nearLabels(labels: readonly FoldedLabel[], text: string): string[] {
  if (text.length < LEAST_LETTERS || text.length > LONGEST) return [];
  return labels
    .map(({ label, folded }) => ({ label, errors: errorsBetween(folded, text) }))
    .filter(({ errors }) => errors <= MOST_ERRORS)
    .sort((a, b) => a.errors - b.errors)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ label }) => label);
}

/** "Chiều cao" for "Cao" is as near as one error; of two letters, every other word has one inside it. */
function errorsBetween(label: string, text: string): number {
  const allowed = Math.min(MOST_ERRORS, 1 + Math.floor(text.length / LETTERS_PER_ERROR));
  const errors = editDistance(label, text, allowed);
  if (errors <= allowed) return errors;
  return label.includes(text) || (label.length > 2 && text.includes(label)) ? 1 : Number.POSITIVE_INFINITY;
}

/** Letters to add, leave out or replace (Levenshtein 1966), as far as `limit`; beyond it infinite. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return Number.POSITIVE_INFINITY;
    row = next;
  }
  const distance = row[b.length] ?? 0;
  return distance <= limit ? distance : Number.POSITIVE_INFINITY;
}
