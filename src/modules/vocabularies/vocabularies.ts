import {
  compileStructure,
  type FileIssue,
  type Issue,
  inFile,
  issueAt,
  readDataFolder,
} from '#modules/standards/index.ts';
import { type Concept, type Lang, type Vocabulary, VocabularySchema } from './schema.ts';

/** All vocabularies of one directory. Fits the `ConceptSource` that record standards take their terms from. */
export interface Vocabularies {
  all(): readonly Vocabulary[];
  vocabulary(id: string): Vocabulary | undefined;
  hasVocabulary(id: string): boolean;
  label(vocabulary: string, id: string, lang: Lang): string | undefined;
  conceptIds(vocabulary: string): readonly string[];
}

export type LoadedVocabularies =
  | { kind: 'loaded'; vocabularies: Vocabularies }
  | { kind: 'refused'; issues: FileIssue[] };

const checkVocabulary = compileStructure(VocabularySchema);

/** Reads `vocabularies/<id>.json` under `dir`, the directory of the standards; one broken file refuses the load. */
export async function loadVocabularies(dir: string): Promise<LoadedVocabularies> {
  const issues: FileIssue[] = [];
  const files = await readDataFolder<Vocabulary>({
    dir,
    folder: 'vocabularies',
    check: checkVocabulary,
    issues,
  });
  issues.push(
    ...files.flatMap(({ file, data }) => inFile(file, [...pathIssues(file, data), ...conceptIssues(data)])),
  );
  if (issues.length > 0) return { kind: 'refused', issues };
  return { kind: 'loaded', vocabularies: createVocabularies(files.map(({ data }) => data)) };
}

export function createVocabularies(list: readonly Vocabulary[]): Vocabularies {
  const byId = new Map(list.map((vocabulary) => [vocabulary.id, vocabulary]));
  const idsOf = new Map(list.map((vocabulary) => [vocabulary.id, vocabulary.concepts.map((c) => c.id)]));
  return {
    all: () => list,
    vocabulary: (id) => byId.get(id),
    hasVocabulary: (id) => byId.has(id),
    label: (vocabulary, id, lang) => {
      const known = byId.get(vocabulary);
      return known && concept(known, id)?.prefLabel[lang];
    },
    conceptIds: (vocabulary) => idsOf.get(vocabulary) ?? [],
  };
}

interface Index {
  byId: ReadonlyMap<string, Concept>;
  narrower: ReadonlyMap<string, readonly Concept[]>;
}

const indexes = new WeakMap<Vocabulary, Index>();

function indexOf(vocabulary: Vocabulary): Index {
  const known = indexes.get(vocabulary);
  if (known) return known;
  const narrower = new Map<string, Concept[]>();
  for (const concept of vocabulary.concepts) {
    for (const parent of concept.broader ?? []) {
      narrower.set(parent, [...(narrower.get(parent) ?? []), concept]);
    }
  }
  const index = { byId: new Map(vocabulary.concepts.map((c) => [c.id, c])), narrower };
  indexes.set(vocabulary, index);
  return index;
}

export function concept(vocabulary: Vocabulary, id: string): Concept | undefined {
  return indexOf(vocabulary).byId.get(id);
}

export function narrower(vocabulary: Vocabulary, id: string): readonly Concept[] {
  return indexOf(vocabulary).narrower.get(id) ?? [];
}

/** Concepts without a broader one, in the order of the vocabulary. */
export function topConcepts(vocabulary: Vocabulary): Concept[] {
  return vocabulary.concepts.filter((candidate) => (candidate.broader ?? []).length === 0);
}

/** From the top concept down to the concept itself, along the first broader concept of each. */
export function broaderPath(vocabulary: Vocabulary, id: string): Concept[] {
  const path: Concept[] = [];
  let current = concept(vocabulary, id);
  while (current && !path.includes(current)) {
    path.unshift(current);
    const parent = current.broader?.[0];
    current = parent === undefined ? undefined : concept(vocabulary, parent);
  }
  return path;
}

/** The ids a search for a concept covers: itself first, then everything below it, each once. */
export function descendants(vocabulary: Vocabulary, id: string): string[] {
  if (!concept(vocabulary, id)) return [];
  const found = new Set([id]);
  for (const next of found) {
    for (const child of narrower(vocabulary, next)) found.add(child.id);
  }
  return [...found];
}

function pathIssues(file: string, { id }: Vocabulary): Issue[] {
  return file === `vocabularies/${id}.json` ? [] : [issueAt('/id', 'wrong-place', { text: file })];
}

function conceptIssues(vocabulary: Vocabulary): Issue[] {
  const known = new Set<string>();
  const repeated = vocabulary.concepts.flatMap(({ id }, i) => {
    const isNew = !known.has(id);
    known.add(id);
    return isNew ? [] : [issueAt(`/concepts/${i}/id`, 'duplicate-definition', { text: id })];
  });
  const links = vocabulary.concepts.flatMap(({ id, broader = [], related = [] }, i) =>
    [...linkIssues(broader, 'broader'), ...linkIssues(related, 'related')].map((issue) => ({
      ...issue,
      pointer: `/concepts/${i}/${issue.pointer}`,
      ...(id === '' ? {} : { statement: id }),
    })),
  );
  function linkIssues(ids: readonly string[], property: string): Issue[] {
    return ids.flatMap((target, t) =>
      known.has(target) ? [] : [issueAt(`${property}/${t}`, 'broken-reference', { text: target })],
    );
  }
  return [...repeated, ...links, ...cycleIssues(vocabulary)];
}

/** skos:broaderTransitive must be free of cycles, or paths and search expansion would lose their meaning. */
function cycleIssues(vocabulary: Vocabulary): Issue[] {
  return vocabulary.concepts.flatMap(({ id, broader = [] }, i) => {
    const below = new Set(descendants(vocabulary, id));
    return broader.some((parent) => below.has(parent))
      ? [issueAt(`/concepts/${i}/broader`, 'broken-declaration', { text: CYCLE })]
      : [];
  });
}

const CYCLE = {
  vi: 'Khái niệm rộng hơn lại nằm dưới chính khái niệm này. Hãy sửa quan hệ thứ bậc.',
  en: 'A broader concept lies below this concept itself. Correct the hierarchy.',
};
