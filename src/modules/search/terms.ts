import { type Catalogue, codeKey, type LocalizedLabel } from '#modules/standards/index.ts';
import { broaderPath, concept, periodRange, type Vocabularies } from '#modules/vocabularies/index.ts';

/** Where codes get their words from. */
export interface Terminology {
  catalogue: Catalogue;
  vocabularies: Vocabularies;
}

/** A value that results are counted and filtered by: a lower-case-hyphen code with its labels. */
export interface FacetValue {
  value: string;
  label: LocalizedLabel;
  /** Other names by which people mean it. */
  names?: readonly string[];
}

/** A code of a list, below the codes that are broader than it. */
export function codeWithBroader(terms: Terminology, scheme: string, code: string): FacetValue[] {
  const found = terms.catalogue.code(scheme, code);
  if (!found) return [];
  const above = found.broader === undefined ? [] : codeWithBroader(terms, scheme, found.broader);
  return [...above, { value: codeKey(code), label: found.label }];
}

/** A concept of a vocabulary, below its broader concepts; a code of no vocabulary stands for itself. */
export function conceptWithBroader(
  { vocabularies }: Terminology,
  vocabularyId: string,
  id: string,
): FacetValue[] {
  const vocabulary = vocabularies.vocabulary(vocabularyId);
  if (!vocabulary) return [];
  return broaderPath(vocabulary, id).map(({ id: value, prefLabel, altLabel }) => ({
    value,
    label: prefLabel,
    names: [...(altLabel?.vi ?? []), ...(altLabel?.en ?? [])],
  }));
}

/** Every word by which a term may be looked for: both languages, alternative and Hán names. */
export function termTexts(terms: Terminology, vocabularyId: string, id: string): string[] {
  const vocabulary = terms.vocabularies.vocabulary(vocabularyId);
  const found = vocabulary && concept(vocabulary, id);
  if (!found) return [];
  const { prefLabel, altLabel, han } = found;
  return [
    prefLabel.vi,
    prefLabel.en,
    ...(altLabel?.vi ?? []),
    ...(altLabel?.en ?? []),
    ...(han ? [han] : []),
  ];
}

/** Years of a period, for records that give no other date. */
export function yearsOfPeriod({ vocabularies }: Terminology, id: string) {
  const vocabulary = vocabularies.vocabulary('periods');
  return vocabulary && periodRange(vocabulary, id);
}
