import type { LocalizedText } from '#platform/i18n/index.ts';
import type { CellField } from './knowledge.ts';
import { type Read, readAs, refusedCell } from './problem.ts';
import { findCode, findConcept, type TermMatch } from './terms.ts';

/** A term by its code or label. */
export function readTerm(text: string, at: CellField): Read<string> {
  const { codeList, vocabulary } = at.field;
  if (codeList !== undefined) return listedCode(codeList, text, at);
  const terms = vocabulary === undefined ? undefined : at.knowledge.vocabularies.vocabulary(vocabulary);
  return terms ? termOf(findConcept(terms, text), { text, list: terms.label }) : readAs(text);
}

export function listedCode(
  reference: string | undefined,
  text: string,
  { knowledge }: CellField,
): Read<string> {
  const list = reference === undefined ? undefined : knowledge.catalogue.codeListByReference(reference);
  return list ? termOf(findCode(list, text), { text, list: list.label }) : readAs(text);
}

/** For lists that all standards share. */
export function sharedCode(scheme: string, text: string, { knowledge }: CellField): Read<string> {
  const list = knowledge.catalogue.codeList(scheme);
  return list ? termOf(findCode(list, text), { text, list: list.label }) : readAs(text);
}

/** Schemes of identifiers are open: the number of a foreign scheme is still worth keeping. */
export function schemeCode(text: string, at: CellField): Read<string> {
  const read = sharedCode('identifier-scheme', text, at);
  return read.kind === 'problem' && read.problem.code !== 'ambiguous-term' ? readAs(text) : read;
}

function termOf(match: TermMatch, { text, list }: { text: string; list: LocalizedText }): Read<string> {
  switch (match.kind) {
    case 'code':
      return readAs(match.code);
    case 'ambiguous':
      return refusedCell('ambiguous-term', { given: text, list, candidates: match.candidates.join('; ') });
    case 'unknown':
      return unknownTerm(match, { given: text, list });
  }
}

function unknownTerm(
  { near, all = [] }: Extract<TermMatch, { kind: 'unknown' }>,
  words: { given: string; list: LocalizedText },
): Read<string> {
  if (near.length > 0) return refusedCell('similar-term', { ...words, candidates: near.join('; ') });
  return all.length > 0
    ? refusedCell('unlisted-term', { ...words, candidates: all.join('; ') })
    : refusedCell('unknown-term', words);
}
