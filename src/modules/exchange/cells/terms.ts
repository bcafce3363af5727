import { foldFully, withinOneEdit } from '#formats/vietnamese/index.ts';
import { type CodeList, codeKey } from '#modules/standards/index.ts';
import { type Concept, concept, resolveLabel, type Vocabulary } from '#modules/vocabularies/index.ts';

export type TermMatch =
  | { kind: 'code'; code: string }
  /** Codes with their labels. */
  | { kind: 'ambiguous'; candidates: string[] }
  /** `near`: labels that are spelled much alike. */
  | { kind: 'unknown'; near: string[] };

type Index = ReadonlyMap<string, ReadonlySet<string>>;

const indexes = new WeakMap<CodeList, { exact: Index; folded: Index }>();

/** The code a person means by a code or a label in either language; marks and case count only when they must. */
export function findCode(list: CodeList, text: string): TermMatch {
  if (list.codes.some(({ code }) => code === text)) return { kind: 'code', code: text };
  const { exact, folded } = indexOf(list);
  const hits = exact.get(text.toLowerCase()) ?? folded.get(foldFully(text));
  const [first, ...others] = hits ?? [];
  if (first === undefined) return { kind: 'unknown', near: nearLabels(list, foldFully(text)) };
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
    folded: codesBy(names, foldFully),
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

const MOST_SUGGESTIONS = 3;
// Shorter words lie within one edit of too many others.
const LEAST_LETTERS = 4;

function nearLabels({ codes }: CodeList, folded: string): string[] {
  if (folded.length < LEAST_LETTERS) return [];
  return codes
    .flatMap(({ label }) => [label.vi, label.en])
    .filter((label) => isNear(foldFully(label), folded))
    .slice(0, MOST_SUGGESTIONS);
}

/** "Chiều cao" for "Cao"; of two letters, every other word has one inside it. */
function isNear(label: string, text: string): boolean {
  return label.includes(text) || (label.length > 2 && text.includes(label)) || withinOneEdit(label, text);
}

/** The concept a person means by an id, a label of either language, preferred or alternative, or a notation. */
export function findConcept(vocabulary: Vocabulary, text: string): TermMatch {
  if (concept(vocabulary, text)) return { kind: 'code', code: text };
  const found = resolveLabel(vocabulary, text);
  switch (found.kind) {
    case 'none':
      return { kind: 'unknown', near: nearConcepts(vocabulary, foldFully(text)) };
    case 'ambiguous':
      return { kind: 'ambiguous', candidates: found.concepts.map(named) };
    default:
      return { kind: 'code', code: found.concept.id };
  }
}

function named({ id, prefLabel }: Concept): string {
  return `${id} (${prefLabel.vi})`;
}

function nearConcepts({ concepts }: Vocabulary, folded: string): string[] {
  if (folded.length < LEAST_LETTERS) return [];
  return concepts
    .flatMap(({ prefLabel }) => [prefLabel.vi, prefLabel.en])
    .filter((label) => isNear(foldFully(label), folded))
    .slice(0, MOST_SUGGESTIONS);
}
