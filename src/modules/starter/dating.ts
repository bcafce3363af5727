import { dayFromCivil, type Period } from '#formats/dates/index.ts';
import { describeDerivation, type EraRow, resolveDateText } from '#formats/era/index.ts';
import {
  type Concept,
  periodRange,
  resolveLabel,
  type Vocabularies,
  type Vocabulary,
} from '#modules/vocabularies/index.ts';
import { add, type Fields } from './statements.ts';

export interface Dating {
  periods: Vocabulary;
  eras: readonly EraRow[];
  /** The periods of the vocabulary in the form in which dates are read. */
  spans: readonly Period[];
}

export function datingOf(vocabularies: Vocabularies, eras: readonly EraRow[]): Dating {
  const periods = vocabularies.vocabulary('periods');
  if (!periods) throw new Error('The vocabulary of periods is not there');
  const bearers = Map.groupBy(periods.concepts.flatMap(namesOf), (name) => name);
  // "Lý - Trần" is a label of both: as a range of two names it says more than as a name of either.
  const isOwn = (name: string) => bearers.get(name)?.length === 1 && !STATES_A_DATE.test(name);
  const spans = periods.concepts.flatMap((concept): Period[] => {
    const range = periodRange(periods, concept.id);
    const names = namesOf(concept).filter(isOwn);
    if (range?.from == null || range.to == null || names.length === 0) return [];
    return [{ names, from: range.from, to: range.to }];
  });
  return { periods, eras, spans };
}

const namesOf = ({ prefLabel, altLabel }: Concept): string[] => [
  ...new Set([prefLabel.vi, ...(altLabel?.vi ?? [])]),
];

// The vocabulary also lists labels that are dates themselves; the reader of dates reads those more exactly.
const STATES_A_DATE = /\d|thế kỷ/iu;

/** The period label of a row as terms and, where it can be read, as a dated statement with its derivation. */
export function addDating(
  fields: Fields,
  { text, source, dating }: { text: string; source: string; dating: Dating },
): void {
  if (text === '') return;
  for (const id of periodsOf(text, dating.periods))
    add(fields, 'period', { tag: id, value: id, source: [source] });
  add(fields, 'date', { value: dateOf(text, dating), source: [source] });
}

function periodsOf(text: string, periods: Vocabulary): string[] {
  const found = resolveLabel(periods, text);
  if (found.kind === 'ambiguous') return found.concepts.map((concept) => concept.id);
  return found.kind === 'none' ? [] : [found.concept.id];
}

interface DateValue {
  verbatim: string;
  edtf?: string;
  earliest?: number | null;
  latest?: number | null;
  approximate?: boolean;
  uncertain?: boolean;
  derivation?: string;
}

function dateOf(text: string, { eras, spans, periods }: Dating): DateValue {
  const read = resolveDateText(text, { eras, periods: spans });
  if (read.kind !== 'date') return rangeOfTerm(text, periods);
  const derivation = describeDerivation(read.derivation, 'vi').join('; ');
  return {
    verbatim: text,
    ...(read.edtf === null ? {} : { edtf: read.edtf }),
    earliest: read.earliest,
    latest: read.latest,
    ...(read.certainty === 'approximate' ? { approximate: true } : {}),
    ...(read.certainty === 'uncertain' ? { uncertain: true } : {}),
    ...(derivation === '' ? {} : { derivation }),
  };
}

/** What no reader of dates understands may still be a term of the vocabulary: its years then. */
function rangeOfTerm(text: string, periods: Vocabulary): DateValue {
  const ranges = periodsOf(text, periods).flatMap((id) => periodRange(periods, id) ?? []);
  const from = ranges.flatMap((range) => range.from ?? []);
  const to = ranges.flatMap((range) => range.to ?? []);
  if (from.length === 0 || to.length === 0) return { verbatim: text };
  return {
    verbatim: text,
    earliest: dayFromCivil({ year: Math.min(...from), month: 1, day: 1 }),
    latest: dayFromCivil({ year: Math.max(...to), month: 12, day: 31 }),
    approximate: true,
    derivation: 'Khoảng năm của niên đại này trong từ vựng.',
  };
}
