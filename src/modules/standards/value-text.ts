import { parseEdtf } from '#formats/dates/index.ts';
import type { Datatype } from './values.ts';

/** An interval on the number line: days since 1970-01-01 for dates, plain numbers for quantities. */
interface Interval {
  low: number;
  high: number;
}

const TEXT_PROPERTIES = [
  'verbatim',
  'number',
  'words',
  'original',
  'transliteration',
  'translation',
  'name',
  'value',
];

/** The words of a value, for length rules, quality and notes: what a person would read or write. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || typeof value !== 'object') return '';
  const parts = value as Record<string, unknown>;
  return TEXT_PROPERTIES.map((property) => parts[property])
    .filter((part): part is string => typeof part === 'string')
    .join(' ');
}

/** The number or time span that a `range` rule compares; undefined for what cannot be compared. */
export function comparableOf(datatype: Datatype, value: unknown): Interval | undefined {
  if (datatype === 'date' || datatype === 'decision') return dayRange(value);
  const number = Number(datatype === 'measurement' ? measuredValue(value) : value);
  return Number.isFinite(number) ? { low: number, high: number } : undefined;
}

function measuredValue(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'value' in value ? value.value : value;
}

/** The days a date value spans; an open end is infinite. Dates written as text, as in rules, are EDTF. */
export function dayRange(value: unknown): Interval | undefined {
  if (typeof value === 'string') return edtfRange(value);
  if (value === null || typeof value !== 'object') return undefined;
  const { earliest, latest, date, edtf } = value as Record<string, unknown>;
  if (typeof earliest === 'number' || typeof latest === 'number') return intervalOf(earliest, latest);
  const written = date ?? edtf;
  return typeof written === 'string' ? edtfRange(written) : undefined;
}

function edtfRange(text: string): Interval | undefined {
  const parsed = parseEdtf(text);
  return parsed.kind === 'edtf' ? intervalOf(parsed.earliest, parsed.latest) : undefined;
}

function intervalOf(earliest: unknown, latest: unknown): Interval {
  return {
    low: typeof earliest === 'number' ? earliest : Number.NEGATIVE_INFINITY,
    high: typeof latest === 'number' ? latest : Number.POSITIVE_INFINITY,
  };
}
