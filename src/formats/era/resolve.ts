import { type DateCertainty, isoFromDay, yearOfDay } from '#formats/dates/index.ts';
import { type CalendarOptions, canChiYear, yearCycleIndex } from '#formats/lunar/index.ts';
import { containsHan } from '#formats/vietnamese/index.ts';
import { type CandidateYear, cycleYears, eraLength, numberedYears } from './candidate-years.ts';
import type { EraRow } from './era-names.ts';
import { hanQuery } from './han-query.ts';
import { type LunarSpan, lunarSpan, refusalOf } from './lunar-span.ts';
import type { EraCandidate, EraDate, EraOutcome, EraRefusal, EraStep } from './outcome.ts';
import type { EraQuery } from './query.ts';
import { vietnameseQuery } from './vietnamese-query.ts';
import { qualify, wholeReign } from './whole-reign.ts';

const MAX_LENGTH = 300;

type Resolved = CandidateYear & { span: LunarSpan };

function statedCycleYears({ statedYear, cycleIndex }: EraQuery): CandidateYear[] {
  if (statedYear === null || cycleIndex === null) return [];
  // The last months of a lunar year fall in the next Gregorian one.
  const lunarYear = [statedYear, statedYear - 1].find((year) => yearCycleIndex(year) === cycleIndex);
  if (lunarYear === undefined) return [];
  const row: EraRow = { dynasty: '', ruler: '', era: '', eraHan: '', start: lunarYear, end: lunarYear };
  return [
    { row, lunarYear, steps: [{ step: 'can-chi', name: canChiYear(lunarYear), lunarYears: [lunarYear] }] },
  ];
}

function candidatesOf(query: EraQuery): CandidateYear[] {
  if (query.yearNumber !== null) return numberedYears(query, query.yearNumber);
  return query.named === null ? statedCycleYears(query) : cycleYears(query);
}

function longest(rows: readonly EraRow[]): EraRow | undefined {
  return rows.toSorted((a, b) => eraLength(b) - eraLength(a))[0];
}

function nothingFound(verbatim: string, query: EraQuery): EraRefusal {
  const refused = { kind: 'refused', verbatim } as const;
  const { rows, yearNumber, cycleIndex } = query;
  if (yearNumber !== null) {
    const row = longest(rows);
    const length = query.named === 'era' && row ? eraLength(row) : reignLength(rows);
    return {
      ...refused,
      reason: 'beyond-era',
      era: row?.era || (row?.ruler ?? ''),
      length,
      year: yearNumber,
    };
  }
  if (query.named === null) return { ...refused, reason: 'can-chi-needs-era' };
  const [start, end] = [Math.min(...rows.map((row) => row.start)), Math.max(...rows.map((row) => row.end))];
  return { ...refused, reason: 'can-chi-not-in-era', name: canChiYear((cycleIndex ?? 0) + 4), start, end };
}

function reignLength(rows: readonly EraRow[]): number {
  return Math.max(...rows.map((row) => row.end)) - Math.min(...rows.map((row) => row.start)) + 1;
}

/** What makes a date impossible before any year is counted. */
function impossible(verbatim: string, query: EraQuery): EraRefusal | null {
  const refused = { kind: 'refused', verbatim } as const;
  const { rows, named, yearNumber, cycleIndex, month, day, season } = query;
  if (Number.isNaN(cycleIndex)) return { ...refused, reason: 'no-such-can-chi' };
  if (named !== null && rows.length === 0) return { ...refused, reason: 'names-disagree' };
  const hasYear = yearNumber !== null || cycleIndex !== null;
  const incomplete = (!hasYear && (month !== null || season !== null)) || (day !== null && month === null);
  if (incomplete) return { ...refused, reason: 'incomplete' };
  const needsEra = yearNumber !== null && (named === null || named === 'dynasty');
  return needsEra ? { ...refused, reason: 'year-needs-era' } : null;
}

/** A cycle name or Gregorian year written beside a numbered year confirms it or throws doubt on it. */
function checks(query: EraQuery, years: readonly CandidateYear[], spans: readonly LunarSpan[]): EraStep[] {
  const steps: EraStep[] = [];
  const { cycleIndex, statedYear, yearNumber } = query;
  const computed = years[0]?.lunarYear;
  if (
    yearNumber !== null &&
    cycleIndex !== null &&
    computed !== undefined &&
    yearCycleIndex(computed) !== cycleIndex
  ) {
    steps.push({
      step: 'can-chi-disagrees',
      written: canChiYear(cycleIndex + 4),
      computed: canChiYear(computed),
    });
  }
  if (statedYear !== null) {
    const covers = ({ earliest, latest }: LunarSpan) =>
      statedYear >= yearOfDay(earliest) && statedYear <= yearOfDay(latest);
    steps.push({ step: 'stated-year', year: statedYear, agrees: spans.some(covers) });
  }
  return steps;
}

