import {
  type Catalogue,
  type RecordStandard,
  type TemplateColumn,
  templateColumns,
} from '#modules/standards/index.ts';
import type { Vocabularies } from '#modules/vocabularies/index.ts';
import { splitItems } from '../cells/items.ts';
import { absenceOf } from '../cells/statement-cells.ts';
import { findCode, findConcept, type TermMatch } from '../cells/terms.ts';
import type { Mapping } from '../sheet/mapping.ts';
import type { UnmatchedTerm } from './job.ts';

interface Knowledge {
  catalogue: Pick<Catalogue, 'codeListByReference'>;
  vocabularies: Pick<Vocabularies, 'vocabulary'>;
}

/** Finds the term that a text means in the list of a column; undefined for a column without one. */
export function termFinder(
  { codeList, vocabulary }: Pick<TemplateColumn, 'codeList' | 'vocabulary'>,
  { catalogue, vocabularies }: Knowledge,
): ((text: string) => TermMatch) | undefined {
  const list = codeList === undefined ? undefined : catalogue.codeListByReference(codeList);
  if (list) return (text) => findCode(list, text);
  const terms = vocabulary === undefined ? undefined : vocabularies.vocabulary(vocabulary);
  return terms && ((text) => findConcept(terms, text));
}

/** Words counted in a column; a column of more is no column of terms. */
const MOST_WORDS = 2_000;
/** Shown to be decided; the next dry run shows the following ones. */
const MOST_UNMATCHED = 200;

export interface TermCount {
  /** Takes the cells of a row, in the order of the header. */
  count(cells: readonly string[]): void;
  /** The words no list knows, the most frequent first. */
  unmatched(): UnmatchedTerm[];
}

/** Counts the words in the columns of terms, as far as the mapping does not say yet what they mean. */
export function countTerms(
  header: readonly string[],
  standard: RecordStandard,
  { mapping, ...knowledge }: Knowledge & { mapping: Mapping },
): TermCount {
  const columns = templateColumns(standard);
  const counted = header.flatMap((name, index) => {
    const key = mapping.columns?.[name];
    const column = columns.find((candidate) => candidate.key === key);
    const find = column && termFinder(column, knowledge);
    if (column === undefined || find === undefined) return [];
    const known = mapping.values?.[column.key] ?? {};
    return [{ index, column, find, known, words: new Map<string, number>() }];
  });
  return {
    count: (cells) => {
      for (const { index, column, words, known } of counted) {
        for (const word of wordsOf(cells[index] ?? '', column)) {
          if (Object.hasOwn(known, word) || (words.size >= MOST_WORDS && !words.has(word))) continue;
          words.set(word, (words.get(word) ?? 0) + 1);
        }
      }
    },
    unmatched: () =>
      counted
        .flatMap(({ column, find, words }) =>
          [...words].flatMap(([text, rows]) => unmatchedTerm({ key: column.key, text, rows }, find(text))),
        )
        .sort((a, b) => b.rows - a.rows)
        .slice(0, MOST_UNMATCHED),
  };
}

function wordsOf(cell: string, { multiple }: TemplateColumn): Set<string> {
  const words = multiple ? splitItems(cell) : [cell.trim()];
  return new Set(words.filter((word) => word !== '' && absenceOf(word) === undefined));
}

function unmatchedTerm(word: Omit<UnmatchedTerm, 'near'>, match: TermMatch): UnmatchedTerm[] {
  if (match.kind === 'code') return [];
  return [{ ...word, near: match.kind === 'unknown' ? match.near : match.candidates }];
}
