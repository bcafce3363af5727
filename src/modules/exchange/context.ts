import type { Period } from '#formats/dates/index.ts';
import type { EraRow } from '#formats/era/index.ts';
import type { Context } from '#modules/registry/index.ts';
import type { Catalogue } from '#modules/standards/index.ts';
import { periodRange, type Vocabularies } from '#modules/vocabularies/index.ts';
import type { CellKnowledge, PlaceMatch } from './cells/knowledge.ts';
import { pidIn } from './sheet/row-key.ts';

/** What import and export work with. */
export interface ExchangeContext {
  registry: Context;
  catalogue: Catalogue;
  vocabularies: Vocabularies;
  eras: readonly EraRow[];
}

export function cellKnowledge(
  { registry, catalogue, vocabularies, eras }: ExchangeContext,
  place: (text: string) => PlaceMatch,
): CellKnowledge {
  const isPid = (text: string) => pidIn(text, registry) === text;
  return { catalogue, vocabularies, eras, periods: namedPeriods(vocabularies), place, isPid };
}

/** The periods of the vocabulary that have years, as dates are read by them: "Văn hóa Đông Sơn". */
function namedPeriods(vocabularies: Vocabularies): Period[] {
  const vocabulary = vocabularies.vocabulary('periods');
  return (vocabulary?.concepts ?? []).flatMap(({ id, prefLabel, altLabel }) => {
    const range = vocabulary && periodRange(vocabulary, id);
    if (range?.from == null || range.to == null) return [];
    // Labels that are dates themselves are read more exactly as dates.
    const names = [prefLabel.vi, ...(altLabel?.vi ?? [])].filter((name) => !/\d|thế kỷ/iu.test(name));
    return names.length > 0 ? [{ names, from: range.from, to: range.to }] : [];
  });
}
