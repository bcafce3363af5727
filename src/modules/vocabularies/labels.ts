import { foldFully, normalizeIY } from '#formats/vietnamese/index.ts';
import type { Concept, Vocabulary } from './schema.ts';

/** `exact` differs in nothing but case; `folded` ignores tone marks, letter marks and spelling of i and y. */
export type Resolution =
  | { kind: 'exact' | 'folded'; concept: Concept }
  | { kind: 'ambiguous'; concepts: Concept[] }
  | { kind: 'none' };

type Labels = ReadonlyMap<string, readonly Concept[]>;

interface LabelIndex {
  exact: Labels;
  folded: Labels;
}

const indexes = new WeakMap<Vocabulary, LabelIndex>();

/** The concept a person means by a label, in either language, preferred or alternative, or by its id or notation. */
export function resolveLabel(vocabulary: Vocabulary, text: string): Resolution {
  const { exact, folded } = indexOf(vocabulary);
  const hits = exact.get(exactKey(text));
  if (hits) return resolution(hits, 'exact');
  return resolution(folded.get(foldedKey(text)) ?? [], 'folded');
}

function resolution(concepts: readonly Concept[], kind: 'exact' | 'folded'): Resolution {
  const [first, ...others] = new Set(concepts);
  if (!first) return { kind: 'none' };
  return others.length === 0 ? { kind, concept: first } : { kind: 'ambiguous', concepts: [first, ...others] };
}

function indexOf(vocabulary: Vocabulary): LabelIndex {
  const known = indexes.get(vocabulary);
  if (known) return known;
  const index = {
    exact: labelsBy(vocabulary, exactKey),
    folded: labelsBy(vocabulary, foldedKey),
  };
  indexes.set(vocabulary, index);
  return index;
}

function labelsBy(vocabulary: Vocabulary, key: (text: string) => string): Labels {
  const pairs = vocabulary.concepts.flatMap((concept) =>
    labelsOf(concept).map((label) => [key(label), concept] as const),
  );
  const grouped = Map.groupBy(pairs, ([label]) => label);
  return new Map([...grouped].map(([label, found]) => [label, found.map(([, concept]) => concept)]));
}

function labelsOf({ id, prefLabel, altLabel, notation, han }: Concept): string[] {
  const labels = [id, prefLabel.vi, prefLabel.en, ...(altLabel?.vi ?? []), ...(altLabel?.en ?? [])];
  return [...labels, ...(notation === undefined ? [] : [notation]), ...(han === undefined ? [] : [han])];
}

function exactKey(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');
}

function foldedKey(text: string): string {
  return foldFully(normalizeIY(exactKey(text)));
}
