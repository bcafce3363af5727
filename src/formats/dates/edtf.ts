import { parse } from 'edtf';
import { type DatePart, daysInMonth } from './days.ts';
import { type DayRange, type EdtfNode, isEdtfNode, rangeOfNode } from './edtf-range.ts';

export type EdtfOutcome =
  | ({ kind: 'edtf'; edtf: string; approximate: boolean; uncertain: boolean } & DayRange)
  /** `order`: the end lies before the beginning; `syntax`: not EDTF (ISO 8601-2) at all. */
  | { kind: 'refused'; text: string; part: DatePart | 'order' | 'syntax' };

/** No date of a heritage record needs more; it bounds the work of the parser. */
const MAX_LENGTH = 200;
const WRITTEN_DATE = /(?<![\d-])(-?\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/g;
const LAST_SEASON_CODE = 41;

function parsed(text: string): EdtfNode | null {
  try {
    const node = parse(text);
    return isEdtfNode(node) ? node : null;
  } catch {
    // The library reports every malformed text by throwing.
    return null;
  }
}

/** The first written date that no calendar has; the parser lets 29 February of a common year pass. */
function impossibleWrittenPart(text: string): DatePart | null {
  for (const [, year, month, day] of text.matchAll(WRITTEN_DATE)) {
    const monthNumber = Number(month);
    const isSeason = day === undefined && monthNumber >= 21 && monthNumber <= LAST_SEASON_CODE;
    if (isSeason) continue;
    if (monthNumber < 1 || monthNumber > 12) return 'month';
    if (day !== undefined && (Number(day) < 1 || Number(day) > daysInMonth(Number(year), monthNumber)))
      return 'day';
  }
  return null;
}

function hasQualifier(node: EdtfNode, qualifier: 'approximate' | 'uncertain'): boolean {
  return (
    Boolean(node[qualifier]) ||
    node.values.flat().some((value) => isEdtfNode(value) && hasQualifier(value, qualifier))
  );
}

/** The grammar takes a fifth of a millisecond for a text, and registers say the same few thousand dates again and again. */
const outcomes = new Map<string, EdtfOutcome>();
const MOST_OUTCOMES = 4_000;

/** Reads an EDTF expression, levels 0 to 2, to the days it covers; source: ISO 8601-2:2019, Library of Congress EDTF. */
export function parseEdtf(text: string): EdtfOutcome {
  const known = outcomes.get(text);
  if (known) return { ...known };
  const outcome = readEdtf(text);
  if (outcomes.size >= MOST_OUTCOMES) outcomes.clear();
  if (text.length <= MAX_LENGTH) outcomes.set(text, outcome);
  return { ...outcome };
}

function readEdtf(text: string): EdtfOutcome {
  const edtf = text.trim();
  const impossible = impossibleWrittenPart(edtf);
  if (impossible !== null) return { kind: 'refused', text, part: impossible };
  const node = edtf.length > MAX_LENGTH ? null : parsed(edtf);
  if (node === null) return { kind: 'refused', text, part: 'syntax' };
  const range = rangeOfNode(node);
  const { earliest, latest } = range;
  if (earliest !== null && latest !== null && earliest > latest)
    return { kind: 'refused', text, part: 'order' };
  return {
    kind: 'edtf',
    edtf,
    ...range,
    approximate: hasQualifier(node, 'approximate'),
    uncertain: hasQualifier(node, 'uncertain'),
  };
}
