import {
  civilFromDay,
  type DatePart,
  dayFromCivil,
  daysInMonth,
  impossiblePart,
  isoFromDay,
} from './days.ts';

/** How a range was found, step by step; both languages can print it. */
export type DateStep =
  | { step: 'as-written' }
  | { step: 'century'; century: number; bce: boolean; part: Part }
  | { step: 'decade'; firstYear: number }
  /** Years before present; "present" is 1950 by the convention of radiocarbon dating. */
  | { step: 'before-present'; years: number; reference: number }
  | { step: 'period'; name: string; from: number; to: number; part: Part }
  | { step: 'part-of-year'; year: number; part: Part }
  | { step: 'approximate' }
  | { step: 'uncertain' }
  | { step: 'open'; end: 'start' | 'finish' }
  /** Two statements side by side; the other one was not used. */
  | { step: 'preferred'; used: string; other: string }
  | { step: 'unread'; text: string };

export type Part = 'whole' | 'early' | 'middle' | 'late' | 'first-half' | 'second-half';

/** A date of day, month or year precision with the EDTF that says so; `edtf` null: EDTF has no form for it. */
export interface Edge {
  edtf: string | null;
  earliest: number;
  latest: number;
}

export interface Reading {
  kind: 'reading';
  from: Edge | null;
  to: Edge | null;
  approximate: boolean;
  uncertain: boolean;
  /** From a table of periods rather than from a number in the text. */
  fromPeriod: boolean;
  steps: DateStep[];
}

export type RefusedPart = DatePart | 'century' | 'order';

export interface Refusal {
  kind: 'refused';
  part: RefusedPart;
}

/** Null: the text is not of this form. */
export type Attempt = Reading | Refusal | null;

export function refusal(part: RefusedPart): Refusal {
  return { kind: 'refused', part };
}

/** EDTF writes a year of more than four digits as `Y-798050`. */
function edtfYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  const signed = year < 0 ? `-${digits}` : digits;
  return digits.length > 4 ? `Y${signed}` : signed;
}

export function yearEdge(year: number): Edge {
  return {
    edtf: edtfYear(year),
    earliest: dayFromCivil({ year, month: 1, day: 1 }),
    latest: dayFromCivil({ year, month: 12, day: 31 }),
  };
}

export function monthEdge(year: number, month: number): Edge {
  return {
    edtf: `${edtfYear(year)}-${String(month).padStart(2, '0')}`,
    earliest: dayFromCivil({ year, month, day: 1 }),
    latest: dayFromCivil({ year, month, day: daysInMonth(year, month) }),
  };
}

export function dayEdge(day: number): Edge {
  return { edtf: isoFromDay(day), earliest: day, latest: day };
}

/** The last date before an edge, as precise as the edge: before 1800 is up to 1799. */
export function edgeBefore(edge: Edge): Edge {
  const { year, month, day } = civilFromDay(edge.earliest);
  return month === 1 && day === 1 ? yearEdge(year - 1) : dayEdge(edge.earliest - 1);
}

export function edgeAfter(edge: Edge): Edge {
  const { year, month, day } = civilFromDay(edge.latest);
  return month === 12 && day === 31 ? yearEdge(year + 1) : dayEdge(edge.latest + 1);
}

export function reading(from: Edge | null, to: Edge | null, steps: DateStep[]): Reading {
  return { kind: 'reading', from, to, approximate: false, uncertain: false, fromPeriod: false, steps };
}

export function pointReading(edge: Edge, step: DateStep = { step: 'as-written' }): Reading {
  return reading(edge, edge, [step]);
}

export function civilReading(date: { year: number; month: number; day?: number }): Reading | Refusal {
  const part = impossiblePart({ day: 1, ...date });
  if (part !== null) return refusal(part);
  const { year, month, day } = date;
  return pointReading(
    day === undefined ? monthEdge(year, month) : dayEdge(dayFromCivil({ year, month, day })),
  );
}

/** Thirds and halves of a span of whole years, both ends included. */
export function partOfYears(years: { from: number; to: number }, part: Part): { from: number; to: number } {
  const { from, to } = years;
  const length = to - from + 1;
  const bounds: Record<Part, [number, number]> = {
    whole: [0, 1],
    early: [0, 1 / 3],
    middle: [1 / 3, 2 / 3],
    late: [2 / 3, 1],
    'first-half': [0, 1 / 2],
    'second-half': [1 / 2, 1],
  };
  const [start, end] = bounds[part];
  return { from: from + Math.round(length * start), to: from + Math.round(length * end) - 1 };
}
