import { calendarReading } from './calendar-readings.ts';
import { type Attempt, edgeAfter, edgeBefore, type Reading, reading, refusal } from './reading.ts';
import { type Period, spanReading } from './span-readings.ts';

const ORDINAL_CENTURY = / ?centur(?:y|ies)(?: tcn| scn)?$/;
const BP_TAIL = /(?: trieu| van| nghin| ngan| million| thousand)?(?: nam)? bp$/;
const ERA_TAIL = / (tcn|scn)$/;
const CENTURY_NUMERAL = /^(.*?)\b([ivxl]+|\d{1,2})((?: tcn| scn)?)$/;
const SEPARATOR = / - | den | toi | to | until |-/g;
const NOW = /^(?:nay|ngay nay|now|present|today)$/;
const OPEN_START = /^(?:truoc|before) (.+)$/;
const UP_TO = /^(?:den|cho den|toi|until|up to) (.+)$/;
const OPEN_END = /^(?:tu|ke tu|since|from) (.+?)(?: tro di| onwards?| den nay)?$/;
const AFTER = /^(?:sau|after) (.+)$/;
const BETWEEN = /^(?:giua|between) (.+) (?:va|and) (.+)$/;

function atom(text: string, periods: readonly Period[]): Attempt {
  return calendarReading(text) ?? spanReading(text, periods);
}

/** "thế kỷ XI – XII": what the left side says once holds for the right side too. */
function inheritFromLeft(left: string, right: string): string {
  if (/^nam \d/.test(left) && /^\d+$/.test(right)) return `nam ${right}`;
  if (!/\bthe ky\b/.test(left) || /\bthe ky\b|\bnam\b/.test(right)) return right;
  return right.replace(CENTURY_NUMERAL, '$1the ky $2$3');
}

/** "300–200 TCN", "2000–2500 năm cách ngày nay", "15th–16th century": what the right side says once holds for the left. */
function inheritFromRight(left: string, right: string): string {
  const bp = BP_TAIL.exec(right);
  if (bp && !/\bbp\b/.test(left)) return `${left}${bp[0]}`;
  const century = ORDINAL_CENTURY.exec(right);
  if (century && /\d(?:st|nd|rd|th)$/.test(left)) return `${left} ${century[0].trim()}`;
  const era = ERA_TAIL.exec(right)?.[1];
  const applies = era === 'tcn' || /^\d+$/.test(left);
  return era !== undefined && applies && !/\b(?:tcn|scn)\b/.test(left) ? `${left} ${era}` : left;
}

function isBeforePresent({ steps }: Reading): boolean {
  return steps.some(({ step }) => step === 'before-present');
}

/** Ages before present are often written from the younger to the older; any other reversed range is an error. */
function join(left: Reading, right: Reading): Attempt {
  const reversed = (left.from?.earliest ?? 0) > (right.to?.latest ?? 0);
  if (reversed && !(isBeforePresent(left) && isBeforePresent(right))) return refusal('order');
  const [first, last] = reversed ? [right, left] : [left, right];
  return {
    ...reading(first.from, last.to, [...left.steps, ...right.steps]),
    approximate: left.approximate || right.approximate,
    fromPeriod: left.fromPeriod && right.fromPeriod,
  };
}

function pairReading(rawLeft: string, rawRight: string, periods: readonly Period[]): Attempt {
  const right = inheritFromLeft(rawLeft, rawRight);
  const left = inheritFromRight(rawLeft, right);
  const start = atom(left, periods);
  if (start?.kind !== 'reading') return start;
  if (NOW.test(rawRight))
    return { ...start, to: null, steps: [...start.steps, { step: 'open', end: 'finish' }] };
  const end = atom(right, periods);
  return end?.kind === 'reading' ? join(start, end) : end;
}

function separatedReading(text: string, periods: readonly Period[]): Attempt {
  const between = BETWEEN.exec(text);
  if (between) return pairReading(between[1] ?? '', between[2] ?? '', periods);
  const body = text.replace(/^(?:tu|from) /, '');
  let refused: Attempt = null;
  for (const separator of body.matchAll(SEPARATOR)) {
    const left = body.slice(0, separator.index).trim();
    const right = body.slice(separator.index + separator[0].length).trim();
    const attempt = left && right ? pairReading(left, right, periods) : null;
    if (attempt?.kind === 'reading') return attempt;
    refused ??= attempt;
  }
  return refused;
}

function open(
  attempt: Attempt,
  change: (given: Reading) => Partial<Reading>,
  end: 'start' | 'finish',
): Attempt {
  if (attempt?.kind !== 'reading') return attempt;
  return { ...attempt, ...change(attempt), steps: [...attempt.steps, { step: 'open', end }] };
}

/** "từ 1947", "trước thế kỷ X", "sau năm 1800", "đến 1945": one end is open. */
function openReading(text: string, periods: readonly Period[]): Attempt {
  const inner = (pattern: RegExp): Attempt | undefined => {
    const found = pattern.exec(text)?.[1];
    return found === undefined ? undefined : atom(found, periods);
  };
  const before = inner(OPEN_START);
  if (before) return open(before, ({ from }) => ({ from: null, to: from && edgeBefore(from) }), 'start');
  const upTo = inner(UP_TO);
  if (upTo) return open(upTo, () => ({ from: null }), 'start');
  const after = inner(AFTER);
  if (after) return open(after, ({ to }) => ({ from: to && edgeAfter(to), to: null }), 'finish');
  return open(inner(OPEN_END) ?? null, () => ({ to: null }), 'finish');
}

/** One statement of time: a date, a span, a range between two of them, or one with an open end. */
export function statementReading(text: string, periods: readonly Period[]): Attempt {
  const single = atom(text, periods);
  if (single?.kind === 'reading') return single;
  const range = separatedReading(text, periods);
  if (range?.kind === 'reading') return range;
  const opened = openReading(text, periods);
  return opened?.kind === 'reading' ? opened : (single ?? range ?? opened);
}
