import type { Concept, Vocabulary } from './schema.ts';
import { concept as conceptOf, descendants } from './vocabularies.ts';

/** Astronomical years (0 is 1 BCE); null is an open end. `basis` says whose years they are. */
export interface PeriodRange {
  from: number | null;
  to: number | null;
  basis: 'own' | 'narrower' | 'broader';
}

/**
 * The years of a period or reign era: its own, else the span of the periods below it, else those of the
 * period it belongs to. Undefined when the vocabulary says nothing.
 */
export function periodRange(vocabulary: Vocabulary, id: string): PeriodRange | undefined {
  const concept = conceptOf(vocabulary, id);
  if (!concept) return undefined;
  return ownRange(concept) ?? narrowerRange(vocabulary, id) ?? broaderRange(vocabulary, concept);
}

function ownRange({ from, to }: Concept): PeriodRange | undefined {
  return from === undefined && to === undefined
    ? undefined
    : { from: from ?? null, to: to ?? null, basis: 'own' };
}

function narrowerRange(vocabulary: Vocabulary, id: string): PeriodRange | undefined {
  const ranges = descendants(vocabulary, id)
    .map((below) => conceptOf(vocabulary, below))
    .flatMap((concept) => (concept && ownRange(concept)) ?? []);
  if (ranges.length === 0) return undefined;
  const from = ranges.map((range) => range.from ?? Number.NEGATIVE_INFINITY);
  const to = ranges.map((range) => range.to ?? Number.POSITIVE_INFINITY);
  return { from: finite(Math.min(...from)), to: finite(Math.max(...to)), basis: 'narrower' };
}

function broaderRange(vocabulary: Vocabulary, { broader = [] }: Concept): PeriodRange | undefined {
  for (const parent of broader) {
    const concept = conceptOf(vocabulary, parent);
    const range = concept && (ownRange(concept) ?? broaderRange(vocabulary, concept));
    if (range) return { ...range, basis: 'broader' };
  }
  return undefined;
}

function finite(year: number): number | null {
  return Number.isFinite(year) ? year : null;
}
