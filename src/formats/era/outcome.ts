import type { DateCertainty, DateStep } from '#formats/dates/index.ts';
import type { Season } from './query.ts';

/** How a reign-era date was found, step by step; both languages can print it. Years are lunar years. */
export type EraStep =
  | { step: 'era'; dynasty: string; ruler: string; era: string; start: number; end: number }
  /** Year n of the era; `rule` says what counts as year 1. */
  | { step: 'era-year'; n: number; lunarYear: number; yearName: string; rule: 'accession' | 'next' }
  | { step: 'reign-year'; n: number; lunarYear: number; yearName: string }
  | { step: 'can-chi'; name: string; lunarYears: number[] }
  | { step: 'can-chi-disagrees'; written: string; computed: string }
  | { step: 'stated-year'; year: number; agrees: boolean }
  | { step: 'lunar-month'; month: number; leap: boolean }
  | { step: 'lunar-day'; day: number }
  | { step: 'season'; season: Season; months: number[] }
  | { step: 'calendar'; basis: 'computed' | 'sourced'; source: string | null; retro: boolean }
  /** Before 1200 no lunar calendar is computed: the widest possible span of the year is given. */
  | { step: 'calendar-not-computed'; lunarYear: number }
  | { step: 'several-candidates'; count: number }
  | { step: 'approximate' };

export interface EraCandidate {
  dynasty: string;
  ruler: string;
  /** Empty when the years are those of a ruler or dynasty. */
  era: string;
  /** Null when a whole era, reign or dynasty is meant. */
  lunarYear: number | null;
  yearName: string | null;
  edtf: string;
  earliest: number;
  latest: number;
}

export interface EraDate {
  kind: 'date';
  verbatim: string;
  edtf: string;
  /** The days of `edtf`: for several candidates from the first to the last. */
  earliest: number;
  latest: number;
  certainty: DateCertainty;
  derivation: (EraStep | DateStep)[];
  candidates: EraCandidate[];
  /** Computed back for a time when another calendar was in force; either end may move by the uncertainty. */
  retro: boolean;
  uncertaintyDays: number;
  uncertaintyMonths: number;
}

export type EraRefusal = {
  kind: 'refused';
  verbatim: string;
} /** "Minh Mạng năm thứ 40": the era had `length` years. */ & (
  | { reason: 'beyond-era'; era: string; length: number; year: number }
  | { reason: 'can-chi-not-in-era'; name: string; start: number; end: number }
  /** A can-chi pair that does not exist, such as Giáp Sửu. */
  | { reason: 'no-such-can-chi' }
  /** A can-chi year recurs every 60 years and needs an era, ruler or dynasty. */
  | { reason: 'can-chi-needs-era' }
  /** A numbered year needs an era or ruler, not a dynasty alone. */
  | { reason: 'year-needs-era' }
  /** A month, day or season without its year, or a day without its month. */
  | { reason: 'incomplete' }
  /** "Minh Mạng đời Trần": no row of the table fits all names. */
  | { reason: 'names-disagree' }
  | { reason: 'no-such-month'; lunarYear: number; leapMonth: number | null }
  | { reason: 'no-such-day'; lunarYear: number; monthLength: number }
);

export type EraOutcome = EraDate | EraRefusal | { kind: 'unrecognised'; verbatim: string; rest: string[] };
