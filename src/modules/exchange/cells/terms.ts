import { type CodeList, codeKey } from '#modules/standards/index.ts';
import { type Concept, concept, resolveLabel, type Vocabulary } from '#modules/vocabularies/index.ts';
import { type FoldedLabel, foldedLabels, foldedWords, nearLabels } from './near.ts';

export type TermMatch =
  | { kind: 'code'; code: string }
  /** Codes with their labels. */
  | { kind: 'ambiguous'; candidates: string[] }
  /** `near`: labels that are spelled much alike. `all`: every label, where there are few. */
  | { kind: 'unknown'; near: string[]; all?: string[] };

type Index = ReadonlyMap<string, ReadonlySet<string>>;

const indexes = new WeakMap<CodeList, { exact: Index; folded: Index }>();

/** The code a person means by a code or a label in either language; marks and case count only when they must. */
export function findCode(list: CodeList, text: string): TermMatch {
  if (list.codes.some(({ code }) => code === text)) return { kind: 'code', code: text };
  const { exact, folded } = indexOf(list);
  const words = foldedWords(text);
  const hits = exact.get(text.toLowerCase()) ?? (words === '' ? undefined : folded.get(words));
  const [first, ...others] = hits ?? [];
  if (first === undefined) return unknownCode(list, words);
  return others.length === 0
    ? { kind: 'code', code: first }
    : { kind: 'ambiguous', candidates: [first, ...others].map((code) => `${code} (${labelOf(list, code)})`) };
}

function indexOf(list: CodeList): { exact: Index; folded: Index } {
  const known = indexes.get(list);
  if (known) return known;
  const names = list.codes.flatMap(({ code, label }) =>
    [code, codeKey(code), label.vi, label.en].map((name) => ({ name, code })),
  );
  const index = {
    exact: codesBy(names, (name) => name.toLowerCase()),
    folded: codesBy(names, foldedWords),
  };
  indexes.set(list, index);
  return index;
}

function codesBy(names: readonly { name: string; code: string }[], key: (name: string) => string): Index {
  const grouped = Map.groupBy(names, ({ name }) => key(name));
  return new Map([...grouped].map(([name, found]) => [name, new Set(found.map(({ code }) => code))]));
}

function labelOf(list: CodeList, code: string): string {
  return list.codes.find((candidate) => candidate.code === code)?.label.vi ?? code;
}

/** A list of so many labels can be told as a whole. */
const FEW = 12;

function unknownCode(list: CodeList, words: string): TermMatch {
  const { codes } = list;
  const labels = labelsOf(list, () => codes.map(({ label }) => label));
  const near = nearLabels(labels, words);
  return codes.length > FEW || near.length > 0
    ? { kind: 'unknown', near }
    : { kind: 'unknown', near, all: codes.map(({ label }) => label.vi) };
}

const labelsByList = new WeakMap<object, FoldedLabel[]>();

/** The labels of a list in both languages, folded once. */
function labelsOf(list: object, labels: () => { vi: string; en?: string | undefined }[]): FoldedLabel[] {
  const known = labelsByList.get(list);
  if (known) return known;
  const folded = foldedLabels(labels().flatMap(({ vi, en }) => (en === undefined ? [vi] : [vi, en])));
  labelsByList.set(list, folded);
  return folded;
}

/** The concept a person means by an id, a label of either language, preferred or alternative, or a notation. */
export function findConcept(vocabulary: Vocabulary, text: string): TermMatch {
  if (concept(vocabulary, text)) return { kind: 'code', code: text };
  const found = resolveLabel(vocabulary, text);
  switch (found.kind) {
    case 'none':
      return { kind: 'unknown', near: nearConcepts(vocabulary, foldedWords(text)) };
    case 'ambiguous':
      return { kind: 'ambiguous', candidates: found.concepts.map(named) };
    default:
      return { kind: 'code', code: found.concept.id };
  }
}

function named({ id, prefLabel }: Concept): string {
  return `${id} (${prefLabel.vi})`;
}

function nearConcepts(vocabulary: Vocabulary, words: string): string[] {
  const labels = labelsOf(vocabulary, () => vocabulary.concepts.map(({ prefLabel }) => prefLabel));
  return nearLabels(labels, words);
}
