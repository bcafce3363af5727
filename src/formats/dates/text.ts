import { canonicalText } from './canonical-text.ts';
import { parseEdtf } from './edtf.ts';
import { statementReading } from './range-reading.ts';
import type { Attempt, DateStep, Edge, Reading, RefusedPart } from './reading.ts';
import type { Period } from './span-readings.ts';

/** `approximate`: about, a part of a century or a named period; `uncertain`: the text itself doubts. */
export type DateCertainty = 'certain' | 'approximate' | 'uncertain';

export interface DateText {
  kind: 'date';
  verbatim: string;
  /** Null when EDTF has no form for it (ranges beyond year ±9999). */
  edtf: string | null;
  /** Day numbers; null is an open end. Qualifiers do not widen the range: no text says by how much. */
  earliest: number | null;
  latest: number | null;
  certainty: DateCertainty;
  derivation: DateStep[];
}

export type DateTextOutcome =
  | DateText
  | { kind: 'refused'; verbatim: string; part: RefusedPart }
  | { kind: 'unrecognised'; verbatim: string };

const MAX_LENGTH = 300;
const BRACKETED = /^(.*?)\s*[([]([^()[\]]+)[)\]]\s*$/;
const COMMA = /^(.+?)\s*[,;]\s+(.+)$/;

function qualifierOf({ approximate, uncertain }: Reading): string {
  if (approximate && uncertain) return '%';
  return uncertain ? '?' : approximate ? '~' : '';
}

/** Decades (`182X`) and years of more than four digits take no qualifier in EDTF; the certainty still says it. */
function qualified(edge: Edge, qualifier: string): string | null {
  return edge.edtf === null || /^Y|X/.test(edge.edtf) ? edge.edtf : `${edge.edtf}${qualifier}`;
}

function edtfOf(found: Reading): string | null {
  const { from, to } = found;
  const qualifier = qualifierOf(found);
  const [start, end] = [from, to].map((edge) => (edge === null ? '..' : qualified(edge, qualifier)));
  if (!start || !end) return null;
  const text = from === to ? start : `${start}/${end}`;
  return parseEdtf(text).kind === 'edtf' ? text : null;
}

function certaintyOf({ approximate, uncertain }: Reading): DateCertainty {
  if (uncertain) return 'uncertain';
  return approximate ? 'approximate' : 'certain';
}

/** Reads one statement, with the qualifiers that stand anywhere in it. */
function qualifiedReading(verbatim: string, periods: readonly Period[]): Attempt {
  const { text, approximate, uncertain } = canonicalText(verbatim);
  const found = statementReading(text, periods);
  if (found?.kind !== 'reading') return found;
  const steps: DateStep[] = [...found.steps];
  if (approximate) steps.push({ step: 'approximate' });
  if (uncertain) steps.push({ step: 'uncertain' });
  return {
    ...found,
    steps,
    approximate: found.approximate || approximate,
    uncertain: found.uncertain || uncertain,
  };
}

/** A date in numbers is worth more than the name of a period beside it; else what stands first counts. */
function preferred(first: Reading, second: Reading, texts: [string, string]): Reading {
  const secondWins = first.fromPeriod && !second.fromPeriod;
  const [used, other] = secondWins ? [texts[1], texts[0]] : texts;
  const winner = secondWins ? second : first;
  return { ...winner, steps: [...winner.steps, { step: 'preferred', used, other }] };
}

/** "Văn hóa Đông Sơn (thế kỷ III – II TCN)", "1466 (Quang Thuận 7)", "thời Trần, thế kỷ XIV". */
function twoStatements(first: string, second: string, periods: readonly Period[]): Attempt {
  const [a, b] = [qualifiedReading(first, periods), qualifiedReading(second, periods)];
  if (a?.kind === 'refused' || b?.kind === 'refused') return a?.kind === 'refused' ? a : b;
  if (a && b) return preferred(a, b, [first, second]);
  const [found, text] = a ? [a, second] : [b, first];
  return found && { ...found, steps: [...found.steps, { step: 'unread', text }] };
}

function wholeReading(verbatim: string, periods: readonly Period[]): Attempt {
  const single = qualifiedReading(verbatim, periods);
  if (single) return single;
  const parts = BRACKETED.exec(verbatim) ?? COMMA.exec(verbatim);
  const [first, second] = [parts?.[1]?.trim(), parts?.[2]?.trim()];
  return first && second ? twoStatements(first, second, periods) : null;
}

/**
 * Reads a date as people write it in Vietnamese or English: days, months, years, decades, centuries and their parts,
 * BCE, years before present, and the periods of the given table, alone or as ranges.
 */
export function parseDateText(verbatim: string, options?: { periods?: readonly Period[] }): DateTextOutcome {
  const found = verbatim.length > MAX_LENGTH ? null : wholeReading(verbatim.trim(), options?.periods ?? []);
  if (found === null) return { kind: 'unrecognised', verbatim };
  if (found.kind === 'refused') return { kind: 'refused', verbatim, part: found.part };
  return {
    kind: 'date',
    verbatim,
    edtf: edtfOf(found),
    earliest: found.from?.earliest ?? null,
    latest: found.to?.latest ?? null,
    certainty: certaintyOf(found),
    derivation: found.steps,
  };
}