/** Of several candidates those that a stated cycle name or Gregorian year confirms, if there are any. */
function confirmed(query: EraQuery, resolved: readonly Resolved[]): readonly Resolved[] {
  const { cycleIndex, statedYear } = query;
  const fits = ({ lunarYear, span }: Resolved) =>
    (cycleIndex === null || yearCycleIndex(lunarYear) === cycleIndex) &&
    (statedYear === null || (statedYear >= yearOfDay(span.earliest) && statedYear <= yearOfDay(span.latest)));
  const fitting = resolved.filter(fits);
  return fitting.length > 0 ? fitting : resolved;
}

function candidate({ row, lunarYear, span }: Resolved): EraCandidate {
  const { dynasty, ruler, era } = row;
  const { edtf, earliest, latest } = span;
  return { dynasty, ruler, era, lunarYear, yearName: canChiYear(lunarYear), edtf, earliest, latest };
}

function hull(candidates: readonly EraCandidate[]): { edtf: string; earliest: number; latest: number } {
  const earliest = Math.min(...candidates.map((one) => one.earliest));
  const latest = Math.max(...candidates.map((one) => one.latest));
  const edtf = earliest === latest ? isoFromDay(earliest) : `${isoFromDay(earliest)}/${isoFromDay(latest)}`;
  return { edtf, earliest, latest };
}

function certaintyOf(
  resolved: readonly Resolved[],
  doubts: readonly EraStep[],
  approximate: boolean,
): DateCertainty {
  const disagrees = doubts.some(
    (step) => step.step === 'can-chi-disagrees' || (step.step === 'stated-year' && !step.agrees),
  );
  if (resolved.length > 1 || disagrees) return 'uncertain';
  return approximate || resolved.some(({ span }) => !span.computed) ? 'approximate' : 'certain';
}

function answer(verbatim: string, query: EraQuery, resolved: readonly Resolved[]): EraDate {
  const doubts = checks(
    query,
    resolved,
    resolved.map(({ span }) => span),
  );
  const certainty = certaintyOf(resolved, doubts, query.approximate);
  const candidates = resolved.map(candidate).sort((a, b) => a.earliest - b.earliest);
  const whole = hull(candidates);
  const steps: EraStep[] = resolved[0]
    ? [...resolved[0].steps, ...resolved[0].span.steps, ...doubts]
    : doubts;
  if (candidates.length > 1) steps.push({ step: 'several-candidates', count: candidates.length });
  if (query.approximate) steps.push({ step: 'approximate' });
  return {
    kind: 'date',
    verbatim,
    ...whole,
    edtf: qualify(whole.edtf, certainty),
    certainty,
    derivation: steps,
    candidates,
    retro: resolved.some(({ span }) => span.retro),
    uncertaintyDays: Math.max(...resolved.map(({ span }) => span.uncertaintyDays)),
    uncertaintyMonths: Math.max(...resolved.map(({ span }) => span.uncertaintyMonths)),
  };
}

function resolveYears(verbatim: string, query: EraQuery, options?: CalendarOptions): EraDate | EraRefusal {
  const years = candidatesOf(query);
  const spans = years.map((year) => ({ year, span: lunarSpan(year.lunarYear, query, options) }));
  const resolved = spans.flatMap(({ year, span }) => (span.kind === 'span' ? [{ ...year, span }] : []));
  if (resolved.length > 0) return answer(verbatim, query, confirmed(query, resolved));
  const failure = spans[0]?.span;
  return failure?.kind === 'failure' ? refusalOf(verbatim, failure) : nothingFound(verbatim, query);
}

/**
 * Reads a date in a reign era, in quốc ngữ or Hán characters, against a table of eras: "Minh Mạng năm thứ 12",
 * "Cảnh Hưng nhị thập thất niên", "năm Bính Tuất đời Tự Đức", 景興二十七年, "triều Nguyễn". The result is the lunar year
 * (or its month, day, season) as an interval of days.
 */
export function resolveEra(verbatim: string, eras: readonly EraRow[], options?: CalendarOptions): EraOutcome {
  if (verbatim.length > MAX_LENGTH) return { kind: 'unrecognised', verbatim, rest: [] };
  const query = containsHan(verbatim) ? hanQuery(verbatim, eras) : vietnameseQuery(verbatim, eras);
  const hasYear = query.yearNumber !== null || query.cycleIndex !== null;
  if (query.rest.length > 0 || (query.named === null && !hasYear)) {
    return { kind: 'unrecognised', verbatim, rest: query.rest };
  }
  const refused = impossible(verbatim, query);
  if (refused) return refused;
  return hasYear ? resolveYears(verbatim, query, options) : wholeReign(verbatim, query);
}
