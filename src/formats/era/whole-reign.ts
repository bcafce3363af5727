import { type DateCertainty, dayFromCivil } from '#formats/dates/index.ts';
import { eraStep, mergeRows } from './candidate-years.ts';
import type { EraRow } from './era-names.ts';
import type { EraCandidate, EraDate, EraStep } from './outcome.ts';
import type { EraQuery } from './query.ts';

const QUALIFIERS: Readonly<Record<DateCertainty, string>> = { certain: '', approximate: '~', uncertain: '?' };

function edtfYear(year: number): string {
  return String(year).padStart(4, '0');
}

function candidate(row: EraRow): EraCandidate {
  const { dynasty, ruler, era, start, end } = row;
  return {
    dynasty,
    ruler,
    era,
    lunarYear: null,
    yearName: null,
    edtf: start === end ? edtfYear(start) : `${edtfYear(start)}/${edtfYear(end)}`,
    earliest: dayFromCivil({ year: start, month: 1, day: 1 }),
    latest: dayFromCivil({ year: end, month: 12, day: 31 }),
  };
}

function reigns({ rows, named }: EraQuery): readonly EraRow[] {
  return named === 'era' || named === null ? rows : mergeRows(rows, named);
}

/** Qualifiers of EDTF (ISO 8601-2) stand at both ends of an interval. */
export function qualify(edtf: string, certainty: DateCertainty): string {
  return edtf
    .split('/')
    .map((end) => `${end}${QUALIFIERS[certainty]}`)
    .join('/');
}

/** A whole era, reign or dynasty, in calendar years: the table knows no days. */
export function wholeReign(verbatim: string, query: EraQuery): EraDate {
  const rows = reigns(query);
  const candidates = rows.map(candidate).sort((a, b) => a.earliest - b.earliest);
  const [start, end] = [Math.min(...rows.map((row) => row.start)), Math.max(...rows.map((row) => row.end))];
  // One dynasty name may cover two rows of the table (Hậu Lê); two rulers or eras of one name are a real doubt.
  const several = rows.length > 1 && query.named !== 'dynasty';
  const certainty: DateCertainty = several ? 'uncertain' : query.approximate ? 'approximate' : 'certain';
  const steps: EraStep[] = rows.map(eraStep);
  if (several) steps.push({ step: 'several-candidates', count: rows.length });
  if (query.approximate) steps.push({ step: 'approximate' });
  return {
    kind: 'date',
    verbatim,
    edtf: qualify(start === end ? edtfYear(start) : `${edtfYear(start)}/${edtfYear(end)}`, certainty),
    earliest: Math.min(...candidates.map((one) => one.earliest)),
    latest: Math.max(...candidates.map((one) => one.latest)),
    certainty,
    derivation: steps,
    candidates,
    retro: false,
    uncertaintyDays: 0,
    uncertaintyMonths: 0,
  };
}
